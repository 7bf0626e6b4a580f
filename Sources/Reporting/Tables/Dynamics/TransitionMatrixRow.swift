package import Experiments

/// A row of `transition_matrix.csv`: how likely a move within a quarter is.
package struct TransitionMatrixRow: ReadableRow, SummaryTable {
  package var scenario = ""
  package var transition = TransitionEstimate.undefined

  package static let blank = TransitionMatrixRow()
  package static let table = Table(
    "transition_matrix",
    """
    Probabilities of the moves within a quarter that occurred, between the levels of each dimension and between joint \
    states (economic/social/political), with their errors between replications and of multinomial counts.
    """,
    key: ["scenario", "dimension", "from", "to"],
    [
      .scenario(\Self.scenario),
      .column("dimension", \.transition.dimension, "economic, social, political or joint."),
      .column("from", \.transition.from, "Level at the start of a quarter."),
      .column("to", \.transition.to, "Level at its end."),
      .column("count", \.transition.count, unit: "real household-quarters", "Moves, mean over replications."),
      .share(
        "probability", \.transition.probability.mean, mayBeEmpty: false,
        "Mean over the replications in which somebody was there."),
      .share(
        "se", \.transition.probability.standardError, "Standard error of the mean between replications."),
      .share(
        "ci_low", \.transition.probability.low,
        "Lower end of the 95% interval, on the scale of log-odds; exact binomial, by replications, for 1."),
      .share("ci_high", \.transition.probability.high, "Upper end of the 95% interval."),
      .replications(\.transition.probability.replications),
      .share("pooled", \.transition.pooled, mayBeEmpty: false, "Probability of all replications pooled."),
      .share(
        "multinomial_se", \.transition.multinomialStandardError,
        "Standard error of the pooled probability if simulated household-quarters were independent."),
    ])

  static func write(_ summary: ExperimentSummary, to rows: RowWriter<Self>) throws(OutputError) {
    for (name, transitions) in zip(summary.scenarioNames, summary.dynamics.transitions) {
      for transition in transitions { try rows.add(TransitionMatrixRow(scenario: name, transition: transition)) }
    }
  }
}

extension Columns {
  fileprivate static func share(
    _ name: String, _ path: KeyPath<Row, Double>, mayBeEmpty: Bool = true, _ summary: String
  ) -> Columns {
    .column(name, path, unit: "share of from", mayBeEmpty: mayBeEmpty, summary)
  }
}
