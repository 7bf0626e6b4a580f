public import Designs
internal import ExactMath

/// What a search for the best mix of programmes has to find out.
public struct PortfolioPlan: Sendable {
  /// All mixes, by their numbers; the first is nothing.
  public let mixes: [Mix]
  /// What is to be as good as it can.
  public let outcome: RankedMeasure
  /// Real households, of which the outcome may be a part; nil where that is not known.
  public let households: Double?
  /// What one more of the outcome is worth, PKR of 2015-16; nil where nothing is said.
  public let worth: Double?
  /// How hard to search.
  public let effort: SearchEffort
  /// The sums of money at which the best mix is asked for.
  public let steps: BudgetSteps

  /// Creates a plan for the whole budget, PKR of 2015-16.
  ///
  /// Mixes are numbered from 1, and the first is nothing. The outcome is a headline measure with a direction; a worth
  /// is above 0. The effort is at least one mix after the first look, one finalist and two replications.
  /// - Precondition: These hold.
  public init(
    mixes: [Mix], outcome: RankedMeasure, households: Double? = nil, worth: Double? = nil, effort: SearchEffort,
    budget: Double
  ) {
    precondition(
      mixes.first?.choices.allSatisfy { $0 == 0 } == true && mixes.enumerated().allSatisfy { $1.number == $0 + 1 },
      "mixes are numbered from 1, and the first is nothing")
    precondition(
      effort.screened >= 1 && effort.finalists >= 1 && effort.replications >= 2,
      "a search keeps a mix and compares in two replications or more")
    self.mixes = mixes
    self.outcome = outcome
    self.households = households
    self.worth = worth
    self.effort = effort
    steps = BudgetSteps(mixes: mixes, budget: budget)
  }

  /// A mix by its number.
  public func mix(_ number: Int) -> Mix { mixes[number - 1] }

  /// A gain in the outcome by which more is better, whatever the outcome.
  func gain(_ difference: Double) -> Double { outcome.gain(difference) }

  /// What a gain is worth less money, in the unit of the outcome; the gain itself where no worth is stated.
  ///
  ///     net = gain - money / worth
  ///
  /// Source: the net health benefit of Stinnett and Mullahy 1998, doi:10.1177/0272989X98018002S09.
  func net(_ gain: Double, less money: Double) -> Double {
    worth.map { RoundingTolerance.difference(gain, money / $0) } ?? gain
  }

  /// What a difference from nothing is worth less a budget, PKR of 2015-16, with its interval; nil where no worth is
  /// stated.
  func netBenefit(_ fromNothing: PairedDifference, budget: Double) -> PairedDifference? {
    worth.map { worth in
      let ends = [fromNothing.low, fromNothing.high].map { worth * gain($0) - budget }
      return PairedDifference(
        mean: worth * net(gain(fromNothing.mean), less: budget), low: outcome.isBetterHigher ? ends[0] : ends[1],
        high: outcome.isBetterHigher ? ends[1] : ends[0])
    }
  }

  /// The best of some mixes at each budget step by some measure; the first of those that are equal, nil where none
  /// costs so little.
  ///
  /// Complexity: O(steps x numbers).
  func leaders(among numbers: [Int], isBetter: (Int, Int) -> Bool) -> [Int?] {
    steps.limits.map { limit in
      numbers.filter { mix($0).budget <= limit }.reduce(nil) { best, next in
        best.map { isBetter(next, $0) ? next : $0 } ?? next
      }
    }
  }
}
