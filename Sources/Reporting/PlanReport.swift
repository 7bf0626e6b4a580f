internal import Foundation
internal import Notation

/// What a call would do, for the terminal.
public struct PlanReport {
  /// A scenario of the plan.
  public struct Row: Hashable, Sendable {
    /// The scenario's name.
    public var scenario: String
    /// Its programmes.
    public var programmes: Int
    /// Households simulated.
    public var households: Int
    /// Length of a run.
    public var quarters: Int

    /// Creates a row.
    public init(scenario: String, programmes: Int, households: Int, quarters: Int) {
      self.scenario = scenario
      self.programmes = programmes
      self.households = households
      self.quarters = quarters
    }
  }

  /// The scenarios; the first is the baseline.
  public var rows: [Row]
  /// Replications of each scenario.
  public var replications: Int
  /// Whether there may be fewer.
  public var isAtMost: Bool
  /// Points of a design at which all scenarios are run; 1 for a plain call.
  public var designPoints: Int
  /// Threads that share out the work.
  public var threads: Int
  /// Where the results would go.
  public var destination: String
  /// What keeps them from being written there.
  public var obstacle: OutputError?
  /// Expected time, as a person reads it.
  public var time: String
  /// Households with which it was measured.
  public var probeHouseholds: Int
  /// Expected peak memory, bytes.
  public var bytes: Double

  /// Creates a report.
  public init(
    rows: [Row], replications: Int, isAtMost: Bool = false, designPoints: Int, threads: Int, destination: String,
    obstacle: OutputError?,
    time: String, probeHouseholds: Int, bytes: Double
  ) {
    self.rows = rows
    self.replications = replications
    self.isAtMost = isAtMost
    self.designPoints = designPoints
    self.threads = threads
    self.destination = destination
    self.obstacle = obstacle
    self.time = time
    self.probeHouseholds = probeHouseholds
    self.bytes = bytes
  }

  /// The plan: a row for each scenario, then totals, the place of the results and what to expect.
  public var text: String {
    var table = AlignedTable(.words("scenario"), .numbers("programmes", "households", "quarters", "runs"))
    let runsOfScenario = designPoints * replications
    for row in rows {
      table.rows.append([row.scenario] + [row.programmes, row.households, row.quarters, runsOfScenario].map(Self.text))
    }
    let householdQuarters = rows.reduce(0) { $0 + $1.households * $1.quarters * runsOfScenario }
    let limit = isAtMost ? "at most " : ""
    let points = designPoints == 1 ? "" : "\(Self.text(designPoints)) design points x "
    return """
      \(Heading.text("Plan", isColored: false))\(table.text)
      Runs: \(limit)\(Self.text(rows.count * runsOfScenario)) (\(points)\(Self.text(replications)) replications x \
      \(rows.count) scenarios), \(Self.text(householdQuarters)) household-quarters, threads: \(threads)
      Results: \(Self.place(destination, obstacle))
      Expected time: \(limit)about \(time), as measured with \(Self.text(probeHouseholds)) households
      Expected memory: about \(ReadableNumber.text((bytes * 1e-6).rounded(), decimals: 0)) MB
      Nothing was run or written.

      """
  }

  /// Where results would go, and what is in the way.
  public static func place(_ destination: String, _ obstacle: OutputError?) -> String {
    VisibleText.shown("\(destination) (\(obstacle.map { "in the way: \($0)" } ?? "nothing is in the way"))")
  }

  private static func text(_ number: Int) -> String { ReadableNumber.text(Double(number), decimals: 0) }
}
