/// What a column of a table holds.
package struct TableColumn: Hashable, Sendable {
  /// The kinds of cells, by their names in a Frictionless table schema.
  package enum Kind: String, Sendable {
    case string, integer, number
  }

  /// The name in the header.
  package let name: String
  package let kind: Kind
  /// The unit; empty where there is none.
  package let unit: String
  package let summary: String
  package let mayBeEmpty: Bool

  init(_ name: String, _ kind: Kind, unit: String = "", mayBeEmpty: Bool = false, _ summary: String) {
    self.name = name
    self.kind = kind
    self.unit = unit
    self.summary = summary
    self.mayBeEmpty = mayBeEmpty
  }
}

/// What a table holds: its columns in order, and which of them identify a row.
package struct TableSchema: Hashable, Sendable {
  /// The name, which is the file's without `.csv`.
  package let name: String
  package let summary: String
  package let columns: [TableColumn]
  /// The columns that together are different in every row.
  package let primaryKey: [String]

  package var fileName: String { name + ".csv" }
}
