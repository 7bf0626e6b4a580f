internal import Designs

/// Which mix to choose, and by which rule.
public struct Recommendation: Hashable, Sendable {
  /// Why a mix is chosen.
  public enum Rule: String, Hashable, Sendable {
    /// Its net benefit has the best mean: what it gains is worth more, less its budget, than what any other does.
    case netBenefit = "net_benefit"
    /// It is the cheapest that beyond doubt reaches a share of what any other gains over nothing.
    case share
    /// It has the best mean, and none reaches that share beyond doubt.
    case bestMean = "best_mean"
    /// It is nothing, than which no mix is better beyond doubt.
    case nothing
  }

  /// The share of the largest gain that is enough where the portfolio states no worth: nine tenths.
  public static let share = 0.9

  /// The rule.
  public let rule: Rule
  /// The mix that is recommended, by its index in the final comparison.
  public let choice: Int

  init(_ rule: Rule, _ choice: Int) { (self.rule, self.choice) = (rule, choice) }

  /// Chooses; of mixes that cost the same, the one with the better mean.
  init(_ comparison: FinalComparison, plan: PortfolioPlan) {
    let standings = comparison.standings
    func budget(_ index: Int) -> Double { plan.mix(standings[index].mix).budget }
    if plan.worth != nil {
      self.init(.netBenefit, comparison.best)
    } else if standings[0].mayBeBest {
      self.init(.nothing, 0)
    } else {
      let enough = standings.indices.filter { comparison.reaches(Self.share, of: $0) }
      let cheapest = enough.first.map { first in
        enough.filter { budget($0) == budget(first) }.reduce(first) { chosen, next in
          plan.gain(comparison.difference(next, chosen).mean) > 0 ? next : chosen
        }
      }
      self = cheapest.map { Self(.share, $0) } ?? Self(.bestMean, comparison.best)
    }
  }
}
