internal import Experiments

/// A row of `evaluations.csv`: what a run of a mix gave, in the order in which replications were finished.
struct EvaluationRow: ReadableRow {
  var stage = 0, replication = 0, mix = 0
  var outcome = Double.nan, cost = Double.nan

  static let blank = EvaluationRow()
  static let table = Table(
    "evaluations", "The outcome and the cost of each mix in each replication in which it was run.",
    key: ["replication", "mix"],
    [
      .column(
        "stage", \Self.stage, "Stage of the search: a round of halving, from 1; one more for the final comparison."),
      .replication(\.replication), .mix(\.mix),
      .column(
        "outcome", \.outcome, unit: "as in finalists.csv", mayBeEmpty: true,
        "The outcome of all households at the end; empty where it is undefined."),
      .column(
        "cost", \.cost, unit: "PKR of 2015-16",
        "Cost of all programmes of the scenario over the whole run, less loans repaid."),
    ])

  static func write(_ batch: EvaluationBatch, to rows: RowWriter<Self>) throws(OutputError) {
    for run in batch.evaluations {
      try rows.add(
        EvaluationRow(
          stage: batch.stage, replication: batch.replication, mix: run.mix, outcome: run.outcome, cost: run.cost))
    }
  }

  /// The replications that a table holds, as they were written, from the first without a gap.
  static func batches(
    mixes: Int, directory: String, expected: FileDigest?
  ) throws(OutputError) -> [EvaluationBatch] {
    let reader = try TableReader<Self>(directory: directory)
    var batches: [EvaluationBatch] = []
    var rows: [EvaluationRow] = []
    func end() {
      guard let last = rows.last else { return }
      batches.append(
        EvaluationBatch(
          replication: last.replication, stage: last.stage,
          evaluations: rows.map { MixEvaluation(mix: $0.mix, outcome: $0.outcome, cost: $0.cost) }))
      rows = []
    }
    while try reader.next() {
      let (row, replication) = (try reader.value(), rows.last?.replication ?? 0)
      guard (1...mixes).contains(row.mix), row.replication >= 1, (0...1).contains(row.replication - replication)
      else { throw reader.failure("it is no evaluation of this portfolio") }
      if row.replication != replication { end() }
      rows.append(row)
    }
    end()
    try reader.end(expected)
    return batches
  }
}

extension Columns {
  static func mix(_ path: KeyPath<Row, Int>) -> Columns {
    .column("mix", path, "Number of the mix, from 1, which is nothing; mixes.csv has its choices.")
  }
}
