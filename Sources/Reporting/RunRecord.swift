public import Experiments

/// What is recorded of a run beside its tables, so that it can be understood and had again from the record alone.
public struct RunRecord: Sendable {
  /// The file it is written to.
  public static let fileName = "run.json"
  /// The form of the file, by which programs know what to expect.
  public static let format = "untrap-run/2"

  /// `run`, `compare`, `stocktake`, `sweep`, `sensitivity` or `optimize`.
  public var command: String
  /// The design of a sweep or a sensitivity analysis.
  public var design: DesignRecord?
  /// The scenarios; the first is the baseline.
  public var scenarios: [ScenarioRecord]
  /// Seed of every draw.
  public var seed: UInt64
  /// Values of the command line, in the order in which they were applied.
  public var overrides: [OverrideRecord]
  /// Replications of each scenario.
  public var replications: Int
  /// Until when replications were added; nil where their number was given.
  public var precision: Precision?
  /// Simulated households.
  public var households: Int
  /// Length of each run, quarters.
  public var quarters: Int
  /// The processes of a quarter, in order.
  public var processes: [String]
  /// Quarters between observations.
  public var observeEvery: Int
  /// Quarters at which every household is recorded.
  public var microdataAt: [Int]
  /// Scale of surveyed consumption that was solved for, by settlement type.
  public var consumptionScale: [(settlementType: String, value: Double)]
  /// Where households were drawn from, in words.
  public var survey: String
  /// The files that were read, each once.
  public var inputs: [InputRecord]
  /// The portfolio of a search for the best mix.
  public var portfolio: PortfolioRecord?
  /// What an analysis of traps was made of.
  public var traps: TrapsRecord?
  /// What a reader should know before believing the results.
  public var warnings: [Warning] = []

  /// Creates a record.
  public init(
    command: String, design: DesignRecord? = nil, scenarios: [ScenarioRecord], seed: UInt64,
    overrides: [OverrideRecord] = [], replications: Int,
    precision: Precision? = nil, households: Int, quarters: Int, processes: [String], observeEvery: Int,
    microdataAt: [Int], consumptionScale: [(settlementType: String, value: Double)], survey: String,
    inputs: [InputRecord], portfolio: PortfolioRecord? = nil
  ) {
    self.command = command
    self.design = design
    self.scenarios = scenarios
    self.seed = seed
    self.overrides = overrides
    self.replications = replications
    self.precision = precision
    self.households = households
    self.quarters = quarters
    self.processes = processes
    self.observeEvery = observeEvery
    self.microdataAt = microdataAt
    self.consumptionScale = consumptionScale
    self.survey = survey
    self.inputs = inputs
    self.portfolio = portfolio
  }
}
