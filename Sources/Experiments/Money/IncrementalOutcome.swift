internal import Statistics

/// What one scenario costs and achieves more than another, from differences within replications.
public struct IncrementalOutcome: Sendable {
  /// Difference in cost, PKR of 2015-16.
  public let cost: Estimate
  /// Difference in effect.
  public let effect: Estimate
  /// The one over the other.
  public let ratio: CostPerOutcome
  /// Whether the interval of the difference in cost reaches below and above 0, so that a mean alone tells its sign.
  public var isCostByMean: Bool { cost.low < 0 && cost.high > 0 }

  private let covariance: Double

  /// The figures of costs and effects among a scenario's.
  static let costFigure = 0
  static let effectFigure = 1

  /// Holds two scenarios against each other, by the means of the costs and effects of all.
  init(_ means: MeansAgainstFirst, scenario: Int, against other: Int) {
    let count = means.moments.count
    func estimate(_ figure: Int) -> Estimate {
      Estimate(
        meanDifference: means.difference(scenario, other, figure: figure),
        variance: means.varianceOfDifference(scenario, other, figure: figure), replications: count)
    }
    cost = estimate(Self.costFigure)
    effect = estimate(Self.effectFigure)
    covariance = means.covarianceOfDifferences(
      scenario, other, figures: Self.costFigure, Self.effectFigure)
    guard count > 1 else {
      ratio = .tooFewReplications
      return
    }
    let quotient = RatioOfMeans(
      numerator: cost.mean, denominator: effect.mean,
      varianceOfNumerator: means.varianceOfDifference(scenario, other, figure: Self.costFigure),
      varianceOfDenominator: means.varianceOfDifference(scenario, other, figure: Self.effectFigure),
      covariance: covariance, factor: IntervalWidth.factor(replications: count))
    // Where the effect is none in every replication, the cost alone decides.
    let isSameEffect = effect.mean == 0 && effect.standardError == 0
    if isSameEffect, cost.mean == 0, cost.standardError == 0 {
      ratio = .equal
    } else if isSameEffect ? cost.mayBeZero : !quotient.isBounded {
      ratio = .notDistinguishable
    } else if effect.mean > 0, cost.mean > 0 {
      ratio = .estimate(mean: quotient.value, low: quotient.lower, high: quotient.upper)
    } else if effect.mean < 0, cost.mean < 0 {
      ratio = .lessEffect
    } else {
      ratio = effect.mean < 0 || cost.mean > 0 ? .dominated : .dominates
    }
  }

  /// The net monetary benefit: what the difference in effect is worth, at so many PKR of 2015-16 a unit, less what it
  /// costs.
  public func netBenefit(willingnessToPay: Double) -> Estimate {
    let variance =
      willingnessToPay * willingnessToPay * effect.standardError * effect.standardError
      + cost.standardError * cost.standardError - 2 * willingnessToPay * covariance
    return Estimate(
      meanDifference: willingnessToPay * effect.mean - cost.mean,
      // Rounding can bring a variance that ought to be 0 below it; NaN stays NaN.
      variance: variance < 0 ? 0 : variance, replications: cost.replications)
  }
}

extension Estimate {
  /// An estimate from the variance of a mean.
  fileprivate init(meanDifference: Double, variance: Double, replications: Int) {
    let standardError = replications > 1 ? variance.squareRoot() : .nan
    self.init(
      mean: meanDifference, standardDeviation: standardError * Double(replications).squareRoot(),
      standardError: standardError, range: .anyNumber, replications: replications)
  }
}
