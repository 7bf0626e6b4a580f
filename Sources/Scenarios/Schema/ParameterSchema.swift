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
    var groups: [(key: Substring, members: [(path: [Substring], definition: ParameterDefinition)])] = []
    var indices: [Substring: Int] = [:]
    for (path, definition) in definitions {
      guard let key = path.first else { continue }
      if let index = indices[key] {
        groups[index].members.append((Array(path.dropFirst()), definition))
      } else {
        indices[key] = groups.count
        groups.append((key, [(Array(path.dropFirst()), definition)]))
      }
    }
    return Record(fields: groups.map { group in field(group.key, group.members, standard) })
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
      .standard(.number(definition.value(in: standard)), source: definition.source), unit: definition.unit,
      definition.summary)
  }
}
