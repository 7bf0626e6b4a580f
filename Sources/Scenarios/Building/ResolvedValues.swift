import Households

/// Lists all values of a checked scenario in the order of its schema.
enum ResolvedValues {
  /// The values below a record.
  static func list(_ record: CheckedRecord) -> [ResolvedValue] {
    record.values.flatMap { key, value in list(value, path: record.path(of: key)) }
  }

  private static func list(_ value: CheckedValue, path: String) -> [ResolvedValue] {
    switch value.content {
    case .text, .quarter: [leaf(value, path, .text)]
    case .flag: [leaf(value, path, .flag)]
    case .number, .whole: [leaf(value, path, .number)]
    case .record(let record), .variant(_, let record): list(record)
    case .list(let values):
      values.enumerated().flatMap { index, value in
        list(value, path: value.record == nil ? "\(path).\(index + 1)" : path)
      }
    }
  }

  private static func leaf(_ value: CheckedValue, _ path: String, _ kind: ResolvedValue.Kind) -> ResolvedValue {
    ResolvedValue(
      path: path, value: value.content.words, kind: kind, origin: value.site.origin, unit: value.unit,
      source: value.source,
      interval: value.interval, allowed: value.allowed, isWhole: value.whole != nil)
  }
}
