import Households

/// Turns the rows of a survey file into households, and collects what is wrong.
struct SurveyReader {
  /// The file as it was named.
  let file: String
  /// The households read so far.
  private(set) var households: [SurveyHousehold] = []
  private var diagnostics: [SurveyDiagnostic] = []
  private var count = 0
  private var cellCount = 0
  /// Where each of `SurveyColumns.all` stands; nil where it is absent.
  private var positions: [Int?] = []

  init(file: String) { self.file = file }

  /// All that was wrong; nil where nothing was.
  var error: SurveyError? { count == 0 ? nil : SurveyError(diagnostics: diagnostics, count: count) }

  /// Notes a problem.
  mutating func report(
    _ problem: SurveyProblem, line: Int?, column: String = "", suggestion: String? = nil
  ) {
    count += 1
    guard diagnostics.count < SurveyError.shownAtMost else { return }
    diagnostics.append(
      SurveyDiagnostic(file: file, line: line, column: column, problem: problem, suggestion: suggestion))
  }

  /// Reads a whole file.
  mutating func read(_ text: String) {
    var rows = 0
    do {
      var reader = self
      try CSVText.forEachRow(of: text) { line, cells in
        if rows == 0 { reader.readHeader(cells, line: line) } else { reader.readRow(cells, line: line) }
        rows += 1
      }
      self = reader
    } catch {
      report(.invalidCSV(error.words), line: error.line)
      return
    }
    if rows < 2, count == 0 { report(.emptyFile, line: nil) }
    if count == 0, !households.contains(where: { $0.weight > 0 }) { report(.noWeight, line: nil, column: "weight") }
  }

  // MARK: - Header

  private mutating func readHeader(_ names: [String], line: Int) {
    cellCount = names.count
    if let only = names.first, names.count == 1, only.contains(where: { ";\t".contains($0) }) {
      return report(.otherSeparator, line: line)
    }
    let known = SurveyColumns.all.map(\.name)
    let others = names.filter { !known.contains($0) }
    positions = SurveyColumns.all.map { column in names.firstIndex(of: column.name) }
    for (column, position) in zip(SurveyColumns.all, positions) {
      if position == nil, column.isRequired {
        let nearest = Spelling.nearest(to: column.name, among: others)
        report(.missingColumn(meaning: column.meaning), line: line, column: column.name, suggestion: nearest)
      } else if names.count(where: { $0 == column.name }) > 1 {
        report(.duplicateColumn, line: line, column: column.name)
      }
    }
    if count > 0 { positions = [] }
  }

  // MARK: - Rows

  private mutating func readRow(_ cells: [String], line: Int) {
    guard !positions.isEmpty else { return }
    guard cells.count == cellCount else {
      return report(.wrongCellCount(found: cells.count, expected: cellCount), line: line)
    }
    let before = count
    var row = SurveyCells(cells: cells, positions: positions, line: line)
    let household = row.household()
    for (column, problem) in row.problems { report(problem, line: line, column: column) }
    if let household, count == before { households.append(household) }
  }
}
