public import Households
internal import MarkovChains
public import Statistics

/// One number on how mobile households are: which matrix it is of, and what it measures.
public struct MobilityFigure: Hashable, Sendable {
  /// `economic`, `social`, `political`, `joint` or `poverty`.
  public private(set) var dimension: String
  /// `quarter`, `year` or `three_years`.
  public private(set) var step: String
  /// The level that it is of; `all` for the whole matrix.
  public private(set) var level: String
  /// What it measures.
  public private(set) var measure: Measure

  /// The figures of a run, with their values, always in the same order; NaN where undefined.
  static func all(of result: RunResult) -> [(figure: MobilityFigure, value: Double)] {
    let matrices = ObservedMatrix.all(of: result)
    return matrices.filter { $0.step != .threeYears }.flatMap(indices)
      + matrices.filter { $0.step == .threeYears }.flatMap { several in
        matrices.filter { $0.step == .year && $0.dimension == several.dimension }.flatMap { once in
          moverStayer(once: once, several: several)
        }
      }
  }

  /// What the figures measure, for the description of outputs.
  public static let measures = ofMatrix + [meanStay] + ofLevels

  private static let ofMatrix = [
    Measure(
      name: "shorrocks_index", unit: "index", summary: "Shorrocks: (n - trace) / (n - 1) over n levels; 0 for no moves."
    ),
    Measure(
      name: "bartholomew_index", unit: "levels a step", summary: "Bartholomew: mean number of levels moved in a step."),
    Measure(
      name: "eigenvalue_index", unit: "index, 0-1", summary: "1 less the modulus of the second eigenvalue."),
    Measure(
      name: "determinant_index", unit: "index, 0-1",
      summary: "1 less the determinant's magnitude to the power 1 / (n - 1)."),
    Measure(
      name: "second_eigenvalue", unit: "share",
      summary: "Modulus of the second eigenvalue: what a step leaves of a one-off shift, in the long run."),
    Measure(
      name: "half_life", unit: "steps", summary: "Steps after which half of a one-off shift is gone, in the long run."),
  ]
  private static let meanStay = Measure(
    name: "mean_stay", unit: "steps", summary: "Prais: mean length of a stay at the level, 1 / (1 - probability).")
  private static let ofLevels = [
    Measure(
      name: "observed_stay", unit: "share of those at the level",
      summary: "Those at the level that are at it again three years later."),
    Measure(
      name: "expected_stay", unit: "share of those at the level",
      summary: "What a Markov chain with the moves of one year would give for three."),
    Measure(
      name: "mover_stayer_excess", unit: "share of those at the level",
      summary: "Observed less expected stay: above 0 where some move often and others hardly ever.",
      range: .anyNumber),
  ]

  private static func indices(_ matrix: ObservedMatrix) -> [(figure: MobilityFigure, value: Double)] {
    let estimated = matrix.counts.chain()
    let states = estimated?.states ?? []
    let indices = estimated.map { MobilityIndices($0.chain) }
    let total = states.reduce(0) { $0 + matrix.counts.totals[$1] }
    let isJoint = matrix.counts.states == JointMoves.states
    let moved = indices?.bartholomew(distribution: states.map { matrix.counts.totals[$0] / total }) { from, to in
      Double(isJoint ? JointMoves.distance(states[from], states[to]) : abs(states[from] - states[to]))
    }
    let values = [
      indices?.shorrocks, moved, indices?.eigenvalue, indices?.determinant, indices?.secondModulus, indices?.halfLife,
    ]
    let whole = zip(ofMatrix, values).map { matrix.figure($0, $1 ?? .nan) }
    // Rare joint states that nobody was seen to leave make an estimated chain absorbing by accident: what follows from
    // eigenvalues would tell of that accident.
    guard !isJoint else { return Array(whole.prefix(2)) }
    return whole
      + matrix.levelNames.enumerated().map { level, name in
        let stay = states.firstIndex(of: level).flatMap { indices?.meanStays[$0] }
        return matrix.figure(meanStay, stay ?? .nan, level: name)
      }
  }

  private static func moverStayer(
    once: ObservedMatrix, several: ObservedMatrix
  ) -> [(figure: MobilityFigure, value: Double)] {
    let diagnostic = MoverStayerDiagnostic(once: once.counts, several: several.counts, steps: 3)
    let values = [diagnostic.observed, diagnostic.expected, diagnostic.excess]
    return several.levelNames.enumerated().flatMap { level, name in
      zip(ofLevels, values).map { several.figure($0, $1[level], level: name) }
    }
  }
}

extension MobilityFigure: Archivable {
  /// What is read into.
  public init() { self.init(dimension: "", step: "", level: "", measure: Self.measures[0]) }

  /// Passes the words by which it is known.
  public mutating func pass(through archive: inout StateArchive) throws(StateArchive.Fault) {
    var name = measure.name
    for word in [\MobilityFigure.dimension, \.step, \.level] { try archive.pass(&self[keyPath: word]) }
    try archive.pass(&name)
    guard let measure = Self.measures.first(where: { $0.name == name }) else { throw StateArchive.Fault() }
    self.measure = measure
  }
}

extension ObservedMatrix {
  fileprivate func figure(
    _ measure: Measure, _ value: Double, level: String = "all"
  ) -> (figure: MobilityFigure, value: Double) {
    (MobilityFigure(dimension: dimension, step: step.rawValue, level: level, measure: measure), value)
  }
}
