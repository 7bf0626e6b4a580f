/// What is recorded of a measurement, in which nothing is simulated.
package struct MeasurementRecord: Sendable, Codable {
  /// Resampling: its number and seed.
  package struct Bootstrap: Hashable, Sendable, Codable {
    package let resamples: Int
    /// The seed of their luck.
    package let seed: UInt64

    package init(resamples: Int, seed: UInt64) {
      self.resamples = resamples
      self.seed = seed
    }
  }

  /// What a file that was measured holds.
  package enum Data: String, Sendable, Codable {
    case survey
    case microdata = "simulated households"
  }

  package let data: Data
  /// The poverty line, PKR a month per adult equivalent; nil where the file has welfare over the line.
  package let line: Double?
  /// The columns by which households were grouped.
  package let by: [String]
  /// The indicators with their weights.
  package let indicators: [SampleTerms.Indicator]
  /// The share of weights from which on a household is deprived in enough.
  package let cutoff: Double
  /// Resampling; nil where there was none.
  package let bootstrap: Bootstrap?

  package init(
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
