/// An interval that covers the true mean with a given probability; both ends are NaN where there is none.
public struct ConfidenceInterval: Hashable, Sendable {
  /// The lower end, in the unit of the sample.
  public let lower: Double
  /// The upper end, in the unit of the sample.
  public let upper: Double
}
