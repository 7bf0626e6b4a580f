/// A table of results whose cells are looked up by the name of their column.
public struct DataTable: Sendable {
  /// Names of the columns.
  public let columns: [String]
  /// Rows of cells, as the file spells them.
  public let rows: [[String]]
  private let places: [String: Int]

  /// Creates a table.
  /// - Precondition: each row has a cell for each column.
  public init(columns: [String], rows: [[String]]) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "each row has a cell for each column")
    self.columns = columns
    self.rows = rows
    places = Dictionary(columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// One row of a table.
  public struct Row: Sendable {
    let table: DataTable
    let cells: [String]

    /// The text of a cell; empty where there is no such column.
    public subscript(column: String) -> String { table.places[column].map { cells[$0] } ?? "" }

    /// A cell as a number; NaN where it is empty, is none, or where there is no such column.
    public func number(_ column: String) -> Double { Double(self[column]) ?? .nan }
  }

  /// The rows in which the named columns hold these texts, in the order of the file.
  public func rows(where conditions: KeyValuePairs<String, String> = [:]) -> [Row] {
    rows.map { Row(table: self, cells: $0) }.filter { row in conditions.allSatisfy { row[$0.key] == $0.value } }
  }

  /// The different texts of a column, in the order in which they first appear.
  public func values(of column: String) -> [String] { rows().map { $0[column] }.firstAppearances }
}
