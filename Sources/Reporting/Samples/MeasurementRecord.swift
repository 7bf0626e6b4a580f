internal import Notation

/// What is recorded of a measurement beside its table, so that it can be understood and repeated.
public struct MeasurementRecord: Sendable {
  /// The form of the file, which is not that of runs: nothing was simulated.
  static let format = "untrap-measure/1"

  /// Resampling: its number and seed.
  public struct Bootstrap: Hashable, Sendable {
    /// Number of resamples.
    public let resamples: Int
    /// The seed of their luck.
    public let seed: UInt64

    /// Creates a record of resampling.
    public init(resamples: Int, seed: UInt64) {
      self.resamples = resamples
      self.seed = seed
    }
  }

  /// The file that was measured.
  public let input: FileDigest
  /// Whether it holds simulated households.
  public let isMicrodata: Bool
  /// The poverty line, PKR a month per adult equivalent; nil where the file has welfare over the line.
  public let line: Double?
  /// The columns by which households were grouped.
  public let by: [String]
  /// The indicators with their weights.
  public let indicators: [SampleTerms.Indicator]
  /// The share of weights from which on a household is deprived in enough.
  public let cutoff: Double
  /// Resampling; nil where there was none.
  public let bootstrap: Bootstrap?
  /// What a reader should know before believing the errors.
  public let warnings: [Warning]
  /// The command line.
  public let arguments: [String]
  /// The operating system.
  public let operatingSystem: String
  /// When it started, ISO 8601.
  public let started: String

  /// Creates a record.
  public init(
    input: FileDigest, isMicrodata: Bool, line: Double?, by: [String], indicators: [SampleTerms.Indicator],
    cutoff: Double, bootstrap: Bootstrap?, warnings: [Warning], arguments: [String], operatingSystem: String,
    started: String
  ) {
    self.input = input
    self.isMicrodata = isMicrodata
    self.line = line
    self.by = by
    self.indicators = indicators
    self.cutoff = cutoff
    self.bootstrap = bootstrap
    self.warnings = warnings
    self.arguments = arguments
    self.operatingSystem = operatingSystem
    self.started = started
  }

  /// The text of `run.json`: as for runs, the last object tells of the machine and is no part of the results.
  func json(outputs: [(digest: FileDigest, rows: Int?)], seconds: Double) -> String {
    let resampling: JSONValue? = bootstrap.map { ["resamples": .whole($0.resamples), "seed": .unsigned($0.seed)] }
    let members: [(key: String, value: JSONValue)] =
      [
        ("format", .text(Self.format)), ("version", .text(SoftwareVersion.current)), ("command", "measure"),
        ("data", isMicrodata ? "simulated households" : "survey"),
      ] + (line.map { [("line_pkr_month", .real($0))] } ?? []) + [
        ("by", .list(by.map { .text($0) })),
        (
          "indicators",
          .list(
            indicators.map { ["name": .text($0.name), "weight": .real($0.weight), "deprived": .text($0.meaning)] })
        ),
        ("cutoff", .real(cutoff)),
      ] + (resampling.map { [("bootstrap", $0)] } ?? []) + [
        ("inputs", .list([input.json(rows: nil)])),
        ("warnings", warnings.json),
        ("outputs", .list(outputs.map { $0.digest.json(rows: $0.rows) })),
      ]
    func text(digest: String) -> String {
      let execution: JSONValue = [
        "arguments": .list(arguments.map { .text($0) }), "operating_system": .text(operatingSystem),
        "started": .text(started), "seconds": .real(seconds), "record_sha256": .text(digest),
      ]
      return JSONValue.object(members + [(ResultIdentity.executionKey, execution)]).rendered() + "\n"
    }
    return text(digest: StoredRecord.digest(of: text(digest: "")))
  }
}
