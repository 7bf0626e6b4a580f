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
  /// The names of each kind, each once, in the order of the places.
  private let districts: [String]
  private let tehsils: [String]
  private let settlementTypes: [String]
  /// The number of union councils of each tehsil; nil where a place leaves it open.
  private let counts: [String: Int?]

  init(population: CheckedRecord?) {
    self.init(
      known: (population?.records("places") ?? []).map { place in
        KnownPlace(
          district: place["district"]?.text, tehsil: place["tehsil"]?.text,
          settlementType: place["settlement_type"]?.text, unionCouncils: place["union_councils"]?.whole)
      })
  }

  init(places: [Place]) {
    self.init(
      known: places.map { place in
        KnownPlace(
          district: place.district, tehsil: place.tehsil, settlementType: place.settlementType.rawValue,
          unionCouncils: place.unionCouncils)
      })
  }

  private init(known places: [KnownPlace]) {
    self.places = places
    districts = Self.distinct(places.compactMap(\.district))
    tehsils = Self.distinct(places.compactMap(\.tehsil))
    settlementTypes = Self.distinct(places.compactMap(\.settlementType))
    var counts: [String: Int?] = [:]
    for place in places {
      guard let tehsil = place.tehsil else { continue }
      let earlier: Int? = counts[tehsil, default: 0]
      counts[tehsil] = .some(earlier.flatMap { sum in place.unionCouncils.map { sum + $0 } })
    }
    self.counts = counts
  }

  /// Reports names that no place has, and parts of an area that no place has at once.
  func report(_ area: CheckedRecord, to reporter: inout Reporter) {
    guard !places.isEmpty else { return }
    let isKnown = [
      isKnown(area, "district", "district", districts, &reporter),
      isKnown(area, "tehsil", "tehsil", tehsils, &reporter),
      isKnown(area, "settlement_type", "place", settlementTypes, &reporter),
    ]
    guard isKnown.allSatisfy({ $0 }) else { return }
    let (district, tehsil, type) = (area["district"], area["tehsil"], area["settlement_type"])
    let (districtName, tehsilName, typeName) = (district?.text, tehsil?.text, type?.text)
    let matching = places.filter { place in
      (district == nil || districtName == place.district) && (tehsil == nil || tehsilName == place.tehsil)
        && (type == nil || typeName == place.settlementType)
    }
    guard !matching.isEmpty else { return reporter.report(.emptyArea, at: area.site, area.path) }
    reportUnionCouncils(area, of: Self.distinct(matching.compactMap(\.tehsil)), to: &reporter)
  }

  private func reportUnionCouncils(_ area: CheckedRecord, of tehsils: [String], to reporter: inout Reporter) {
    let tehsilNames = Set(tehsils)
    var known: [String]?
    for name in area["union_councils"]?.list ?? [] {
      guard let text = name.text else { continue }
      let parts = UnionCouncilNumbers.parts(of: text)
      let isOfTehsil = parts.map { tehsilNames.contains($0.tehsil) } ?? false
      if let parts, isOfTehsil, let number = parts.number, number >= 1,
        (counts[parts.tehsil] ?? nil).map({ number <= $0 }) ?? true
      {
        continue
      }
      let names = known ?? unionCouncils(of: tehsils)
      known = names
      reporter.report(
        .unknownPlace(kind: "union council", name: text, known: names), at: name.site,
        area.path(of: "union_councils"), suggestion: isOfTehsil ? nil : Spelling.nearest(to: text, among: names))
    }
  }

  private func isKnown(
    _ area: CheckedRecord, _ key: String, _ kind: String, _ known: [String], _ reporter: inout Reporter
  ) -> Bool {
    guard let value = area[key], let name = value.text, !known.contains(name) else { return true }
    reporter.report(
      .unknownPlace(kind: kind, name: name, known: known), at: value.site, area.path(of: key),
      suggestion: Spelling.nearest(to: name, among: known))
    return false
  }

  /// Names of union councils as messages list them, of so many tehsils at most as are shown.
  private func unionCouncils(of tehsils: [String]) -> [String] {
    tehsils.prefix(100).flatMap { tehsil in
      let count = counts[tehsil] ?? nil
      return (1...max(1, min(count ?? 1, 12))).map { "\(tehsil) UC \($0)" } + (count == nil ? ["..."] : [])
    }
  }

  private static func distinct(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
