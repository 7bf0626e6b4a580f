/// A mapping with known keys.
struct Record: Sendable {
  /// The keys, in the order in which they are reported.
  var fields: [Field]
  /// Keys that a reader has taken away, and that are keys like others to whoever writes them.
  private(set) var keysReadBefore: [String] = []

  /// Whether exactly one of the keys is given, which the reader of the record sees to.
  private(set) var holdsOneKey = false

  /// The same keys, of which exactly one is given.
  var ofOneKey: Record {
    var record = self
    record.holdsOneKey = true
    return record
  }

  /// The same keys, after a reader has taken one more away.
  func without(_ key: String) -> Record {
    var record = self
    record.keysReadBefore.append(key)
    return record
  }

  func field(_ key: String) -> Field? { fields.first { $0.key == key } }

  /// Dotted paths, below the top, of fields with a given last key.
  func paths(toLeaf key: String) -> [String] {
    fields.flatMap { field -> [String] in
      guard case .record(let record) = field.shape else { return [] }
      let direct = record.field(key) == nil ? [] : ["\(field.key).\(key)"]
      return direct + record.paths(toLeaf: key).map { "\(field.key).\($0)" }
    }
  }
}

/// A key: what it holds, whether it must be given, and what it means.
struct Field: Sendable {
  /// What is taken where the key is not given.
  enum Presence: Sendable {
    case required
    /// Nothing is taken.
    case optional
    /// This value, with its source and the 95% interval that its evidence leaves.
    case standard(CheckedValue.Content, source: String, interval: ClosedRange<Double>? = nil)
    /// So many PKR of 2015-16, assumed, that the deflator brings to the programme's price year.
    case money(Double)
    /// A value that is worked out from others once they are known.
    case derived

    /// This value, which has no source.
    static func assumed(_ content: CheckedValue.Content) -> Presence { .standard(content, source: "assumed") }
  }

  let key: String
  let shape: Shape
  /// Whether it must be given.
  let presence: Presence
  /// The unit of a number; empty where there is none.
  let unit: String
  /// One line on what it means.
  let summary: String

  init(_ key: String, _ shape: Shape, _ presence: Presence, unit: String = "", _ summary: String) {
    self.key = key
    self.shape = shape
    self.presence = presence
    self.unit = unit
    self.summary = summary
  }

  /// An optional key.
  init(_ key: String, _ shape: Shape, unit: String = "", _ summary: String) {
    self.init(key, shape, .optional, unit: unit, summary)
  }
}
