internal import Notation
internal import TextTable

/// A table for the terminal: columns as wide as their widest cell, the first ones to the left, numbers to the right; what
/// cannot be seen is spelled out.
struct AlignedTable {
  /// Titles of columns beside each other, whose cells all stand to the left or to the right.
  struct Columns {
    let titles: [String]
    let areNumbers: Bool

    static func words(_ titles: String...) -> Columns { Columns(titles: titles, areNumbers: false) }
    static func numbers(_ titles: String...) -> Columns { numbers(titles) }
    static func numbers(_ titles: [String]) -> Columns { Columns(titles: titles, areNumbers: true) }
  }

  private let columns: [(title: String, isNumber: Bool)]
  var rows: [[String]] = []

  init(_ columns: Columns...) {
    self.columns = columns.flatMap { group in group.titles.map { ($0, group.areNumbers) } }
  }

  var width: Int { columns.count }

  /// Adds the rows of a scenario, say, whose name and other cells stand in the first of them alone.
  mutating func addRows(_ added: [[String]], of first: String...) {
    rows += added.enumerated().map { index, row in (index == 0 ? first : first.map { _ in "" }) + row }
  }

  /// The lines, without spaces at their ends.
  var text: String {
    let columns = columns
    let table = TextTable<[String]> { row in
      zip(columns, row).map { column, cell in
        Column(
          title: VisibleText.shown(column.title), value: VisibleText.shown(cell),
          align: column.isNumber ? .right : .left)
      }
    }
    let lines = (table.string(for: rows, style: TwoSpaces.self) ?? "").split(
      separator: "\n", omittingEmptySubsequences: true)
    return lines.map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}

/// As `Style.simple`, with two spaces between columns.
private enum TwoSpaces: TextTableStyle {
  static func prepare(_ text: String, for column: Column) -> String { Simple.prepare(text, for: column) }
  static func escape(_ text: String) -> String { text }
  static func begin(_ table: inout String, index: Int, columns: [Column]) {}
  static func end(_ table: inout String, index: Int, columns: [Column]) {}

  static func header(_ table: inout String, index: Int, columns: [Column]) {
    table += columns.map { $0.headerString(for: self) }.joined(separator: "  ") + "\n"
    table += columns.map { $0.repeated("-") }.joined(separator: "  ") + "\n"
  }

  static func row(_ table: inout String, index: Int, columns: [Column]) {
    table += columns.map { $0.string(for: self) }.joined(separator: "  ") + "\n"
  }
}

/// What stands above a table on the terminal.
enum Heading {
  /// A line and an empty one, in bold where colours are wanted; what cannot be seen is spelled out.
  static func text(_ line: String, isColored: Bool) -> String {
    let line = VisibleText.shown(line)
    return isColored ? "\u{1B}[1m\(line)\u{1B}[0m\n\n" : line + "\n\n"
  }
}
