public import Designs

/// The rounds by which a search drops mixes.
///
/// Where there are more than `screened`, a first look at all of them in 2 replications leaves that many. Then
///
///     n_k+1 = max(finalists, ceil(n_k / 2)),  r_k = max(2, ceil(replications / 2^rounds)) 2^(k - 1)
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
    /// Mixes that are run, nothing and the leaders of budget steps not counted.
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

  /// Replications of the first look.
  static let look = 2

  /// Lays down the rounds for so many mixes, nothing not counted.
  public init(mixes: Int, effort: SearchEffort) {
    let screened = max(effort.screened, effort.finalists)
    var sizes = [min(mixes, screened)]
    while sizes[sizes.count - 1] > effort.finalists {
      sizes.append(max(effort.finalists, (sizes[sizes.count - 1] + 1) / 2))
    }
    let shares = 1 << (sizes.count - 1)
    let first = max(2, (effort.replications + shares - 1) / shares)
    var counts = (0..<sizes.count - 1).map { first << $0 }
    if mixes > screened { (sizes, counts) = ([mixes] + sizes, [Self.look] + counts) }
    var next = 1
    rounds = counts.indices.map { round in
      defer { next += counts[round] }
      return Round(mixes: sizes[round], kept: sizes[round + 1], replications: next..<next + counts[round])
    }
    finalReplications = next..<next + effort.replications
  }
}
