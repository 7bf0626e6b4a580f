import Households

/// The union councils of the sample, whose numbers run through the places of their tehsil: `Kasur UC 1`.
struct UnionCouncilNumbers {
  private let places: [Place]
  /// For each tehsil the places that have councils in the sample, and the last number of each.
  private var byTehsil: [String: [(place: Int, last: Int)]] = [:]

  /// Numbers the union councils of a scenario's sample.
  /// - Complexity: O(places).
  init(_ scenario: Scenario) {
    places = scenario.population.places
    for (index, count) in scenario.sampledUnionCouncils.enumerated() where count > 0 {
      let tehsil = places[index].tehsil
      byTehsil[tehsil, default: []].append((index, (byTehsil[tehsil]?.last?.last ?? 0) + count))
    }
  }

  /// The place of a union council; nil where the sample has none of this name.
  /// - Complexity: O(log places).
  func place(of name: String) -> Place? {
    guard let parts = Self.parts(of: name), let number = parts.number, number >= 1,
      let ends = byTehsil[parts.tehsil]
    else { return nil }
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle].last < number { low = middle + 1 } else { high = middle }
    }
    return low < ends.count ? places[ends[low].place] : nil
  }

  /// The tehsil and the number of a name; the number is nil unless it is written as names have it, without a sign or
  /// zeros before it.
  static func parts(of name: String) -> (tehsil: String, number: Int?)? {
    guard let last = name.ranges(of: " UC ").last else { return nil }
    let digits = name[last.upperBound...]
    return (String(name[..<last.lowerBound]), Int(digits).flatMap { String($0) == digits ? $0 : nil })
  }
}
