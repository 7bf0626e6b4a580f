/// What is known of a number that is not known exactly.
public enum Distribution: Hashable, Sendable {
  /// Any number from low to high, as likely as any other.
  case uniform(low: Double, high: Double)
  /// A positive number whose logarithm is uniform.
  case logUniform(low: Double, high: Double)
  /// Normal.
  case normal(mean: Double, standardDeviation: Double)
  /// A positive number whose logarithm is normal.
  case logNormal(median: Double, logStandardDeviation: Double)
  /// Between low and high, most likely at the mode.
  case triangular(low: Double, mode: Double, high: Double)
}
