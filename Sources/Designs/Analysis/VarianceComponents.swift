internal import ExactMath

/// How much of the variance of an output comes from the parameters, and how much from chance.
///
/// Each of p points is run with the same r replications, the same luck at every point: two crossed random factors with
/// one output in each cell.
///
///     y_ij = mean + point_i + replication_j + interaction_ij
///     SS_points = r sum of (mean_i - mean)^2,  SS_replications = p sum of (mean_j - mean)^2,
///     SS_interaction = sum of (y_ij - mean_i - mean_j + mean)^2
///     MS = SS over p - 1, r - 1 and (p - 1) (r - 1)
///     variance of points       (MS_points - MS_interaction) / r
///     variance of replications (MS_replications - MS_interaction) / p
///     variance of interaction  MS_interaction
///
/// The variance of points is that of the parameters alone, free of chance. Interaction is chance that does not act
/// alike at all points; without repetition it cannot be told from other error. These are the estimators of analysis of
/// variance; one that comes out negative is taken as 0, which is what truncating means. Outputs that differ by rounding
/// alone are equal.
///
/// Source: Searle, Casella and McCulloch 1992, chapter 4, doi:10.1002/9780470316856.
public struct VarianceComponents: Hashable, Sendable {
  /// One source of variance.
  public struct Component: Hashable, Sendable {
    /// The sum of squares, in squared units of the output.
    public let sumOfSquares: Double
    /// The degrees of freedom.
    public let degreesOfFreedom: Int
    /// The unbiased estimate of the variance, which may be negative; NaN without degrees of freedom.
    public let unbiasedEstimate: Double

    /// The estimate of the variance, 0 where the unbiased one is negative.
    public var variance: Double { unbiasedEstimate < 0 ? 0 : unbiasedEstimate }
  }

  /// The parameters.
  public let points: Component
  /// Chance that acts alike at all points.
  public let replications: Component
  /// Chance that acts differently from point to point.
  public let interaction: Component
  /// The mean of all outputs that were used.
  public let mean: Double

  /// The share of the variance of the points' means that is interaction, 0-1.
  ///
  ///     (I / r) / (P + I / r),  P and I the variances of points and of interaction, P at least 0
  ///
  /// A mean over r replications has 1 / r of the interaction in its variance. Where the means vary less than chance
  /// alone would make them, P is 0 and all of it is interaction: the share is 1. NaN without degrees of freedom, and
  /// where there is no variance at all.
  public var interactionShareOfMeans: Double {
    let chance = interaction.variance / Double(replications.degreesOfFreedom + 1)
    return chance / (points.variance + chance)
  }

  /// Takes the variance of one output apart; points of which an output is not finite are left out.
  ///
  /// - Parameters:
  ///   - outputs: Point by point the output of each replication, p r numbers.
  ///   - replications: The number of replications r of each point, at least 1.
  /// - Precondition: The number of outputs is a multiple of the replications.
  /// - Complexity: O(outputs).
  public init(outputs: [Double], replications: Int) {
    precondition(replications >= 1, "variance components need a replication")
    precondition(outputs.count % replications == 0, "each point needs an output of each replication")
    let outputs = RoundingTolerance.settled(outputs)
    let rows = stride(from: 0, to: outputs.count, by: replications).map {
      Array(outputs[$0..<$0 + replications])
    }.filter { $0.allSatisfy(\.isFinite) }
    let table = CrossedTable(rows: rows, columns: replications)
    let squares = table.sumsOfSquares
    let freedom = (points: max(0, rows.count - 1), replications: replications - 1)
    let interactionMean = Self.meanSquare(squares.interaction, freedom.points * freedom.replications)
    points = Component(
      sumOfSquares: squares.rows, degreesOfFreedom: freedom.points,
      unbiasedEstimate: RoundingTolerance.difference(Self.meanSquare(squares.rows, freedom.points), interactionMean)
        / Double(replications))
    self.replications = Component(
      sumOfSquares: squares.columns, degreesOfFreedom: freedom.replications,
      unbiasedEstimate: RoundingTolerance.difference(
        Self.meanSquare(squares.columns, freedom.replications), interactionMean) / Double(rows.count))
    interaction = Component(
      sumOfSquares: squares.interaction, degreesOfFreedom: freedom.points * freedom.replications,
      unbiasedEstimate: interactionMean)
    mean = table.mean
  }

  /// A sum of squares over its degrees of freedom; NaN without any.
  private static func meanSquare(_ sumOfSquares: Double, _ degreesOfFreedom: Int) -> Double {
    degreesOfFreedom > 0 ? sumOfSquares / Double(degreesOfFreedom) : .nan
  }
}
