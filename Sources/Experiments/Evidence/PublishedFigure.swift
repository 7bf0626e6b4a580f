/// A published figure that the model is held against.
public struct PublishedFigure: Hashable, Sendable {
  /// What a figure is there for.
  public enum Role: String, CaseIterable, Sendable {
    /// It may guide the choice of parameters, and counts in the sum of squares.
    case calibration
    /// It is compared and never counted.
    case validation
  }

  /// What figures are counted in.
  public enum Unit: String, CaseIterable, Sendable {
    case coefficient
    case share
    case shareChange = "change of a share"
    case ratio = "ratio to the survey"
    case percent
    case persons
    case standardDeviations = "standard deviations"
    case rupees = "PKR of 2015-16 per adult equivalent and month"
  }

  /// The name of its row, such as `C1a`.
  public let id: String
  /// What is measured, of whom and when.
  public let quantity: String
  /// The unit of value and error.
  public let unit: Unit
  /// The published value; NaN where only a direction was published.
  public let value: Double
  /// Its standard error; NaN where there is none.
  public let standardError: Double
  /// Whether it counts.
  public let role: Role
  /// Who has published it.
  public let source: String

  /// How far a simulated value is from the published one.
  ///
  ///     z = (simulated - published) / sqrt(published error^2 + Monte Carlo error^2)
  ///
  /// - Parameter simulated: the value with its Monte Carlo error, in the same unit.
  /// - Returns: standard errors; NaN where a value or an error is not known.
  /// - Complexity: O(1).
  public func deviation(of simulated: SimulatedFigure) -> Double {
    let variance = standardError * standardError + simulated.standardError * simulated.standardError
    return (simulated.mean - value) / variance.squareRoot()
  }
}

/// What the model has in the place of a published figure.
public struct SimulatedFigure: Hashable, Sendable {
  /// Mean over replications.
  public let mean: Double
  /// Monte Carlo error, the standard error of the mean over replications.
  public let standardError: Double

  /// Creates a figure.
  public init(mean: Double, standardError: Double) {
    self.mean = mean
    self.standardError = standardError
  }
}
