internal import CostEffectiveness
internal import Experiments

/// `frontier.csv`: which scenarios no other, and no mixture of others, does better for less.
enum FrontierTable {
  static let schema = TableSchema(
    name: "frontier",
    summary: """
      The efficiency frontier of the means, by rising cost: which scenarios are on it, what keeps the others off, and \
      what one more unit of effect costs against the next cheaper scenario on it.
      """,
    columns: TableColumn.terms + [
      TableColumn("order", .integer, unit: "place", "Place by rising cost, from 1."),
      .scenario,
      .pkr("cost", mayBeEmpty: false, "Mean cost minus the baseline's."),
      .inEffectUnit("gain", mayBeEmpty: false, "Mean effect minus the baseline's."),
      .effectUnit,
      TableColumn(
        "status", .string,
        "frontier; dominated, another costs no more and achieves no less; extendedly_dominated, a mixture of two others "
          + "achieves as much for less; equal, the same as another."),
      TableColumn(
        "by", .string, mayBeEmpty: true, "What keeps it off the frontier: a scenario, or the two of a mixture."),
      TableColumn("next_cheaper", .string, mayBeEmpty: true, "The scenario before it on the frontier."),
      .pkrPerUnit("icer", "Incremental cost-effectiveness ratio: cost of one more unit of effect than next_cheaper."),
      .pkrPerUnit("icer_ci_low", "Lower end of Fieller's 95% interval; empty where it is not bounded."),
      .pkrPerUnit("icer_ci_high", "Upper end of Fieller's 95% interval; empty where it is not bounded."),
    ],
    primaryKey: TableColumn.terms.map(\.name) + ["scenario"])

  static func write(_ summary: ExperimentSummary, to table: TableFile) throws(OutputError) {
    for evaluation in summary.money.evaluations {
      let frontier = evaluation.frontier()
      let strategies = frontier.strategies
      let order = strategies.indices.sorted { (strategies[$0].cost, $0) < (strategies[$1].cost, $1) }
      for (place, index) in order.enumerated() {
        let previous = frontier.predecessor(of: index)
        let interval = previous.map { bounds(of: evaluation.outcome(of: index, against: $0).ratio) }
        try table.addRow { row in
          row.append(evaluation.terms)
          row.append(place + 1)
          row.append(strategies[index].name)
          row.append(strategies[index].cost)
          row.append(strategies[index].effect)
          row.append(evaluation.terms.effect.unit)
          row.append(status(frontier.statuses[index]))
          row.append(frontier.rivals(of: index).map { strategies[$0].name }.joined(separator: " + "))
          row.append(previous.map { strategies[$0].name } ?? "")
          row.append(frontier.ratio(of: index) ?? .nan)
          row.append(interval?.low ?? .nan)
          row.append(interval?.high ?? .nan)
        }
      }
    }
  }

  private static func bounds(of ratio: CostPerOutcome) -> (low: Double, high: Double) {
    guard case .estimate(_, let low, let high) = ratio else { return (.nan, .nan) }
    return (low, high)
  }

  private static func status(_ status: EfficiencyFrontier.Status) -> String {
    switch status {
    case .efficient: "frontier"
    case .dominated: "dominated"
    case .extendedlyDominated: "extendedly_dominated"
    case .equal: "equal"
    }
  }
}

extension EfficiencyFrontier {
  /// What keeps a strategy off the frontier; none for those on it.
  func rivals(of index: Int) -> [Int] {
    switch statuses[index] {
    case .efficient: []
    case .dominated(let other), .equal(let other): [other]
    case .extendedlyDominated(let below, let above): [below, above]
    }
  }
}
