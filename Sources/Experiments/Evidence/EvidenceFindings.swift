public import Households

/// How the model under some theories stands beside the published figures.
public struct EvidenceFindings: Sendable {
  /// The published figures, in the order of their rows.
  public let figures: [PublishedFigure]
  /// What each theory has in their place.
  public let theories: [TheoryFindings]

  /// Creates findings with as many simulated figures of each theory as there are published ones.
  public init(figures: [PublishedFigure], theories: [TheoryFindings]) {
    self.figures = figures
    self.theories = theories
  }

  /// The deviations of a theory from the figures, in their order.
  public func deviations(of theory: TheoryFindings) -> [Double] {
    zip(figures, theory.simulated).map { $0.deviation(of: $1) }
  }

  /// What the calibration rows say of a theory together.
  public func verdict(on theory: TheoryFindings) -> EvidenceVerdict {
    let judged = zip(figures, deviations(of: theory)).filter { $0.role == .calibration && $1.isFinite }
    let largest = judged.max { $0.1.magnitude < $1.1.magnitude }
    return EvidenceVerdict(
      rows: judged.count, sumOfSquares: judged.reduce(0) { $0 + $1.1 * $1.1 },
      largest: largest.map { (id: $0.0.id, deviation: $0.1) })
  }
}

/// What the model under one theory has in the place of the published figures.
public struct TheoryFindings: Sendable {
  /// The theory.
  public let regime: Regime
  /// A value for each figure, in their order.
  public let simulated: [SimulatedFigure]

  /// Creates findings.
  public init(regime: Regime, simulated: [SimulatedFigure]) {
    self.regime = regime
    self.simulated = simulated
  }
}

/// The calibration rows of a theory in three numbers.
public struct EvidenceVerdict: Sendable {
  /// Rows with a deviation.
  public let rows: Int
  /// Sum of their squared deviations; about as many as there are rows where the model is right.
  public let sumOfSquares: Double
  /// The row that is farthest off; nil without rows.
  public let largest: (id: String, deviation: Double)?
}
