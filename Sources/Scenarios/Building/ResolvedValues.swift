import Households

/// Lists all values of a checked scenario in the order of its schema.
enum ResolvedValues {
  /// The values below a record.
  static func list(_ record: CheckedRecord) -> [ResolvedValue] {
    record.values.flatMap { key, value in list(value, path: record.path(of: key)) }
  }

  private static func list(_ value: CheckedValue, path: String) -> [ResolvedValue] {
    switch value.content {
    case .text(let text): [leaf(value, path, text, .text)]
    case .flag(let flag): [leaf(value, path, flag ? "true" : "false", .flag)]
    case .number(let number): [leaf(value, path, plain(number), .number)]
    case .whole(let whole): [leaf(value, path, "\(whole)", .number)]
    case .quarter(let quarter): [leaf(value, path, quarter.description, .text)]
    case .record(let record): list(record)
    case .variant(_, let record): list(record)
    case .list(let values):
      values.enumerated().flatMap { index, value in
        list(value, path: value.record == nil ? "\(path).\(index + 1)" : path)
      }
    }
  }

  private static func leaf(
    _ value: CheckedValue, _ path: String, _ text: String, _ kind: ResolvedValue.Kind
  ) -> ResolvedValue {
    ResolvedValue(
      path: path, value: text, kind: kind, origin: value.site.origin, unit: value.unit, source: value.source,
      interval: value.interval, allowed: value.allowed, isWhole: value.whole != nil)
  }
}
