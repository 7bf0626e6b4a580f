internal import Randomness
internal import Statistics

/// The probability of each scenario that its true mean is the best of all.
///
///     mu = x + L z / sqrt(c / (R - 1)),  L L' = S / R,  z ~ N(0, I),  c ~ chi-square(R - 1)
///
/// `x` and `S` are sample means and covariance, over `R` replications, of the `d` differences from the first scenario.
/// With two scenarios, `d = 1`, this is Student's posterior of a normal mean under the reference prior `1 / sigma^2`,
/// and the probability that of the paired t statistic. With more it is an approximation, which takes the covariance as
/// known up to one factor: each difference between two scenarios is still Student's with `R - 1` degrees of freedom, as
/// in their paired test, however many others there are. All together they are the exact posterior only under the prior
/// `|Sigma|^-d`; Jeffreys' prior `|Sigma|^(-(d + 1) / 2)` would leave `R - d` degrees of freedom and be wider, most of
/// all where replications are few and scenarios many. Which scenario is the first does not matter. It is counted over a
/// fixed number of draws, which do not depend on the seed of the experiment; its own standard error is 0.005 at most.
/// Scenarios that are equal in every replication share their probability.
///
/// - Complexity: O(draws x scenarios^2).
///
/// Source: Chick and Inoue 2001, doi:10.1287/opre.49.5.732.10615.
struct BestProbability {
  static let draws = 10_000

  /// The probabilities in the order of scenarios; they sum to 1.
  let values: [Double]

  /// - Parameters:
  ///   - means: the means of at least two replications.
  ///   - isBetterHigher: whether more is better.
  init(_ means: MeansAgainstFirst, isBetterHigher: Bool) {
    let moments = means.moments
    let factor = SemidefiniteFactor(dimension: moments.dimension) { moments.covarianceOfMeans($0, $1) }
    let sign = isBetterHigher ? 1.0 : -1.0
    let source = (0..<means.count).map(means.firstEqual)
    // The share of a tied best is a fraction that does not sum exactly: shares are counted by how many are tied.
    var wins = Array(repeating: Array(repeating: 0, count: means.count + 1), count: means.count)
    let stream = RandomStream(seed: 0, replication: 0)
    for draw in 0..<Self.draws {
      let deviations = factor.product(Self.normals(moments.dimension, draw: draw, stream))
      let scale = Self.scale(degreesOfFreedom: moments.count - 1, draw: draw, stream)
      let drawn = (0..<means.count).map { scenario in
        let source = source[scenario]
        return sign * (means.mean(source) + (source == 0 ? 0 : deviations[source - 1] / scale))
      }
      let best = drawn.reduce(-.infinity, max)
      let tied = drawn.count { $0 == best }
      for scenario in drawn.indices where drawn[scenario] == best { wins[scenario][tied] += 1 }
    }
    values = wins.map { wins in
      wins.enumerated().reduce(0) { $0 + ($1.element == 0 ? 0 : Double($1.element) / Double($1.offset)) }
        / Double(Self.draws)
    }
  }

  // MARK: - Draws

  private static let deviationPurpose = Purpose(label: "probability of best, deviations")
  private static let scalePurpose = Purpose(label: "probability of best, scale")

  private static func normals(_ count: Int, draw: Int, _ stream: RandomStream) -> [Double] {
    (0..<count).map { index in
      stream.draw(entity: UInt32(draw), quarter: Int32(index), purpose: deviationPurpose).normal0
    }
  }

  /// The root of a chi-square number over its degrees of freedom.
  private static func scale(degreesOfFreedom: Int, draw: Int, _ stream: RandomStream) -> Double {
    let square = chiSquareVariate(degreesOfFreedom: degreesOfFreedom) { attempt in
      stream.draw(entity: UInt32(draw), quarter: Int32(attempt), purpose: scalePurpose)
    }
    return (square / Double(degreesOfFreedom)).squareRoot()
  }
}
