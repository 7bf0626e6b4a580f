internal import Experiments

/// `transition_matrix.csv`: how likely each move within a quarter is.
enum TransitionMatrixTable {
  static let schema = TableSchema(
    name: "transition_matrix",
    summary: """
      Probabilities of the moves within a quarter that occurred, between the levels of each dimension and between joint \
      states (economic/social/political), with their errors between replications and of multinomial counts.
      """,
    columns: [
      .scenario,
      TableColumn("dimension", .string, "economic, social, political or joint."),
      TableColumn("from", .string, "Level at the start of a quarter."),
      TableColumn("to", .string, "Level at its end."),
      TableColumn("count", .number, unit: "real household-quarters", "Moves, mean over replications."),
      TableColumn(
        "probability", .number, unit: "share of from", "Mean over the replications in which somebody was there."),
      TableColumn(
        "se", .number, unit: "share of from", mayBeEmpty: true, "Standard error of the mean between replications."),
      TableColumn(
        "ci_low", .number, unit: "share of from", mayBeEmpty: true,
        "Lower end of the 95% interval, on the scale of log-odds; exact binomial, by replications, for 1."),
      TableColumn("ci_high", .number, unit: "share of from", mayBeEmpty: true, "Upper end of the 95% interval."),
      .replications,
      TableColumn("pooled", .number, unit: "share of from", "Probability of all replications pooled."),
      TableColumn(
        "multinomial_se", .number, unit: "share of from", mayBeEmpty: true,
        "Standard error of the pooled probability if simulated household-quarters were independent."),
    ],
    primaryKey: ["scenario", "dimension", "from", "to"])

  static func write(_ summary: ExperimentSummary, to table: TableFile) throws(OutputError) {
    for (name, transitions) in zip(summary.scenarioNames, summary.dynamics.transitions) {
      for transition in transitions {
        try table.addRow { row in
          row.append(name)
          row.append(transition.dimension)
          row.append(transition.from)
          row.append(transition.to)
          row.append(transition.count)
          row.append(transition.probability)
          row.append(transition.probability.replications)
          row.append(transition.pooled)
          row.append(transition.multinomialStandardError)
        }
      }
    }
  }
}
