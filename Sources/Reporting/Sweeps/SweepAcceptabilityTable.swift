internal import CostEffectiveness
internal import Experiments

/// `acceptability.csv` of a sweep: which scenario to choose by what a durable exit is worth, where parameters are unsure.
enum SweepAcceptabilityTable {
  static let schema = TableSchema(
    name: "acceptability",
    summary: """
      Probabilistic sensitivity analysis of the cost of durable exits: acceptability curves, the acceptability frontier \
      and the expected value of perfect information, where each point of the design is a draw of the parameters.
      """,
    columns: AcceptabilityTable.judgement, primaryKey: AcceptabilityTable.judgementKey)

  static func write(
    _ acceptability: SweepAcceptability, of plan: SweepPlan, to table: TableFile
  ) throws(OutputError) {
    for judgement in acceptability.judgements {
      for (scenario, name) in plan.scenarioNames.enumerated() {
        try table.addRow { row in row.append(judgement, scenario: scenario, name: name) }
      }
    }
  }
}
