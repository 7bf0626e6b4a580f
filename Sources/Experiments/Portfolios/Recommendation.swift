internal import Designs

/// Which mix to choose: the cheapest of those that may be the best.
public struct Recommendation: Hashable, Sendable {
  /// The mix that is recommended, by its index in the final comparison.
  public let choice: Int
  /// The mix with the best mean, by its index.
  public let best: Int
  /// Mixes that cost less, and of which one is better than each beyond doubt, but from which the recommended one cannot
  /// be told apart.
  public let cheaperAlike: [Int]

  /// Chooses: of mixes that cost the same, the one with the better mean.
  init(_ comparison: FinalComparison, plan: PortfolioPlan) {
    let standings = comparison.standings
    func budget(_ index: Int) -> Double { plan.mix(standings[index].mix).budget }
    let best = comparison.best
    let choice = standings.indices.filter { standings[$0].mayBeBest }.reduce(best) { chosen, next in
      if budget(next) != budget(chosen) { return budget(next) < budget(chosen) ? next : chosen }
      return plan.gain(comparison.difference(next, chosen).mean) > 0 ? next : chosen
    }
    self.best = best
    self.choice = choice
    cheaperAlike = standings.indices.filter { index in
      budget(index) < budget(choice) && comparison.difference(choice, index).mayBeZero
    }
  }
}
