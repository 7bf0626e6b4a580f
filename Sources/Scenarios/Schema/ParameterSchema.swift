import Households

/// The keys of `parameters`, made from the model's catalogue.
enum ParameterSchema {
  /// Every number of the model's rules.
  static let parameters = record(of: Parameters.catalogue.map { ($0.path.split(separator: "."), $0) }, Parameters())

  /// The years for which the catalogue has a deflator, in ascending order.
  static let deflatorYears = Parameters.catalogue.compactMap { definition -> Int? in
    guard definition.path.hasPrefix(deflatorPrefix) else { return nil }
    return Int(definition.path.dropFirst(deflatorPrefix.count))
  }.sorted()

  /// What stands before the year in the path of a deflator.
  static let deflatorPrefix = "prices.deflator."

  private static func record(
    of definitions: [(path: [Substring], definition: ParameterDefinition)], _ standard: Parameters
  ) -> Record {
    let groups = Dictionary(grouping: definitions) { $0.path.first ?? "" }
    var seen: Set<Substring> = []
    let keys = definitions.compactMap(\.path.first).filter { seen.insert($0).inserted }
    return Record(
      fields: keys.map { key in
        field(key, (groups[key] ?? []).map { (Array($0.path.dropFirst()), $0.definition) }, standard)
      })
  }

  private static func field(
    _ key: Substring, _ members: [(path: [Substring], definition: ParameterDefinition)], _ standard: Parameters
  ) -> Field {
    guard members.count == 1, let (path, definition) = members.first, path.isEmpty else {
      return Field(String(key), .record(record(of: members, standard)), "parameters of \(key)")
    }
    let bounds = Bounds(lower: definition.allowed.lowerBound, upper: definition.allowed.upperBound)
    return Field(
      String(key), .number(bounds),
      .standard(.number(definition.value(in: standard)), source: definition.source, interval: definition.interval),
      unit: definition.unit, definition.summary)
  }
}
