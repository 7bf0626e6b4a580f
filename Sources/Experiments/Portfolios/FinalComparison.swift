internal import Designs
internal import ExactMath
internal import Households
internal import Statistics

/// The last few mixes and nothing, compared in replications by which none of them was chosen.
///
/// All differences are paired within replications. Four families of statements hold with 95% each, as Bonferroni's
/// inequality allows with Student's quantiles: the differences of all from nothing; those of all pairs; which mixes reach
/// a share of the best; and which may be the best. For the last, with `m` mixes in `n` replications and `s_ij` the
/// standard error of `x_i - x_j`,
///
///     upper_i = min over j of (x_i - x_j + t s_ij),  t = Student's quantile of 1 - 0.05 / (m - 1), n - 1 degrees
///
/// and a mix may be the best where `upper_i >= 0`, that is, where none is better beyond doubt. The set of these holds the
/// mix with the truly best mean in 95% of all searches, whichever it is: only its own `m - 1` one-sided comparisons
/// have to hold. That is a weaker demand than on all pairs, and so the set is smaller. Where the portfolio states a worth,
/// `x` is the net benefit (``PortfolioPlan/net(_:less:)``), for budgets are no luck.
///
/// Source: Edwards and Hsu 1983, Journal of the American Statistical Association 78, 965-971; with common random numbers,
/// Nelson and Matejcik 1995, doi:10.1287/mnsc.41.12.1935; Dunn 1961, doi:10.1080/01621459.1961.10482090.
public struct FinalComparison: Sendable {
  /// How one mix did.
  public struct Standing: Sendable {
    /// The mix, by its number.
    public let mix: Int
    /// Its outcome, mean over replications with its own interval.
    public let outcome: Estimate
    /// What all programmes cost, less loans repaid, PKR of 2015-16.
    public let cost: Estimate
    /// By how much its outcome differs from that of nothing; the interval is for all mixes together.
    public let fromNothing: PairedDifference
    /// What that is worth less its budget, PKR of 2015-16, with the same interval; nil where no worth is stated.
    public let netBenefit: PairedDifference?
    /// Whether no other mix is better beyond doubt, by net benefit where a worth is stated.
    public let mayBeBest: Bool
    /// Probability that no other mix has a better mean, of its net benefit where a worth is stated, 0-1; NaN with fewer
    /// than two replications.
    public let probabilityOfBest: Double
  }

  /// The mixes by their numbers, nothing first.
  public let standings: [Standing]
  /// Replications in which the outcome of every mix was defined.
  public let replications: Int

  private let plan: PortfolioPlan
  private let means: MeansAgainstFirst
  private let budgets: [Double]
  /// Student's quantile of statements about each mix but one.
  private let reach: Double

  /// Compares at least two mixes, by their numbers, nothing first, by outcome and cost of each replication of each.
  /// - Complexity: that of `BestProbability`.
  init(_ plan: PortfolioPlan, mixes: [Int], values: [[(outcome: Double, cost: Double)]]) {
    self.plan = plan
    let defined = (values.first ?? []).indices.filter { replication in
      values.allSatisfy { !$0[replication].outcome.isNaN }
    }
    var moments = JointMoments(dimension: mixes.count - 1)
    for replication in defined { moments.addDifferencesFromFirst([values.map { $0[replication].outcome }]) }
    let means = MeansAgainstFirst(moments)
    self.means = means
    replications = defined.count
    let budgets = mixes.map { plan.mix($0).budget }
    self.budgets = budgets
    let reach = Self.reach(replications: defined.count, statements: mixes.count - 1)
    self.reach = reach
    let probabilities =
      defined.count > 1
      ? BestProbability(means) { plan.net(plan.gain($1), less: budgets[$0]) }.values : mixes.map { _ in .nan }
    standings = mixes.indices.map { index in
      let fromNothing = PairedDifference(index, 0, means, intervals: max(1, mixes.count - 1))
      return Standing(
        mix: mixes[index],
        outcome: Estimate(
          RunningMoments(defined.map { values[index][$0].outcome }),
          range: plan.outcome.range.values(households: plan.households)),
        cost: Estimate(RunningMoments(values[index].map(\.cost))),
        fromNothing: fromNothing, netBenefit: plan.netBenefit(fromNothing, budget: budgets[index]),
        mayBeBest: !mixes.indices.contains { other in
          let gain = plan.net(plan.gain(means.difference(index, other)), less: budgets[index] - budgets[other])
          return gain + reach * means.varianceOfDifference(index, other).squareRoot() < 0
        },
        probabilityOfBest: probabilities[index])
    }
  }

  /// The first mix less the second, by their indices in `standings`; the interval is for all pairs together.
  public func difference(_ first: Int, _ second: Int) -> PairedDifference {
    PairedDifference(first, second, means, intervals: max(1, standings.count * (standings.count - 1) / 2))
  }

  /// The index of the mix with the best mean, of its net benefit where a worth is stated; of those that are equal, the
  /// first, which is the cheapest.
  public var best: Int {
    leader { plan.net(plan.gain(means.difference($0, $1)), less: budgets[$0] - budgets[$1]) }
  }

  /// The index of the mix that gains most, whatever it costs; of those that are equal, the first.
  public var most: Int { leader { plan.gain(means.difference($0, $1)) } }

  private func leader(_ gain: (_ next: Int, _ best: Int) -> Double) -> Int {
    standings.indices.dropFirst().reduce(0) { best, next in gain(next, best) > 0 ? next : best }
  }

  /// Whether a mix, by its index in `standings`, beyond doubt gains at least a share of what each other gains over
  /// nothing.
  ///
  ///     x_i - x_0 - share (x_j - x_0) - t s >= 0 for all j
  ///
  /// A mix that truly gains less than the share of the best passes only if its comparison with that one fails it, so
  /// that `t` covers the mixes and not their pairs (intersection-union; Berger 1982,
  /// doi:10.1080/00401706.1982.10487790). It is false with fewer than two replications.
  public func reaches(_ share: Double, of index: Int) -> Bool {
    standings.indices.allSatisfy { other in
      let lead = RoundingTolerance.difference(plan.gain(means.mean(index)), share * plan.gain(means.mean(other)))
      return lead >= reach * means.variance(index, less: share, of: other).squareRoot()
    }
  }

  private static func reach(replications: Int, statements: Int) -> Double {
    guard replications > 1 else { return .nan }
    return studentQuantile(probability: 1 - 0.05 / Double(max(1, statements)), degreesOfFreedom: replications - 1)
  }
}
