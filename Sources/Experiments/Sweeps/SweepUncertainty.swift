public import Designs

/// How uncertain a quantity is, and by what: the parameters, chance, or both together.
public struct SweepUncertainty: Hashable, Sendable {
  /// Mean over points and replications.
  public var mean = Double.nan
  /// Standard deviation that comes from the parameters, free of chance; NaN with fewer than two replications, and where
  /// the points do not stand for the distributions: on trajectories, and at chosen levels of a range.
  public var parameterDeviation = Double.nan
  /// Standard deviation that comes from chance alone, the same at all points.
  public var chanceDeviation = Double.nan
  /// Standard deviation that comes from chance where it acts differently from point to point.
  public var interactionDeviation = Double.nan
  /// Share of the variance of the points' means that is chance acting differently from point to point, and that more
  /// replications would take out; NaN with fewer than two replications.
  public var chanceShareOfMeans = Double.nan
  /// The 5%, 50% and 95% quantiles of the points' means; NaN where points are not drawn at random.
  public var quantiles = probabilities.map { _ in Double.nan }
  /// Points that were used.
  public var points = 0

  /// The probabilities of `quantiles`.
  public static let probabilities = [0.05, 0.5, 0.95]

  /// What is not known.
  public init() {}

  /// Takes the variance of a quantity apart, over points of which so many consecutive ones belong together.
  ///
  /// Points that are no draws from the distributions of the design are left out.
  ///
  /// Complexity: O(points x replications + points log points).
  public init(
    of quantity: SweepQuantity, in outcomes: SweepOutcomes, design: Design, blockLength: Int
  ) {
    let method = design.method
    let drawn = outcomes.values.indices.filter { method.isDraw(point: $0, blockLength: blockLength) }
    let cells = drawn.map { outcomes.replications(of: quantity, point: $0) }.filter { $0.allSatisfy(\.isFinite) }
    let components = VarianceComponents(outputs: cells.flatMap(\.self), replications: outcomes.plan.replications)
    mean = components.mean
    parameterDeviation = design.spreadsAsDistributions ? components.points.variance.squareRoot() : .nan
    chanceDeviation = components.replications.variance.squareRoot()
    interactionDeviation = components.interaction.variance.squareRoot()
    chanceShareOfMeans = components.interactionShareOfMeans
    let means = cells.map { $0.reduce(0, +) / Double($0.count) }.sorted()
    quantiles = Self.probabilities.map { probability in
      method.drawsAtRandom ? sampleQuantile(probability, ofSorted: means) : .nan
    }
    points = cells.count
  }
}

/// The quantile p of sorted numbers, interpolated between those at either side of p (n - 1); NaN without any.
///
/// Source: Hyndman and Fan 1996, definition 7, doi:10.1080/00031305.1996.10473566.
func sampleQuantile(_ probability: Double, ofSorted values: [Double]) -> Double {
  guard let last = values.last else { return .nan }
  let rank = probability * Double(values.count - 1)
  let below = Int(rank)
  guard below + 1 < values.count else { return last }
  return values[below] + (rank - Double(below)) * (values[below + 1] - values[below])
}

extension Design {
  /// Whether the points spread as the variables do: they are drawn, or are all combinations of values as likely.
  fileprivate var spreadsAsDistributions: Bool {
    guard case .factorial = method else { return method.drawsAtRandom }
    return variables.allSatisfy { variable in
      if case .values = variable.domain { true } else { false }
    }
  }
}

extension Design.Method {
  /// Whether the points stand for what is not known of the variables, so that their spread tells of it.
  public var hasUncertainty: Bool {
    if case .tornado = self { false } else { true }
  }

  /// Whether points are drawn from the distributions of the variables.
  var drawsAtRandom: Bool {
    switch self {
    case .latinHypercube, .sobolSequence, .sobolIndices: true
    case .factorial, .morris, .tornado: false
    }
  }

  /// Whether a point was drawn by itself; the others of a row of Saltelli's matrices are made of the first two.
  fileprivate func isDraw(point: Int, blockLength: Int) -> Bool {
    if case .sobolIndices = self { point % blockLength < 2 } else { true }
  }
}
