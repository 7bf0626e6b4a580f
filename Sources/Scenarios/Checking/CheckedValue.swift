import Households

/// A value that has the right kind and range, with its origin; records hold their defaults as well.
struct CheckedValue: Sendable {
  /// What it may be.
  indirect enum Content: Sendable {
    case text(String)
    case flag(Bool)
    case number(Double)
    case whole(Int)
    case quarter(CalendarQuarter)
    case record(CheckedRecord)
    case list([CheckedValue])
    case variant(String, CheckedRecord)
  }

  var content: Content
  /// Where it stands.
  var site: Site
  /// The unit in which it is read; empty where there is none.
  var unit = ""
  /// Whether entries of a list were wrong and are left out.
  var lacksEntries = false
  /// What was given as its source; empty where nothing was.
  var source = ""
  /// The numbers that are allowed for it, an excluded end among them; nil where it is no number.
  var allowed: ClosedRange<Double>?
  /// The 95% interval that its evidence states.
  var interval: ClosedRange<Double>?

  // MARK: - What it is, if it is that

  var text: String? { if case .text(let text) = content { text } else { nil } }
  var flag: Bool? { if case .flag(let flag) = content { flag } else { nil } }
  var number: Double? { if case .number(let number) = content { number } else { nil } }
  var whole: Int? { if case .whole(let whole) = content { whole } else { nil } }
  var quarter: CalendarQuarter? { if case .quarter(let quarter) = content { quarter } else { nil } }
  var record: CheckedRecord? { if case .record(let record) = content { record } else { nil } }
  var list: [CheckedValue]? { if case .list(let list) = content { list } else { nil } }
}

/// The values of a mapping by key, in the order of its schema; keys that are absent or wrong are left out.
struct CheckedRecord: Sendable {
  /// The dotted path of the mapping.
  var path: String
  var site: Site
  var values: [(key: String, value: CheckedValue)]
  /// Keys that were given but hold something wrong, so that they are not called missing as well.
  var wrongKeys: [String] = []

  /// The value of a key.
  subscript(key: String) -> CheckedValue? { values.first { $0.key == key }?.value }

  /// The entries of a list of records, those that are right.
  func records(_ key: String) -> [CheckedRecord] { self[key]?.list?.compactMap(\.record) ?? [] }

  func path(of key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// Where the value of a key stands, or the record where the key is not given.
  func site(of key: String) -> Site { self[key]?.site ?? site }
}
