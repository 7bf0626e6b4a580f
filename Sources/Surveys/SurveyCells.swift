import Households
import Notation

/// The cells of one row, taken one after the other in the order of the columns that are read.
struct SurveyCells {
  let cells: [String]
  let columns: [SurveyColumn]
  let positions: [Int?]
  let line: Int
  /// What is wrong, by column.
  var problems: [(column: String, problem: SurveyProblem)] = []
  /// Cells that have been taken.
  var taken = 0

  /// The household that the next cells describe, in the order of `SurveyColumns.all`; nil where a cell is wrong.
  mutating func household() -> SurveyHousehold? {
    let province = text()
    let region = text().flatMap(SettlementType.init)
    let persons = whole() ?? 0
    let children = whole() ?? 0
    let workers = whole() ?? 0
    let femaleHead = whole() == 1
    let headLiterate = whole() == 1
    let rooms = whole() ?? 0
    let toilet = text().flatMap(SurveyHousehold.Toilet.init)
    let consumption = real() ?? 0
    let adultEquivalents = real() ?? Double(persons) - 0.2 * Double(children)
    let elderly = whole() ?? 0
    let schoolAge = whole() ?? 0
    let inSchool = whole() ?? 0
    let livestock = whole() == 1
    let landAcres = real() ?? 0
    let weight = real() ?? 1
    // Who it is matters only to whether it comes twice.
    _ = text()
    guard problems.isEmpty, let province, let region, let toilet else { return nil }
    let household = SurveyHousehold(
      stratum: Stratum(province: province, region: region), persons: persons, adultEquivalents: adultEquivalents,
      workers: workers, children: children, elderly: elderly, femaleHead: femaleHead, headLiterate: headLiterate,
      schoolAge: schoolAge, inSchool: inSchool, rooms: rooms, toilet: toilet, livestock: livestock,
      landAcres: landAcres, consumptionPerMonth: consumption, weight: weight)
    checkConsistency(of: household)
    return problems.isEmpty ? household : nil
  }

  private mutating func checkConsistency(of household: SurveyHousehold) {
    let counts = [
      ("children", household.children), ("workers", household.workers), ("elderly", household.elderly),
      ("school_age", household.schoolAge),
    ]
    for (column, count) in counts where count > household.persons {
      contradict(column, count, "there are only \(household.persons) persons")
    }
    if household.inSchool > household.schoolAge {
      contradict("in_school", household.inSchool, "there are only \(household.schoolAge) of school age")
    }
    if household.adultEquivalents > Double(household.persons) {
      let rule = "expected at most the number of persons, \(household.persons)"
      problems.append(("adult_equivalents", .contradiction("\(household.adultEquivalents)", rule: rule)))
    }
  }

  private mutating func contradict(_ column: String, _ count: Int, _ rule: String) {
    problems.append((column, .contradiction("\(count)", rule: rule)))
  }

  // MARK: - Cells

  /// The next cell with its column; nil where the survey has no such column, or the cell is empty, which is a problem.
  private mutating func take() -> (column: SurveyColumn, text: String)? {
    let (column, position) = (columns[taken], positions[taken])
    taken += 1
    guard let position else { return nil }
    let text = Self.withoutSpacesAtEnd(cells[position])
    if text.isEmpty {
      problems.append((column.name, .emptyCell))
      return nil
    }
    return (column, text)
  }

  /// The next cell, of the kind of its column; nil where there is none or it is wrong.
  mutating func text() -> String? {
    guard let (column, text) = take() else { return nil }
    if case .word(let words) = column.kind, !words.contains(text) { return refuse(text, column) }
    return requireVisible(text, in: column.name) ? text : nil
  }

  /// The next cell, of the kind of its column; nil where there is none or it is wrong.
  mutating func whole() -> Int? {
    guard let (column, text) = take() else { return nil }
    // Programs that know no whole numbers write 5.0.
    guard let number = Int(text) ?? Double(text).flatMap(Int.init(exactly:)) else { return refuse(text, column) }
    guard number <= SurveyColumn.Kind.largestWhole else {
      return refuse(text, column, expected: "at most \(SurveyColumn.Kind.largestWhole)")
    }
    switch column.kind {
    case .flag where number != 0 && number != 1: return refuse(text, column)
    case .whole(let least) where number < least: return refuse(text, column)
    default: return number
    }
  }

  /// The next cell, of the kind of its column; nil where there is none or it is wrong.
  mutating func real() -> Double? {
    guard let (column, text) = take() else { return nil }
    guard let number = Double(text), number.isFinite, case .real(let least, let isExclusive) = column.kind,
      isExclusive ? number > least : number >= least
    else { return refuse(text, column) }
    guard number <= SurveyColumn.Kind.largestReal else {
      return refuse(text, column, expected: "at most \(Int(SurveyColumn.Kind.largestReal))")
    }
    guard !isExclusive || number >= SurveyColumn.Kind.leastPositive else {
      return refuse(text, column, expected: "at least \(SurveyColumn.Kind.leastPositive)")
    }
    return number
  }

  private mutating func refuse<Value>(_ text: String, _ column: SurveyColumn, expected: String? = nil) -> Value? {
    if let number = CommaNumber(text), !column.kind.isText {
      let plain = number.plain(separator: "")
      problems.append((column.name, .commaNumber(text, plain: plain, isDecimal: number.isDecimal)))
    } else {
      problems.append((column.name, .badCell(text, expected: expected ?? column.kind.expectation)))
    }
    return nil
  }

  /// Whether a word may become a cell of tables and a part of sentences; else it is a problem.
  @discardableResult private mutating func requireVisible(_ text: String, in column: String) -> Bool {
    let problem = SurveyProblem(ofWord: text)
    if let problem { problems.append((column, problem)) }
    return problem == nil
  }

  /// The cell of a column, whatever number or word stands there; empty where the file has no such column.
  mutating func label(named name: String) -> String {
    guard let index = columns.firstIndex(where: { $0.name == name }), let position = positions[index] else { return "" }
    let text = Self.withoutSpacesAtEnd(cells[position])
    requireVisible(text, in: name)
    return text
  }

  private static func withoutSpacesAtEnd(_ cell: String) -> String {
    var text = cell
    while text.utf8.last == UInt8(ascii: " ") { text.removeLast() }
    return text
  }
}
