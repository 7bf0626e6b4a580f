internal import Randomness
internal import Statistics

/// Draws of what the true means of scenarios may be, given their replications.
///
///     mu = x + L z / sqrt(c / (R - 1)),  L L' = S / R,  z ~ N(0, I),  c ~ chi-square(R - 1)
///
/// `x` and `S` are sample means and covariance, over `R` replications, of the `d` differences from the first scenario.
/// Where `d = 1` this is Student's posterior of a normal mean under the reference prior `1 / sigma^2`. With more it is
/// an approximation, which takes the covariance as known up to one factor: each difference between two scenarios is
/// still Student's with `R - 1` degrees of freedom, as in their paired test, however many others there are. All together
/// they are the exact posterior only under the prior `|Sigma|^-d`; Jeffreys' prior `|Sigma|^(-(d + 1) / 2)` would leave
/// `R - d` degrees of freedom and be wider, most of all where replications are few and scenarios many. Which scenario is
/// the first does not matter. The draws do not depend on the seed of the experiment, and scenarios that were equal in
/// every replication are equal in every draw.
///
/// - Complexity: O(figures^2) for a draw.
///
/// Source: Chick and Inoue 2001, doi:10.1287/opre.49.5.732.10615.
struct PosteriorDraws {
  static let count = 10_000

  private let means: MeansAgainstFirst
  private let factor: SemidefiniteFactor
  /// The scenario that each takes its draws from: the first that was always equal to it.
  private let sources: [Int]
  private let stream = RandomStream(seed: 0, replication: 0)

  /// Takes the means of at least two replications.
  init(_ means: MeansAgainstFirst) {
    self.means = means
    let moments = means.moments
    factor = SemidefiniteFactor(dimension: moments.dimension) { moments.covarianceOfMeans($0, $1) }
    sources = (0..<means.count).map(means.firstEqual)
  }

  /// The figures of each scenario, measured from the first, in one draw.
  subscript(draw: Int) -> [[Double]] {
    let moments = means.moments
    let deviations = factor.product(normals(moments.dimension, draw: draw))
    let scale = scale(degreesOfFreedom: moments.count - 1, draw: draw)
    return sources.map { source in
      (0..<means.figures).map { figure in
        let deviation = source == 0 ? 0 : deviations[means.place(source, figure)] / scale
        return means.mean(source, figure: figure) + deviation
      }
    }
  }

  // MARK: - Luck

  private static let deviationPurpose = Purpose(label: "probability of best, deviations")
  private static let scalePurpose = Purpose(label: "probability of best, scale")

  private func normals(_ count: Int, draw: Int) -> [Double] {
    (0..<count).map { index in
      stream.draw(entity: UInt32(draw), quarter: Int32(index), purpose: Self.deviationPurpose).normal0
    }
  }

  /// The root of a chi-square number over its degrees of freedom.
  private func scale(degreesOfFreedom: Int, draw: Int) -> Double {
    let square = chiSquareVariate(degreesOfFreedom: degreesOfFreedom) { attempt in
      stream.draw(entity: UInt32(draw), quarter: Int32(attempt), purpose: Self.scalePurpose)
    }
    return (square / Double(degreesOfFreedom)).squareRoot()
  }
}
