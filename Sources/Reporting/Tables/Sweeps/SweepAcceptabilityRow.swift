internal import Experiments

/// A row of `acceptability.csv` of a sweep: whether to choose a scenario by what a durable exit is worth, where parameters
/// are unsure.
struct SweepAcceptabilityRow: FindingsTable {
  let judgement: ScenarioJudgement

  static let table = Table(
    "acceptability",
    """
    Probabilistic sensitivity analysis of the cost of durable exits: acceptability curves, the acceptability frontier \
    and the expected value of perfect information, where each point of the design is a draw of the parameters.
    """,
    key: ScenarioJudgement.key, [.judgement(\Self.judgement)])

  static func isWritten(of results: SweepResults) -> Bool { results.acceptability != nil }

  static func write(_ results: SweepResults, to rows: RowWriter<Self>) throws(OutputError) {
    for judgement in results.acceptability?.judgements ?? [] {
      for scenario in ScenarioJudgement.all(judgement, results.plan.scenarioNames) {
        try rows.add(SweepAcceptabilityRow(judgement: scenario))
      }
    }
  }
}
