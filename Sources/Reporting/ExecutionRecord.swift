/// What may differ between two runs that give the same results: the machine, the time, how the work was divided.
public struct ExecutionRecord: Hashable, Sendable {
  /// The command line.
  public var arguments: [String]
  /// Where the survey was; nil for the published margins.
  public var survey: String?
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
  /// Simulated households times quarters, over all runs that this execution made, the burn-in not counted.
  public var householdQuarters: Int

  /// Creates a record.
  public init(
    arguments: [String], survey: String? = nil, threads: Int, blockSize: Int, bytesPerHousehold: Double,
    openBLASConfiguration: String,
    openBLASCore: String, operatingSystem: String, started: String, seconds: Double, householdQuarters: Int
  ) {
    self.arguments = arguments
    self.survey = survey
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
