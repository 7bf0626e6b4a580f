internal import Households
internal import Statistics

/// Collects the figures by which scenarios are ranked, replication by replication.
///
/// - Complexity: memory O(figures x scenarios^2), whatever the number of replications.
struct RankingAccumulator: Sendable {
  /// The figures that the model has, in the order of outputs.
  let measures: [RankedMeasure]
  /// Of each figure the difference of each scenario but the first from the first.
  private(set) var differences: [JointMoments]
  /// Where each figure is among the values of an observation; nil for the cost.
  private let positions: [Int?]
  private let scenarios: Int
  /// The figures of the replication that goes on, one list for each scenario so far.
  private var current: [[Double]] = []

  init(scenarios: Int, groupLevels: [GroupLevel], measures: [Measure]) {
    self.scenarios = scenarios
    let found: [(measure: RankedMeasure, position: Int?)] = RankedMeasure.all.compactMap { ranked in
      guard case .headline(let headline) = ranked else { return (ranked, nil) }
      return groupLevels.place(of: headline.rawValue, among: measures).map { (ranked, $0) }
    }
    self.measures = found.map(\.measure)
    positions = found.map(\.position)
    differences = found.map { _ in JointMoments(dimension: scenarios - 1) }
  }

  /// Adds a run; a figure that is undefined in one scenario is left out in all of the replication.
  mutating func add(_ result: RunResult, cost: Double, scenario: Int) {
    if scenario == 0 { current = [] }
    current.append(positions.map { $0.map { result.observations.last?.values[$0] ?? .nan } ?? cost })
    guard scenario == scenarios - 1 else { return }
    for figure in measures.indices { differences[figure].addDifferencesFromFirst([current.map { $0[figure] }]) }
  }

  mutating func pass(through archive: inout StateArchive) throws(StateArchive.Fault) {
    let dimensions = differences.map(\.dimension)
    try archive.pass(&differences)
    try archive.require(differences.map(\.dimension) == dimensions)
  }
}
