/// What is recorded of a measurement, in which nothing is simulated.
public struct MeasurementRecord: Sendable, Codable {
  /// Resampling: its number and seed.
  public struct Bootstrap: Hashable, Sendable, Codable {
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

  /// What a file that was measured holds.
  public enum Data: String, Sendable, Codable {
    case survey
    case microdata = "simulated households"
  }

  /// What the file holds.
  public let data: Data
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

  /// Creates a record.
  public init(
    data: Data, line: Double?, by: [String], indicators: [SampleTerms.Indicator], cutoff: Double, bootstrap: Bootstrap?
  ) {
    self.data = data
    self.line = line
    self.by = by
    self.indicators = indicators
    self.cutoff = cutoff
    self.bootstrap = bootstrap
  }

  private enum CodingKeys: String, CodingKey {
    case data
    case line = "line_pkr_month"
    case by, indicators, cutoff, bootstrap
  }
}
