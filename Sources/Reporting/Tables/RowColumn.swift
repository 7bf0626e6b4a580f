/// A column of a table: what it is, and how its cells are written and read.
struct RowColumn<Row>: Sendable {
  let description: TableColumn
  /// What a cell ought to be, for one that is not.
  let words: String
  /// The part of a row that it tells.
  nonisolated(unsafe) let path: PartialKeyPath<Row>
  let write: @Sendable (UnsafePointer<Row>, inout CSVBuffer) -> Void
  /// Takes a cell; false where it is not what it ought to be.
  let read: @Sendable (CSVRow, Int, UnsafeMutablePointer<Row>) -> Bool
}

/// Columns of a table that stand beside each other: one, or all that tell of a part of a row.
struct Columns<Row> {
  let all: [RowColumn<Row>]

  init(_ all: [Columns]) { self.all = all.flatMap(\.all) }

  init(_ column: RowColumn<Row>) { all = [column] }

  /// A column of a part of a row; what cannot be set is only checked when it is read.
  ///
  /// What is a count is finite and not below 0.
  static func column<Value: Cell>(
    _ name: String, _ path: KeyPath<Row, Value>, kind: TableColumn.Kind = Value.kind, unit: String = "",
    mayBeEmpty: Bool = Value.mayBeEmpty, isCount: Bool = false, _ summary: String
  ) -> Columns {
    nonisolated(unsafe) let path = path
    nonisolated(unsafe) let place = path as? WritableKeyPath<Row, Value>
    let write: @Sendable (UnsafePointer<Row>, inout CSVBuffer) -> Void
    // A stored part is found by where it lies, which is much faster than by its path.
    if let offset = MemoryLayout<Row>.offset(of: path) {
      write = { row, cells in
        (UnsafeRawPointer(row) + offset).assumingMemoryBound(to: Value.self).pointee.append(to: &cells)
      }
    } else {
      write = { row, cells in row.pointee[keyPath: path].append(to: &cells) }
    }
    let offset = place.flatMap(MemoryLayout<Row>.offset)
    let column = RowColumn(
      description: TableColumn(name, kind, unit: unit, mayBeEmpty: mayBeEmpty, summary),
      words: isCount ? "a number of 0 or more" : Value.words, path: path, write: write
    ) { cells, index, row in
      if isCount, cells.count(at: index) == nil { return false }
      if let offset {
        return (UnsafeMutableRawPointer(row) + offset).assumingMemoryBound(to: Value.self).pointee
          .take(cell: index, of: cells)
      }
      guard let place else { return Value(cell: index, of: cells) != nil }
      return row.pointee[keyPath: place].take(cell: index, of: cells)
    }
    return Columns(column)
  }
}
