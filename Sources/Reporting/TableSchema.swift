/// What a column of a table holds.
public struct TableColumn: Hashable, Sendable {
  /// The kinds of cells, by their names in a Frictionless table schema.
  public enum Kind: String, Sendable {
    case string, integer, number
  }

  /// The name in the header.
  public let name: String
  /// The kind of its cells.
  public let kind: Kind
  /// The unit; empty where there is none.
  public let unit: String
  /// One sentence on what it is.
  public let summary: String
  /// Whether cells may be empty.
  public let mayBeEmpty: Bool

  init(_ name: String, _ kind: Kind, unit: String = "", mayBeEmpty: Bool = false, _ summary: String) {
    self.name = name
    self.kind = kind
    self.unit = unit
    self.summary = summary
    self.mayBeEmpty = mayBeEmpty
  }
}

/// What a table holds: its columns in order, and which of them identify a row.
public struct TableSchema: Hashable, Sendable {
  /// The name, which is the file's without `.csv`.
  public let name: String
  /// One sentence on what it is.
  public let summary: String
  /// The columns in order.
  public let columns: [TableColumn]
  /// The columns that together are different in every row.
  public let primaryKey: [String]

  /// The file.
  public var fileName: String { name + ".csv" }
}
