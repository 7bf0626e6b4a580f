/// What charts are drawn from: the facts of some results, and their tables.
public struct ResultSet: Sendable {
  /// `run`, `compare`, `sensitivity` or another command.
  public let command: String
  /// Names of the scenarios, the baseline first.
  public let scenarios: [String]
  /// Whether the scenarios are compared with the first.
  public let isComparison: Bool
  /// The first quarter after the start, such as 2019-Q1.
  public let start: String
  /// Quarters that were simulated.
  public let quarters: Int
  /// Replications of each scenario.
  public let replications: Int
  /// Replications from which on verdicts are given.
  public let enoughReplications: Int
  /// Reads the rows of a table in which each named column holds one of the given texts; nil where there is no such file.
  public let table: @Sendable (_ file: String, _ keeping: [String: Set<String>]) throws -> DataTable?

  /// Creates a set of results.
  public init(
    command: String, scenarios: [String], isComparison: Bool, start: String, quarters: Int, replications: Int,
    enoughReplications: Int,
    table: @escaping @Sendable (_ file: String, _ keeping: [String: Set<String>]) throws -> DataTable?
  ) {
    self.command = command
    self.scenarios = scenarios
    self.isComparison = isComparison
    self.start = start
    self.quarters = quarters
    self.replications = replications
    self.enoughReplications = enoughReplications
    self.table = table
  }

  /// Whether there are enough replications for a verdict.
  public var hasEnoughReplications: Bool { replications >= enoughReplications }

  /// The calendar time of a quarter as a decimal year: 0 is the opening, 2019.0 for a start in 2019-Q1.
  public func year(ofQuarter quarter: Int) -> Double {
    let parts = start.split(separator: "-Q").compactMap { Int($0) }
    guard parts.count == 2 else { return Double(quarter) / 4 }
    return Double(parts[0]) + Double(parts[1] - 1 + quarter) / 4
  }

  /// The colour, dash and shape of a scenario, the same in all charts.
  public func series(of scenario: String) -> Int { scenarios.firstIndex(of: scenario) ?? 0 }
}
