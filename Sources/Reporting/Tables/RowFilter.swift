/// The rows of a table that are wanted: those in which a column holds one of some values.
package struct RowFilter<Row>: Sendable {
  nonisolated(unsafe) let path: PartialKeyPath<Row>
  let texts: [[UInt8]]

  /// Rows in which a column holds one of some values.
  package static func only<Value: Cell>(_ path: KeyPath<Row, Value>, in values: some Sequence<Value>) -> RowFilter {
    RowFilter(path: path, texts: values.map { Array($0.text.utf8) })
  }

  /// Rows in which a column holds one of some values.
  package static func only<Value: Cell>(_ path: KeyPath<Row, Value>, _ values: Value...) -> RowFilter {
    only(path, in: values)
  }
}
