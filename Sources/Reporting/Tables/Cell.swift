internal import Notation

/// What a cell of a table may hold, and how it is spelt.
package protocol Cell: Sendable {
  /// The kind of the columns that hold it.
  static var kind: TableColumn.Kind { get }
  /// Whether cells may be empty, where the column says nothing else.
  static var mayBeEmpty: Bool { get }
  /// What a cell ought to be, for one that is not.
  static var words: String { get }
  /// How it is spelt, without quotes.
  var text: String { get }
  /// The value of a cell; nil where it holds none.
  init?(cell place: Int, of row: CSVRow)
  /// Takes the value of a cell; false where it holds none.
  mutating func take(cell place: Int, of row: CSVRow) -> Bool
  /// Appends it to a row.
  func append(to row: inout CSVBuffer)
}

extension Cell {
  package static var mayBeEmpty: Bool { false }

  package mutating func take(cell place: Int, of row: CSVRow) -> Bool {
    guard let value = Self(cell: place, of: row) else { return false }
    self = value
    return true
  }

  package func append(to row: inout CSVBuffer) { row.append(text) }
}

extension String: Cell {
  package static var kind: TableColumn.Kind { .string }
  package static var words: String { "a text" }
  package var text: String { self }
  package init?(cell place: Int, of row: CSVRow) { self = row[place] }

  /// Most texts are those of the row before.
  package mutating func take(cell place: Int, of row: CSVRow) -> Bool {
    if !row.holds(utf8, at: place) { self = row[place] }
    return true
  }
}

extension Int: Cell {
  package static var kind: TableColumn.Kind { .integer }
  package static var words: String { "a whole number" }
  package var text: String { description }
  package init?(cell place: Int, of row: CSVRow) { self.init(row[place]) }
  package func append(to row: inout CSVBuffer) { row.append(self) }
}

/// NaN is an empty cell.
extension Double: Cell {
  package static var kind: TableColumn.Kind { .number }
  package static var words: String { "a number" }
  package var text: String { NumberText.text(self) }

  package init?(cell place: Int, of row: CSVRow) {
    guard let number = row.number(at: place) else { return nil }
    self = number
  }

  package func append(to row: inout CSVBuffer) { row.append(self) }
}

/// 1 for true, 0 for false.
extension Bool: Cell {
  package static var kind: TableColumn.Kind { .integer }
  package static var words: String { "1 or 0" }
  package var text: String { self ? "1" : "0" }

  package init?(cell place: Int, of row: CSVRow) {
    guard let number = Int(row[place]), number == 0 || number == 1 else { return nil }
    self = number == 1
  }
}

/// Nothing is an empty cell.
extension Optional: Cell where Wrapped: Cell {
  package static var kind: TableColumn.Kind { Wrapped.kind }
  package static var mayBeEmpty: Bool { true }
  package static var words: String { Wrapped.words }
  package var text: String { self?.text ?? "" }

  package init?(cell place: Int, of row: CSVRow) {
    guard !row.isEmpty(at: place) else {
      self = .none
      return
    }
    guard let value = Wrapped(cell: place, of: row) else { return nil }
    self = value
  }
}

/// Words of which a cell holds one.
extension Cell where Self: RawRepresentable<String> & CaseIterable {
  package static var kind: TableColumn.Kind { .string }
  package static var words: String { "one of " + allCases.map(\.rawValue).joined(separator: ", ") }
  package var text: String { rawValue }
  package init?(cell place: Int, of row: CSVRow) { self.init(rawValue: row[place]) }
}
