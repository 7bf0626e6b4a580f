internal import CostEffectiveness
package import Experiments

/// A row of `frontier.csv`: whether another scenario, or a mixture of others, does better than one for less.
package struct FrontierRow: ReadableRow, SummaryTable {
  package var terms = EvaluationTerms.blank
  package var order = 0
  package var scenario = "", effectUnit = ""
  package var cost = Double.nan, gain = Double.nan
  package var status = Status.frontier
  /// What keeps it off the frontier, and the scenario before it on the frontier; empty for none.
  package var rivals = "", nextCheaper = ""
  package var ratio = Double.nan, ratioLow = Double.nan, ratioHigh = Double.nan

  /// Whether a scenario is on the frontier.
  package enum Status: String, CaseIterable, Cell {
    case frontier, dominated
    case extendedlyDominated = "extendedly_dominated"
    case equal
  }

  static let needs = Dataset.Parts.comparison
  package static let blank = FrontierRow()
  package static let table = Table(
    "frontier",
    """
    The efficiency frontier of the means, by rising cost: which scenarios are on it, what keeps the others off, and \
    what one more unit of effect costs against the next cheaper scenario on it.
    """,
    key: EvaluationTerms.columnNames + ["scenario"],
    [
      .terms(\Self.terms), .column("order", \.order, unit: "place", "Place by rising cost, from 1."),
      .scenario(\.scenario), .pkr("cost", \.cost, mayBeEmpty: false, "Mean cost minus the baseline's."),
      .inEffectUnit("gain", \.gain, mayBeEmpty: false, "Mean effect minus the baseline's."),
      .effectUnit(\.effectUnit),
      .column(
        "status", \.status,
        "frontier; dominated, another costs no more and achieves no less; extendedly_dominated, a mixture of two others "
          + "achieves as much for less; equal, the same as another."),
      .column(
        "by", \.rivals, mayBeEmpty: true, "What keeps it off the frontier: a scenario, or the two of a mixture."),
      .column("next_cheaper", \.nextCheaper, mayBeEmpty: true, "The scenario before it on the frontier."),
      .pkrPerUnit(
        "icer", \.ratio, "Incremental cost-effectiveness ratio: cost of one more unit of effect than next_cheaper."),
      .pkrPerUnit(
        "icer_ci_low", \.ratioLow, "Lower end of Fieller's 95% interval; empty where it is not bounded."),
      .pkrPerUnit(
        "icer_ci_high", \.ratioHigh, "Upper end of Fieller's 95% interval; empty where it is not bounded."),
    ])

  static func write(_ summary: ExperimentSummary, to rows: RowWriter<Self>) throws(OutputError) {
    for evaluation in summary.money.evaluations {
      let frontier = evaluation.frontier()
      let strategies = frontier.strategies
      let order = strategies.indices.sorted { (strategies[$0].cost, $0) < (strategies[$1].cost, $1) }
      for (place, index) in order.enumerated() {
        let previous = frontier.predecessor(of: index)
        let interval = previous.map { evaluation.outcome(of: index, against: $0).ratio.bounds }
        try rows.add(
          FrontierRow(
            terms: evaluation.terms, order: place + 1, scenario: strategies[index].name,
            effectUnit: evaluation.terms.effect.unit, cost: strategies[index].cost, gain: strategies[index].effect,
            status: Status(frontier.statuses[index]),
            rivals: frontier.rivals(of: index).map { strategies[$0].name }.joined(separator: " + "),
            nextCheaper: previous.map { strategies[$0].name } ?? "", ratio: frontier.ratio(of: index) ?? .nan,
            ratioLow: interval?.low ?? .nan, ratioHigh: interval?.high ?? .nan))
      }
    }
  }
}

extension FrontierRow.Status {
  fileprivate init(_ status: EfficiencyFrontier.Status) {
    self =
      switch status {
      case .efficient: .frontier
      case .dominated: .dominated
      case .extendedlyDominated: .extendedlyDominated
      case .equal: .equal
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
