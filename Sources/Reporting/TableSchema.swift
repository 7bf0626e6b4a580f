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

extension TableColumn {
  static let scenario = TableColumn("scenario", .string, "Name of the scenario.")
  static let replication = TableColumn("replication", .integer, "Number of the replication, from 1.")
  static let quarter = TableColumn(
    "quarter", .integer, unit: "quarters since the start", "Time; 0 is the opening, after the burn-in.")
  static let group = TableColumn("group", .string, "What divides the households; programme for a programme's own.")
  static let level = TableColumn("level", .string, "The part of the group; the name of the programme.")
  static let measure = TableColumn("measure", .string, "The quantity; listed with its meaning under measures.")
  static let unit = TableColumn("unit", .string, "Unit of the measure.")
  static let replications = TableColumn(
    "replications", .integer, unit: "replications", "Replications in which the value was defined.")

  /// The group of the measures that programmes have of their own.
  static let programmeGroup = "programme"
}
