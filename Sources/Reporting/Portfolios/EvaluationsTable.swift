internal import Experiments

/// `evaluations.csv`: what each run of a mix gave, in the order in which replications were finished.
enum EvaluationsTable {
  static let schema = TableSchema(
    name: "evaluations", summary: "The outcome and the cost of each mix in each replication in which it was run.",
    columns: [
      TableColumn(
        "stage", .integer, "Stage of the search: a round of halving, from 1; one more for the final comparison."),
      .replication, .mix,
      TableColumn(
        "outcome", .number, unit: "as in finalists.csv", mayBeEmpty: true,
        "The outcome of all households at the end; empty where it is undefined."),
      TableColumn(
        "cost", .number, unit: "PKR of 2015-16",
        "Cost of all programmes of the scenario over the whole run, less loans repaid."),
    ],
    primaryKey: ["replication", "mix"])

  static func write(_ batch: EvaluationBatch, to table: TableFile) throws(OutputError) {
    for evaluation in batch.evaluations {
      try table.addRow { row in
        row.append(batch.stage)
        row.append(batch.replication)
        row.append(evaluation.mix)
        row.append(evaluation.outcome)
        row.append(evaluation.cost)
      }
    }
  }

  /// The replications that a table holds, as they were written.
  /// - Parameters:
  ///   - mixes: how many mixes there are.
  ///   - directory: where the table is.
  ///   - expected: what the table holds.
  /// - Returns: the replications, from the first without a gap.
  /// - Throws: `OutputError.cannotRead`.
  static func batches(
    mixes: Int, directory: String, expected: FileDigest?
  ) throws(OutputError) -> [EvaluationBatch] {
    let path = directory + "/" + schema.fileName
    let reader = try CSVReader(path: path, digesting: true)
    var batches: [EvaluationBatch] = []
    guard try reader.next() else { return batches }
    var evaluations: [MixEvaluation] = []
    var (stage, replication) = (0, 0)
    func end() {
      guard !evaluations.isEmpty else { return }
      batches.append(EvaluationBatch(replication: replication, stage: stage, evaluations: evaluations))
      evaluations = []
    }
    while try reader.next() {
      let row = reader.row
      guard row.count == schema.columns.count, let ofStage = Int(row[0]), let ofReplication = Int(row[1]),
        let mix = Int(row[2]), (1...mixes).contains(mix), let outcome = row.number(at: 3), let cost = row.number(at: 4),
        ofReplication >= 1, ofReplication == replication || ofReplication == replication + 1
      else { throw .cannotRead(path: path, reason: "line \(reader.line) is no evaluation of this portfolio") }
      if ofReplication != replication { end() }
      (stage, replication) = (ofStage, ofReplication)
      evaluations.append(MixEvaluation(mix: mix, outcome: outcome, cost: cost))
    }
    end()
    if let expected, try !reader.hasRead(expected) {
      throw .cannotRead(path: path, reason: "it changes while it is read")
    }
    return batches
  }
}
