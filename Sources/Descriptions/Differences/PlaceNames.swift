internal import Households

/// The names of a scenario's places, so that places are compared by what they are and not by where they stand.
struct PlaceNames {
  /// `Kasur, Kasur, rural`; a second place of the same name is counted.
  let list: [String]

  init(_ places: [Place]) {
    var list: [String] = []
    var counts: [String: Int] = [:]
    for place in places {
      let name = "\(place.district), \(place.tehsil), \(place.settlementType.rawValue)"
      counts[name, default: 0] += 1
      let count = counts[name, default: 1]
      list.append(count == 1 ? name : "\(name) (\(count))")
    }
    self.list = list
  }

  /// A path with the number of a place replaced by its name.
  func named(_ path: String) -> String {
    guard path.hasPrefix(Self.prefix) else { return path }
    let number = path.dropFirst(Self.prefix.count).prefix { $0 != "." }
    guard let index = Int(number), list.indices.contains(index - 1) else { return path }
    return Self.prefix + list[index - 1] + path.dropFirst(Self.prefix.count + number.count)
  }

  /// What stands before the number of a place.
  static let prefix = "population.places."
}
