public import Designs

/// The rounds by which a search halves its mixes.
///
///     n_1 = all,  n_k+1 = max(finalists, ceil(n_k / 2)),  r_k = max(2, ceil(replications / 2^rounds)) 2^(k - 1)
///
/// All `n_k` mixes of a round are run in the same `r_k` replications, which are added to those of earlier rounds. As mixes
/// halve while replications double, each round takes about the same time. The last has about half of the `replications`
/// of the final comparison or somewhat more; where these are fewer than `2^(rounds + 1)`, the first round has 2 and the
/// last `2^rounds`, which can be more than the final comparison has.
///
/// Source: sequential halving, Karnin, Koren and Somekh 2013, Proceedings of Machine Learning Research 28(3),
/// 1238-1246; earlier observations kept as by Jamieson and Talwalkar 2016, doi:10.48550/arXiv.1502.07943.
public struct HalvingSchedule: Hashable, Sendable {
  /// A round.
  public struct Round: Hashable, Sendable {
    /// Mixes that are run, nothing not counted.
    public let mixes: Int
    /// Those of them that go on.
    public let kept: Int
    /// The replications of the round.
    public let replications: Range<Int>
  }

  /// The rounds in order; none where there are no more mixes than finalists.
  public let rounds: [Round]
  /// The replications of the final comparison, which no round has used.
  public let finalReplications: Range<Int>

  /// Lays down the rounds.
  /// - Parameters:
  ///   - mixes: mixes that begin, nothing not counted.
  ///   - effort: finalists and replications.
  public init(mixes: Int, effort: SearchEffort) {
    var sizes = [mixes]
    while sizes[sizes.count - 1] > effort.finalists {
      sizes.append(max(effort.finalists, (sizes[sizes.count - 1] + 1) / 2))
    }
    let shares = 1 << (sizes.count - 1)
    var count = max(2, (effort.replications + shares - 1) / shares)
    var next = 1
    var rounds: [Round] = []
    for (size, kept) in zip(sizes, sizes.dropFirst()) {
      rounds.append(Round(mixes: size, kept: kept, replications: next..<next + count))
      next += count
      count *= 2
    }
    self.rounds = rounds
    finalReplications = next..<next + effort.replications
  }

  /// Runs of all rounds, those of nothing included.
  public var runs: Int { rounds.reduce(0) { $0 + ($1.mixes + 1) * $1.replications.count } }
}
