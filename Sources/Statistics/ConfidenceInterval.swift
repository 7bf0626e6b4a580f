/// An interval that covers the true mean with a given probability.
@frozen
public struct ConfidenceInterval: Hashable, Sendable {
  /// The lower end, in the unit of the sample.
  public let lower: Double
  /// The upper end, in the unit of the sample.
  public let upper: Double
  /// The probability of covering the truth, 0...1.
  public let level: Double

  /// An interval between two ends.
  ///
  /// - Parameters:
  ///   - lower: The lower end.
  ///   - upper: The upper end.
  ///   - level: The probability of covering the truth, for example 0.95.
  /// - Complexity: O(1).
  public init(lower: Double, upper: Double, level: Double) {
    self.lower = lower
    self.upper = upper
    self.level = level
  }
}
