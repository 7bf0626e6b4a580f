internal import Households

/// How far results tell of groups of households.
public enum Detail: String, CaseIterable, Codable, Sendable {
  /// The whole population at all observed quarters, its groups at the start and at the end alone.
  case population
  /// All groups at all observed quarters, and how long they wait.
  case groups
}

/// Which measures of which groups are summed up at which observed quarters, and where they stand in a list.
struct ObservedCells: Sendable {
  let quarters: Int
  private let detail: Detail
  private let groupLevels: Int
  private let everybody: Int
  private let measures: Int

  init(quarters: Int, detail: Detail, groupLevels: [GroupLevel], measures: Int) {
    self.quarters = quarters
    self.detail = detail
    self.groupLevels = groupLevels.count
    everybody = groupLevels.everybody ?? 0
    self.measures = measures
  }

  /// Whether groups are told of at an observed quarter, by its index.
  func hasGroups(at quarter: Int) -> Bool { detail == .groups || quarter == 0 || quarter == quarters - 1 }

  /// The groups that are told of at an observed quarter, by its index.
  func groups(at quarter: Int) -> Range<Int> {
    hasGroups(at: quarter) ? 0..<groupLevels : everybody..<min(groupLevels, everybody + 1)
  }

  /// How many there are.
  var count: Int { measures * (0..<quarters).reduce(0) { $0 + groups(at: $1).count } }

  /// Where the first measure of a group at a quarter stands.
  func position(quarter: Int, group: Int) -> Int {
    let before = detail == .groups || quarter == 0 ? quarter * groupLevels : groupLevels + quarter - 1
    return measures * (before + group - groups(at: quarter).lowerBound)
  }

  func values(of observations: [Observation]) -> [Double] {
    observations.enumerated().flatMap { quarter, observation in
      let groups = groups(at: quarter)
      return observation.values[groups.lowerBound * measures..<groups.upperBound * measures]
    }
  }
}
