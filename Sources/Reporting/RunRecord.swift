/// What is recorded of a run beside its tables, so that it can be understood and had again.
public struct RunRecord: Sendable {
  /// The file it is written to.
  public static let fileName = "run.json"

  /// `run`, `compare` or `stocktake`.
  public var command: String
  /// The scenarios; the first is the baseline.
  public var scenarios: [ScenarioRecord]
  /// Seed of every draw.
  public var seed: UInt64
  /// Replications of each scenario.
  public var replications: Int
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
  /// The files that were read.
  public var inputs: [FileDigest]

  /// Creates a record.
  public init(
    command: String, scenarios: [ScenarioRecord], seed: UInt64, replications: Int, households: Int, quarters: Int,
    processes: [String], observeEvery: Int, microdataAt: [Int],
    consumptionScale: [(settlementType: String, value: Double)],
    survey: String, inputs: [FileDigest]
  ) {
    self.command = command
    self.scenarios = scenarios
    self.seed = seed
    self.replications = replications
    self.households = households
    self.quarters = quarters
    self.processes = processes
    self.observeEvery = observeEvery
    self.microdataAt = microdataAt
    self.consumptionScale = consumptionScale
    self.survey = survey
    self.inputs = inputs
  }
}

/// A scenario as it was run.
public struct ScenarioRecord: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// Its file, without directories.
  public var file: String
  /// Every value it depends on.
  public var values: [ValueRecord]

  /// Creates a record.
  public init(name: String, file: String, values: [ValueRecord]) {
    self.name = name
    self.file = file
    self.values = values
  }
}

/// A value of a scenario and where it comes from.
public struct ValueRecord: Hashable, Sendable {
  /// How the value is written in JSON.
  public enum Kind: Sendable {
    case text, number, flag
  }

  /// The dotted path by which it can be set.
  public var path: String
  /// The value.
  public var value: String
  /// How the value is written in JSON.
  public var kind: Kind
  /// The unit; empty where there is none.
  public var unit: String
  /// Where it was set: a file and line, an option, or `default`.
  public var origin: String
  /// The evidence for it; `assumed` where there is none.
  public var source: String

  /// Creates a record.
  public init(path: String, value: String, kind: Kind, unit: String, origin: String, source: String) {
    self.path = path
    self.value = value
    self.kind = kind
    self.unit = unit
    self.origin = origin
    self.source = source
  }

  /// Whether the value has no evidence behind it, whatever reason is given for choosing it.
  public var isAssumed: Bool { source.hasPrefix("assumed") }
}

/// What may differ between two runs that give the same results: the machine, the time, how the work was divided.
public struct ExecutionRecord: Hashable, Sendable {
  /// The command line.
  public var arguments: [String]
  /// Threads.
  public var threads: Int
  /// Memory for the state of one simulated household.
  public var bytesPerHousehold: Double
  /// Households that are processed together.
  public var blockSize: Int
  /// What OpenBLAS says of its build.
  public var openBLASConfiguration: String
  /// The processor type for which OpenBLAS chose its kernels.
  public var openBLASCore: String
  /// The operating system.
  public var operatingSystem: String
  /// When the run started, ISO 8601.
  public var started: String
  /// How long it took, outputs included.
  public var seconds: Double
  /// Simulated households times quarters, over all runs, the burn-in not counted.
  public var householdQuarters: Int

  /// Creates a record.
  public init(
    arguments: [String], threads: Int, blockSize: Int, bytesPerHousehold: Double, openBLASConfiguration: String,
    openBLASCore: String, operatingSystem: String, started: String, seconds: Double, householdQuarters: Int
  ) {
    self.arguments = arguments
    self.threads = threads
    self.blockSize = blockSize
    self.bytesPerHousehold = bytesPerHousehold
    self.openBLASConfiguration = openBLASConfiguration
    self.openBLASCore = openBLASCore
    self.operatingSystem = operatingSystem
    self.started = started
    self.seconds = seconds
    self.householdQuarters = householdQuarters
  }

  /// Simulated household-quarters in a second.
  public var householdQuartersPerSecond: Double { seconds > 0 ? Double(householdQuarters) / seconds : .nan }
}
