internal import CostEffectiveness
internal import Designs

/// A mix that is worth its budget: no other, and no mixture of two others, gains as much for less.
public struct FrontierPoint: Hashable, Sendable {
  /// The mix, by its index in the final comparison.
  public let index: Int
  /// Its difference from the point before, nothing before the first; the interval is for all pairs together.
  public let step: PairedDifference
  /// The budget that it takes beyond that of the point before, PKR of 2015-16.
  public let money: Double

  /// What one more of the outcome costs on the way from the point before, PKR of 2015-16: the mean, and the ends that
  /// follow from those of the step; without an upper end where that may gain nothing.
  public var costOfOneMore: (mean: Double, low: Double, high: Double) {
    let gains = [step.low, step.high].map(\.magnitude).sorted()
    let ends = step.mayBeZero ? (gains[1], 0) : (gains[1], gains[0])
    return (money / step.mean.magnitude, money / ends.0, money / ends.1)
  }

  /// The points by rising budget.
  static func points(_ comparison: FinalComparison, plan: PortfolioPlan) -> [FrontierPoint] {
    let strategies = comparison.standings.map { standing in
      Strategy(
        name: "\(standing.mix)", cost: plan.mix(standing.mix).budget, effect: plan.gain(standing.fromNothing.mean))
    }
    guard strategies.allSatisfy(\.effect.isFinite) else { return [] }
    let frontier = EfficiencyFrontier(strategies)
    return zip(frontier.path, frontier.path.dropFirst()).map { before, index in
      FrontierPoint(
        index: index, step: comparison.difference(index, before),
        money: strategies[index].cost - strategies[before].cost)
    }
  }
}
