import Households

/// Checks that the area of a programme names places which the scenario has.
struct AreaChecks {
  /// A place, as far as it was stated correctly.
  struct KnownPlace {
    var district: String?
    var tehsil: String?
    var settlementType: String?
    var unionCouncils: Int?
  }

  /// The places of the population.
  let places: [KnownPlace]

  init(population: CheckedRecord?) {
    places = (population?["places"]?.list ?? []).compactMap(\.record).map { place in
      KnownPlace(
        district: place["district"]?.text, tehsil: place["tehsil"]?.text,
        settlementType: place["settlement_type"]?.text, unionCouncils: place["union_councils"]?.whole)
    }
  }

  init(places: [Place]) {
    self.places = places.map { place in
      KnownPlace(
        district: place.district, tehsil: place.tehsil, settlementType: place.settlementType.rawValue,
        unionCouncils: place.unionCouncils)
    }
  }

  /// Reports names that no place has, and parts of an area that no place has at once.
  func report(_ area: CheckedRecord, to reporter: inout Reporter) {
    guard !places.isEmpty else { return }
    let isKnown = [
      isKnown(area, "district", "district", \.district, &reporter),
      isKnown(area, "tehsil", "tehsil", \.tehsil, &reporter),
      isKnown(area, "settlement_type", "place", \.settlementType, &reporter),
    ]
    guard isKnown.allSatisfy({ $0 }) else { return }
    let matching = places.filter { place in
      (area["district"].map { $0.text == place.district } ?? true)
        && (area["tehsil"].map { $0.text == place.tehsil } ?? true)
        && (area["settlement_type"].map { $0.text == place.settlementType } ?? true)
    }
    guard !matching.isEmpty else { return reporter.report(.emptyArea, at: area.site, area.path) }
    for name in area["union_councils"]?.list ?? [] {
      guard let text = name.text, !isUnionCouncil(text, in: matching) else { continue }
      let known = unionCouncils(of: matching)
      let isOtherNumber = matching.compactMap(\.tehsil).contains { text.hasPrefix($0 + " UC ") }
      reporter.report(
        .unknownPlace(kind: "union council", name: text, known: known), at: name.site,
        area.path(of: "union_councils"), suggestion: isOtherNumber ? nil : Spelling.nearest(to: text, among: known))
    }
  }

  private func isKnown(
    _ area: CheckedRecord, _ key: String, _ kind: String, _ part: (KnownPlace) -> String?, _ reporter: inout Reporter
  ) -> Bool {
    guard let value = area[key], let name = value.text else { return true }
    var known: [String] = []
    for place in places.compactMap(part) where !known.contains(place) { known.append(place) }
    guard !known.contains(name) else { return true }
    reporter.report(
      .unknownPlace(kind: kind, name: name, known: known), at: value.site, area.path(of: key),
      suggestion: Spelling.nearest(to: name, among: known))
    return false
  }

  /// Union councils are called by their tehsil and a number that runs through its places: `Kasur UC 1`.
  private func isUnionCouncil(_ name: String, in places: [KnownPlace]) -> Bool {
    places.compactMap(\.tehsil).contains { tehsil in
      guard name.hasPrefix(tehsil + " UC "), let number = Int(name.dropFirst(tehsil.count + 4)) else { return false }
      let limit = count(of: tehsil)
      return number >= 1 && limit.map { number <= $0 } ?? true
    }
  }

  /// The number of union councils of a tehsil; nil where a place leaves it open.
  private func count(of tehsil: String) -> Int? {
    let counts = places.filter { $0.tehsil == tehsil }.map(\.unionCouncils)
    return counts.contains(nil) ? nil : counts.compactMap { $0 }.reduce(0, +)
  }

  private func unionCouncils(of places: [KnownPlace]) -> [String] {
    var names: [String] = []
    for tehsil in places.compactMap(\.tehsil) {
      let count = count(of: tehsil)
      let known = (1...max(1, min(count ?? 1, 12))).map { "\(tehsil) UC \($0)" } + (count == nil ? ["..."] : [])
      names += known.filter { !names.contains($0) }
    }
    return names
  }
}
