internal import Households
internal import Statistics

/// Collects what the runs of an experiment cost and achieve, replication by replication.
///
/// - Complexity: memory O(terms x scenarios^2) and O(years x partners), whatever the number of replications.
struct MoneyAccumulator: Sendable {
  private let scenarioNames: [String]
  private let evaluation: EvaluationParameters
  private let terms: [EvaluationTerms]
  /// By terms, of each scenario but the first its cost and effect minus those of the first.
  private var differences: [JointMoments]
  private var budgets: [BudgetAccumulator]
  /// Where durable exits are among the values of an observation.
  private let exits: Int?
  /// By scenarios of the replication that goes on, cost and effect by terms.
  private var current: [[(cost: Double, effect: Double)]] = []

  init(scenarioNames: [String], groupLevels: [GroupLevel], measures: [Measure], evaluation: EvaluationParameters) {
    self.scenarioNames = scenarioNames
    self.evaluation = evaluation
    terms = scenarioNames.count > 1 ? EvaluationTerms.all(hasWiderCosts: evaluation.hasWiderCosts) : []
    differences = terms.map { _ in JointMoments(dimension: 2 * (scenarioNames.count - 1)) }
    budgets = scenarioNames.map { _ in BudgetAccumulator() }
    exits = groupLevels.place(of: HeadlineMeasure.durableExits.rawValue, among: measures)
  }

  /// Adds a run; terms on which one scenario is undefined are left out in all of the replication.
  mutating func add(_ result: RunResult, scenario: Int) {
    budgets[scenario].add(result.costs)
    let value = RunValue(
      result: result, exits: exits.map { result.observations.last?.values[$0] ?? .nan } ?? .nan, evaluation: evaluation)
    if scenario == 0 { current = [] }
    current.append(terms.map { (cost: value.cost($0), effect: value.effect($0)) })
    guard scenario == scenarioNames.count - 1 else { return }
    for index in terms.indices {
      differences[index].addDifferencesFromFirst([current.map { $0[index].cost }, current.map { $0[index].effect }])
    }
  }

  mutating func pass(through archive: inout StateArchive) throws(StateArchive.Fault) {
    let dimensions = differences.map(\.dimension)
    try archive.pass(&differences)
    try archive.pass(&budgets)
    try archive.require(differences.map(\.dimension) == dimensions && budgets.count == scenarioNames.count)
  }

  /// What all runs so far give.
  func summary() -> MoneySummary {
    MoneySummary(
      parameters: evaluation,
      evaluations: zip(terms, differences).filter { $1.count > 0 }.map { terms, differences in
        Evaluation(
          terms: terms, scenarioNames: scenarioNames, willingnessToPay: terms.effect.willingnessToPay(evaluation),
          means: MeansAgainstFirst(differences, figures: 2))
      }, budgets: budgets.map { $0.summary() })
  }
}
