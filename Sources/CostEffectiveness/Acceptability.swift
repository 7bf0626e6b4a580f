internal import ExactMath

/// Which strategy to choose at one willingness to pay, how surely it is the best, and what it would be worth to be sure.
///
/// In each draw the strategy with the highest net benefit is the best; those that tie, but for rounding beside what is
/// gained and paid in it, share the draw. The one with the highest mean over the draws is the choice, which need not be
/// the one that is best most often. The expected value of perfect information is what knowing the draw beforehand would
/// add on average:
///
///     EVPI = mean over draws of (max over s of B_s - B_choice) >= 0,  B_s = willingness effect_s - cost_s
///
/// Source: Fenwick, Claxton and Sculpher 2001, doi:10.1002/hec.635; Raiffa and Schlaifer 1961, Applied Statistical
/// Decision Theory.
public struct Acceptability: Sendable {
  /// Money for a unit of effect.
  public let willingnessToPay: Double
  /// The probability of each strategy that it is the best, 0-1: points of the acceptability curves; they sum to 1.
  public let probabilities: [Double]
  /// The mean net benefit of each strategy.
  public let netBenefits: [Double]
  /// The strategy with the highest mean net benefit, which is on the acceptability frontier; of equals the first.
  public let choice: Int
  /// The expected value of perfect information, in the money of the costs, at least 0.
  public let valueOfPerfectInformation: Double

  /// Judges strategies at one willingness to pay.
  /// - Parameters:
  ///   - draws: what they may cost and achieve.
  ///   - willingnessToPay: money for a unit of effect.
  /// - Complexity: O(draws x strategies).
  public init(_ draws: OutcomeDraws, willingnessToPay: Double) {
    self.willingnessToPay = willingnessToPay
    var sums = Array(repeating: 0.0, count: draws.strategies)
    var sumOfBest = 0.0
    // The share of a tied best is a fraction that does not sum exactly: shares are counted by how many are tied.
    var wins = Array(repeating: Array(repeating: 0, count: draws.strategies + 1), count: draws.strategies)
    var benefits = sums
    var sumOfStakes = 0.0
    for draw in 0..<draws.count {
      var stake = 0.0
      for strategy in benefits.indices {
        let (gain, cost) = draws.worth(strategy, draw: draw, willingnessToPay: willingnessToPay)
        benefits[strategy] = gain - cost
        stake = max(stake, gain.magnitude, cost.magnitude)
        sums[strategy] += benefits[strategy]
      }
      let best = benefits.reduce(-.infinity, max)
      sumOfBest += best
      sumOfStakes += stake
      let tied = benefits.indices.filter { RoundingTolerance.isNothing(best - benefits[$0], beside: stake) }
      for strategy in tied { wins[strategy][tied.count] += 1 }
    }
    let count = Double(draws.count)
    let settled = RoundingTolerance.settled(sums, beside: sumOfStakes)
    netBenefits = settled.map { RoundingTolerance.isNothing($0, beside: sumOfStakes) ? 0 : $0 / count }
    choice = settled.indices.reduce(0) { settled[$1] > settled[$0] ? $1 : $0 }
    // Rounding can bring a value that ought to be 0 to either side of it.
    let gain = sumOfBest - settled[choice]
    valueOfPerfectInformation =
      gain < 0 || RoundingTolerance.isNothing(gain, beside: sumOfStakes) ? 0 : gain / count
    probabilities = wins.map { wins in
      wins.enumerated().reduce(0) { $0 + ($1.element == 0 ? 0 : Double($1.element) / Double($1.offset)) } / count
    }
  }
}
