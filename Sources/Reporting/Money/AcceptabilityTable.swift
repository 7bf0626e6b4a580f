internal import CostEffectiveness
internal import Experiments

/// `acceptability.csv`: which scenario to choose by what an effect is worth, and how sure that is.
enum AcceptabilityTable {
  static let schema = TableSchema(
    name: "acceptability",
    summary: """
      Acceptability curves, the acceptability frontier and the expected value of perfect information, from draws of what \
      the true means may be given the replications. Chance alone is in them, not what is unsure of the parameters: for \
      that, see the table of the same name that untrap sweep writes.
      """,
    columns: TableColumn.terms + judgement, primaryKey: TableColumn.terms.map(\.name) + judgementKey)

  /// The columns of a judgement and those of them that identify a row.
  static let judgement: [TableColumn] = [
    .willingnessToPay, .scenario,
    TableColumn("probability_best", .number, unit: "probability", "Probability of the highest net benefit of all."),
    .pkr("net_benefit", mayBeEmpty: false, "Mean net benefit minus the baseline's."),
    TableColumn(
      "on_frontier", .integer, unit: "1 or 0",
      "1 for the scenario with the highest mean net benefit, the one to choose: the acceptability frontier."),
    .pkr(
      "evpi", mayBeEmpty: false,
      "Expected value of perfect information: what it would be worth to know all before choosing, for the whole place."),
  ]
  static let judgementKey = ["willingness_to_pay", "scenario"]

  static func write(_ summary: ExperimentSummary, to table: TableFile) throws(OutputError) {
    for evaluation in summary.money.evaluations {
      for judgement in evaluation.acceptability() {
        for (scenario, name) in summary.scenarioNames.enumerated() {
          try table.addRow { row in
            row.append(evaluation.terms)
            row.append(judgement, scenario: scenario, name: name)
          }
        }
      }
    }
  }
}

extension CSVBuffer {
  /// Appends what is judged of one scenario at one willingness to pay.
  mutating func append(_ judgement: Acceptability, scenario: Int, name: String) {
    append(judgement.willingnessToPay)
    append(name)
    append(judgement.probabilities[scenario])
    append(judgement.netBenefits[scenario])
    append(judgement.choice == scenario ? 1 : 0)
    append(judgement.valueOfPerfectInformation)
  }
}
