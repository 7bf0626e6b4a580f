/// The first place at which a file differs from what came when its results were computed again.
package enum FileDifference: Hashable, Sendable {
  /// A cell of a table: the line in which its row begins, from 1, and in words the cells that identify the row.
  case cell(line: Int, key: String, column: String, there: String, again: String)
  /// A line; nil where the file ends before it.
  case line(Int, there: String?, again: String?)
  /// A byte of a file that is no text, from 1.
  case byte(Int)

  /// In words: `line 12, column value (scenario Base, replication 1): 0.3 there, 0.2 when run again`.
  package var description: String {
    switch self {
    case .cell(let line, let key, let column, let there, let again):
      "line \(line), column \(column)\(key.isEmpty ? "" : " (\(key))"): \(there) there, \(again) when run again"
    case .line(let line, .some(let there), .some(let again)):
      "line \(line): \(LineExcerpt.pair(there, again).0) there, \(LineExcerpt.pair(there, again).1) when run again"
    case .line(let line, nil, _): "it ends before line \(line)"
    case .line(let line, _, nil): "it should end before line \(line)"
    case .byte(let byte): "byte \(byte) differs"
    }
  }
}
