internal import Experiments

/// `effectiveness.csv`: what scenarios cost and achieve more than the baseline.
enum EffectivenessTable {
  static let schema = TableSchema(
    name: "effectiveness",
    summary: """
      Costs of scenarios against what they achieve, both minus the baseline's and paired within replications; costs and \
      years are present values at the start. Intervals hold chance alone, not what is unsure of the parameters.
      """,
    columns: [.scenario] + TableColumn.terms + [
      .pkr("cost", mayBeEmpty: false, "Mean difference in cost."),
      .pkr("cost_ci_low", "Lower end of the 95% interval of the difference in cost."),
      .pkr("cost_ci_high", "Upper end of the 95% interval of the difference in cost."),
      .inEffectUnit("gain", mayBeEmpty: false, "Mean difference in effect."),
      .inEffectUnit("gain_ci_low", "Lower end of the 95% interval of the difference in effect."),
      .inEffectUnit("gain_ci_high", "Upper end of the 95% interval of the difference in effect."),
      .effectUnit,
      .pkrPerUnit("ratio", "Cost of one more unit of effect; empty unless the reading is ratio."),
      .pkrPerUnit("ratio_ci_low", "Lower end of Fieller's 95% interval of the ratio."),
      .pkrPerUnit("ratio_ci_high", "Upper end of Fieller's 95% interval of the ratio."),
      TableColumn(
        "reading", .string,
        "ratio; dominates, clearly more is achieved for no more money, or always as much for less; dominated, clearly less "
          + "for no less money, or always as much for more; less_effect, clearly less for less money; equal, always as much "
          + "for the same money; not_distinguishable, the effect may be none, or is and the cost may be; one_replication. Whether money is more or "
          + "less is told by means."),
      .willingnessToPay,
      .pkr("net_benefit", mayBeEmpty: false, "What the gain is worth at willingness_to_pay, less the cost."),
      .pkr("net_benefit_ci_low", "Lower end of its 95% interval."),
      .pkr("net_benefit_ci_high", "Upper end of its 95% interval."),
      .replications,
    ],
    primaryKey: ["scenario"] + TableColumn.terms.map(\.name))

  static func write(_ summary: ExperimentSummary, to table: TableFile) throws(OutputError) {
    for (scenario, name) in summary.scenarioNames.enumerated().dropFirst() {
      for evaluation in summary.money.evaluations {
        let outcome = evaluation.outcome(of: scenario)
        let most = evaluation.willingnessToPay.last ?? 0
        try table.addRow { row in
          row.append(name)
          row.append(evaluation.terms)
          row.appendInterval(outcome.cost)
          row.appendInterval(outcome.effect)
          row.append(evaluation.terms.effect.unit)
          row.append(outcome.ratio)
          row.append(reading(of: outcome.ratio))
          row.append(most)
          row.appendInterval(outcome.netBenefit(willingnessToPay: most))
          row.append(evaluation.replications)
        }
      }
    }
  }

  private static func reading(of ratio: CostPerOutcome) -> String {
    switch ratio {
    case .estimate: "ratio"
    case .dominates: "dominates"
    case .dominated: "dominated"
    case .equal: "equal"
    case .lessEffect: "less_effect"
    case .notDistinguishable: "not_distinguishable"
    case .tooFewReplications: "one_replication"
    }
  }
}
