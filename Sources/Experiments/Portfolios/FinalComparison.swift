internal import Households
internal import Statistics

/// The last few mixes and nothing, compared in replications by which none of them was chosen.
///
/// All differences are paired within replications. Three families of statements hold with 95% each, as Bonferroni's
/// inequality allows with Student's quantiles: the differences of all from nothing; those of all pairs; and which mixes
/// may be the best. For the last, with `m` mixes in `n` replications and `s_ij` the standard error of `x_i - x_j`,
///
///     upper_i = min over j of (x_i - x_j + t s_ij),  t = Student's quantile of 1 - 0.05 / (m - 1), n - 1 degrees
///
/// and a mix may be the best where `upper_i >= 0`, that is, where none is better beyond doubt. The set of these holds the
/// mix with the truly best mean in 95% of all searches, whichever it is: only its own `m - 1` one-sided comparisons
/// have to hold. That is a weaker demand than on all pairs, and so the set is smaller.
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
    /// By how much its outcome differs from that of the best of the others; the interval is for all mixes together and
    /// reaches 0 at least, from either side, where the mix may be the best.
    public let fromBestOther: PairedDifference
    /// Whether no other mix is better beyond doubt.
    public let mayBeBest: Bool
    /// Probability that no other mix has a better mean, 0-1; NaN with fewer than two replications.
    public let probabilityOfBest: Double
  }

  /// The mixes by their numbers, nothing first.
  public let standings: [Standing]
  /// Replications in which the outcome of every mix was defined.
  public let replications: Int

  private let plan: PortfolioPlan
  private let means: MeansAgainstFirst

  /// Compares mixes.
  /// - Parameters:
  ///   - plan: what is to be found out.
  ///   - mixes: at least two, by their numbers; nothing first.
  ///   - values: of each the outcome and the cost of each replication.
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
    let upper = mixes.indices.map { Self.upperGain($0, plan, means, mixes: mixes.count) }
    let probabilities =
      defined.count > 1
      ? BestProbability(means, isBetterHigher: plan.outcome.isBetterHigher).values : mixes.map { _ in .nan }
    standings = mixes.indices.map { index in
      Standing(
        mix: mixes[index],
        outcome: Estimate(
          RunningMoments(defined.map { values[index][$0].outcome }),
          range: plan.outcome.range.values(households: plan.households)),
        cost: Estimate(RunningMoments(values[index].map(\.cost))),
        fromNothing: PairedDifference(index, 0, means, intervals: max(1, mixes.count - 1)),
        fromBestOther: Self.fromBestOther(index, plan, means, upper: upper),
        mayBeBest: !(upper[index] < 0), probabilityOfBest: probabilities[index])
    }
  }

  /// The difference of one mix from another; the interval is for all pairs together.
  /// - Parameters:
  ///   - first: index in `standings`.
  ///   - second: index of the one that is taken away.
  /// - Returns: the first less the second.
  public func difference(_ first: Int, _ second: Int) -> PairedDifference {
    PairedDifference(first, second, means, intervals: max(1, standings.count * (standings.count - 1) / 2))
  }

  /// The index of the mix with the best mean; of those that are equal, the first, which is the cheapest.
  public var best: Int {
    standings.indices.dropFirst().reduce(0) { best, next in
      plan.gain(means.difference(next, best)) > 0 ? next : best
    }
  }

  // MARK: - Comparison with the best

  private static func reach(_ means: MeansAgainstFirst, mixes: Int) -> Double {
    guard means.moments.count > 1 else { return .nan }
    return studentQuantile(probability: 1 - 0.05 / Double(mixes - 1), degreesOfFreedom: means.moments.count - 1)
  }

  /// How far a mix may at most be ahead of the best of the others, by the direction of the outcome.
  private static func upperGain(
    _ index: Int, _ plan: PortfolioPlan, _ means: MeansAgainstFirst, mixes: Int
  ) -> Double {
    let reach = reach(means, mixes: mixes)
    return (0..<mixes).filter { $0 != index }.reduce(.infinity) { least, other in
      let gain = plan.gain(means.difference(index, other))
      let upper = gain + reach * means.varianceOfDifference(index, other).squareRoot()
      return least.isNaN || upper.isNaN ? .nan : min(least, upper)
    }
  }

  private static func fromBestOther(
    _ index: Int, _ plan: PortfolioPlan, _ means: MeansAgainstFirst, upper: [Double]
  ) -> PairedDifference {
    let others = upper.indices.filter { $0 != index }
    let reach = reach(means, mixes: upper.count)
    let gains = others.map { plan.gain(means.difference(index, $0)) }
    let rivals = others.filter { !(upper[$0] < 0) }
    // Where no other mix may be the best, this one is, and is behind none.
    let low = rivals.reduce(0) { least, other in
      let gain = plan.gain(means.difference(index, other))
      return min(least, gain - reach * means.varianceOfDifference(index, other).squareRoot())
    }
    let high = max(0, upper[index])
    let isDefined = !upper[index].isNaN
    let (mean, lower, higher) = (gains.reduce(.infinity, min), isDefined ? low : .nan, isDefined ? high : .nan)
    return plan.outcome.isBetterHigher
      ? PairedDifference(mean: mean, low: lower, high: higher)
      : PairedDifference(mean: -mean, low: -higher, high: -lower)
  }
}
