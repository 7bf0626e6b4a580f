/// What may differ between two runs that give the same results: the machine, the time, how the work was divided.
package struct ExecutionRecord: Hashable, Sendable, Codable {
  package var arguments: [String]
  /// Where the survey was; nil for the published margins.
  package var survey: String?
  package var threads: Int?
  /// Households that are processed together.
  package var blockSize: Int?
  /// Memory for the state of one simulated household; NaN where it was not measured.
  package var bytesPerHousehold: Double?
  /// What OpenBLAS says of its build.
  package var openBLASConfiguration: String?
  /// The processor type for which OpenBLAS chose its kernels.
  package var openBLASCore: String?
  package var operatingSystem: String
  /// When the run started, ISO 8601.
  package var started: String
  /// How long it took, outputs included.
  package var seconds: Double
  /// Simulated households times quarters, over all runs that this execution made, the burn-in not counted.
  package var householdQuarters: Int?
  /// Simulated household-quarters in a second, to a whole number.
  package private(set) var householdQuartersPerSecond: Double?
  /// The digest of all that stands before the execution, so that a change of it is found.
  var recordDigest: String?

  /// Creates a record; what simulates nothing has but the arguments, the system and the time.
  package init(
    arguments: [String], survey: String? = nil, threads: Int? = nil, blockSize: Int? = nil,
    bytesPerHousehold: Double? = nil, openBLASConfiguration: String? = nil, openBLASCore: String? = nil,
    operatingSystem: String, started: String, seconds: Double, householdQuarters: Int? = nil
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
    householdQuartersPerSecond = householdQuarters.map { seconds > 0 ? (Double($0) / seconds).rounded() : .nan }
  }

  /// Nothing is known of an execution whose results are not kept.
  static let unknown = ExecutionRecord(arguments: [], operatingSystem: "", started: "", seconds: 0)

  private enum CodingKeys: String, CodingKey {
    case arguments, survey, threads
    case blockSize = "block_size"
    case bytesPerHousehold = "bytes_per_household"
    case openBLASConfiguration = "openblas_configuration"
    case openBLASCore = "openblas_core"
    case operatingSystem = "operating_system"
    case started, seconds
    case householdQuarters = "household_quarters"
    case householdQuartersPerSecond = "household_quarters_per_second"
    case recordDigest = "record_sha256"
  }
}
