import Households

/// Turns the rows of a CSV file with known columns into values, and collects what is wrong.
struct RowReader<Row> {
  /// The file as it was named.
  let file: String
  /// The columns that are read, in the order in which cells are taken.
  let columns: [SurveyColumn]
  /// What has been read so far.
  private(set) var rows: [Row] = []
  private(set) var header: [String] = []
  private var diagnostics: [SurveyDiagnostic] = []
  private var count = 0
  /// Where each of the columns stands; nil where it is absent.
  private var positions: [Int?] = []
  /// The lines in which the cells of columns that must not repeat themselves first stood, by column.
  private var firstLines: [String: [String: Int]] = [:]
  private let make: (inout SurveyCells) -> Row?

  /// Prepares reading; `make` makes a value of the cells of a row, nil where one is wrong.
  init(file: String, columns: [SurveyColumn], make: @escaping (inout SurveyCells) -> Row?) {
    self.file = file
    self.columns = columns
    self.make = make
  }

  /// All that was wrong; nil where nothing was.
  var error: SurveyError? { count == 0 ? nil : SurveyError(diagnostics: diagnostics, count: count) }

  mutating func report(
    _ problem: SurveyProblem, line: Int?, column: String = "", suggestion: String? = nil
  ) {
    count += 1
    guard diagnostics.count < SurveyError.shownAtMost else { return }
    diagnostics.append(
      SurveyDiagnostic(file: file, line: line, column: column, problem: problem, suggestion: suggestion))
  }

  mutating func read(_ text: String) {
    var lines = 0
    do {
      var reader = self
      try CSVText.forEachRow(of: text) { line, cells in
        if lines == 0 { reader.readHeader(cells, line: line) } else { reader.readRow(cells, line: line) }
        lines += 1
      }
      self = reader
    } catch {
      report(.invalidCSV(error.words), line: error.line)
      return
    }
    if lines < 2, count == 0 { report(.emptyFile, line: nil) }
  }

  // MARK: - Header

  private mutating func readHeader(_ names: [String], line: Int) {
    header = names
    if let only = names.first, names.count == 1, only.contains(where: { ";\t".contains($0) }) {
      return report(.otherSeparator, line: line)
    }
    let known = Set(columns.map(\.name))
    let others = names.filter { !$0.isEmpty && !known.contains($0) }
    let nearly = Dictionary(others.prefix(Self.mostOthers).map { (Self.letters($0), $0) }) { first, _ in first }
    var places: [String: [Int]] = [:]
    for (index, name) in names.enumerated() where known.contains(name) { places[name, default: []].append(index) }
    positions = columns.map { places[$0.name]?.first }
    for (column, position) in zip(columns, positions) {
      if position == nil, column.isRequired {
        let nearest = Spelling.nearest(to: column.name, among: others)
        report(.missingColumn(meaning: column.meaning), line: line, column: column.name, suggestion: nearest)
      } else if let same = places[column.name], same.count > 1 {
        report(.duplicateColumn, line: line, column: column.name)
      } else if let problem = SurveyProblem(ofWord: column.name) {
        report(problem, line: line, column: column.name)
      } else if position == nil, let other = nearly[Self.letters(column.name)] {
        report(.nearlyColumn(column.name), line: line, column: other)
      }
    }
    if count > 0 { positions = [] }
  }

  /// Columns that are not read of which the names are looked at.
  private static var mostOthers: Int { 2_000 }

  /// A name without what people add to it unthinkingly.
  private static func letters(_ name: String) -> String { name.lowercased().filter { !" _".contains($0) } }

  // MARK: - Rows

  private mutating func readRow(_ cells: [String], line: Int) {
    guard !positions.isEmpty else { return }
    guard cells.count == header.count else {
      return report(.wrongCellCount(found: cells.count, expected: header.count), line: line)
    }
    let before = count
    var row = SurveyCells(cells: cells, columns: columns, positions: positions, line: line)
    let value = make(&row)
    for (column, problem) in row.problems { report(problem, line: line, column: column) }
    for column in columns where column.isUnique {
      let text = row.label(named: column.name)
      guard !text.isEmpty else { continue }
      if let first = firstLines[column.name]?[text] {
        report(.repeated(text, firstLine: first), line: line, column: column.name)
      } else {
        firstLines[column.name, default: [:]][text] = line
      }
    }
    if let value, count == before { rows.append(value) }
  }
}

extension RowReader {
  /// Notes where no row has a weight, if nothing else is wrong.
  mutating func requireWeight(_ weight: (Row) -> Double) {
    if count == 0, !rows.contains(where: { weight($0) > 0 }) { report(.noWeight, line: nil, column: "weight") }
  }
}
