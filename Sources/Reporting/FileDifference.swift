/// The first place at which a file differs from what came when its results were computed again.
package enum FileDifference: Hashable, Sendable {
  /// A cell of a table.
  case cell(CellDifference)
  /// A line; nil where the file ends before it.
  case line(Int, there: String?, again: String?)
  /// A byte of a file that is no text, from 1.
  case byte(Int)

  /// In words: `line 12, column value (scenario Base, replication 1): 0.3 there, 0.2 when run again`.
  package var description: String {
    switch self {
    case .cell(let cell):
      "line \(cell.line), column \(cell.column)\(cell.keyText): \(cell.there) there, \(cell.again) when run again"
    case .line(let line, .some(let there), .some(let again)):
      "line \(line): \(LineExcerpt.pair(there, again).0) there, \(LineExcerpt.pair(there, again).1) when run again"
    case .line(let line, nil, _): "it ends before line \(line)"
    case .line(let line, _, nil): "it should end before line \(line)"
    case .byte(let byte): "byte \(byte) differs"
    }
  }
}

/// A cell of a table that differs.
package struct CellDifference: Hashable, Sendable {
  /// The line of the file in which its row begins, from 1.
  package let line: Int
  /// The cells that identify the row, by their columns.
  package let key: [KeyCell]
  package let column: String
  package let there: String
  /// What came when it was computed again.
  package let again: String

  package struct KeyCell: Hashable, Sendable {
    package let column: String
    package let value: String
  }

  fileprivate var keyText: String {
    key.isEmpty ? "" : " (" + key.map { "\($0.column) \($0.value)" }.joined(separator: ", ") + ")"
  }
}
