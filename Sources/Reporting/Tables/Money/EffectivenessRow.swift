package import Experiments

/// A row of `effectiveness.csv`: what a scenario costs and achieves more than the baseline.
package struct EffectivenessRow: ReadableRow, SummaryTable {
  package var scenario = "", effectUnit = ""
  package var terms = EvaluationTerms.blank
  /// The differences in cost and effect, and what the gain is worth less the cost; without errors where they are read.
  package var cost = Estimate.undefined, gain = Estimate.undefined, netBenefit = Estimate.undefined
  package var willingnessToPay = Double.nan
  /// What one more unit of effect costs, with both ends of its interval; NaN unless the reading is `ratio`.
  package var ratio = Double.nan, ratioLow = Double.nan, ratioHigh = Double.nan
  package var reading = Reading.notDistinguishable
  package var replications = 0

  /// What costs and effects tell together.
  package enum Reading: String, CaseIterable, Cell {
    case ratio, dominates, dominated, equal
    case lessEffect = "less_effect"
    case notDistinguishable = "not_distinguishable"
    case oneReplication = "one_replication"
  }

  static let needs = Dataset.Parts.comparison
  package static let blank = EffectivenessRow()
  package static let table = Table(
    "effectiveness",
    """
    Costs of scenarios against what they achieve, both minus the baseline's and paired within replications; costs and \
    years are present values at the start. Intervals hold chance alone, not what is unsure of the parameters.
    """,
    key: ["scenario"] + EvaluationTerms.columnNames,
    [
      .scenario(\Self.scenario), .terms(\.terms),
      .pkr("cost", \.cost.mean, mayBeEmpty: false, "Mean difference in cost."),
      .pkr("cost_ci_low", \.cost.low, "Lower end of the 95% interval of the difference in cost."),
      .pkr("cost_ci_high", \.cost.high, "Upper end of the 95% interval of the difference in cost."),
      .inEffectUnit("gain", \.gain.mean, mayBeEmpty: false, "Mean difference in effect."),
      .inEffectUnit("gain_ci_low", \.gain.low, "Lower end of the 95% interval of the difference in effect."),
      .inEffectUnit("gain_ci_high", \.gain.high, "Upper end of the 95% interval of the difference in effect."),
      .effectUnit(\.effectUnit),
      .pkrPerUnit("ratio", \.ratio, "Cost of one more unit of effect; empty unless the reading is ratio."),
      .pkrPerUnit("ratio_ci_low", \.ratioLow, "Lower end of Fieller's 95% interval of the ratio."),
      .pkrPerUnit("ratio_ci_high", \.ratioHigh, "Upper end of Fieller's 95% interval of the ratio."),
      .column(
        "reading", \.reading,
        "ratio; dominates, clearly more is achieved for no more money, or always as much for less; dominated, clearly less "
          + "for no less money, or always as much for more; less_effect, clearly less for less money; equal, always as much "
          + "for the same money; not_distinguishable, the effect may be none, or is and the cost may be; one_replication. Whether money is more or "
          + "less is told by means."),
      .willingnessToPay(\.willingnessToPay),
      .pkr(
        "net_benefit", \.netBenefit.mean, mayBeEmpty: false,
        "What the gain is worth at willingness_to_pay, less the cost."),
      .pkr("net_benefit_ci_low", \.netBenefit.low, "Lower end of its 95% interval."),
      .pkr("net_benefit_ci_high", \.netBenefit.high, "Upper end of its 95% interval."),
      .replications(\.replications),
    ])

  static func write(_ summary: ExperimentSummary, to rows: RowWriter<Self>) throws(OutputError) {
    for (scenario, name) in summary.scenarioNames.enumerated().dropFirst() {
      for evaluation in summary.money.evaluations {
        let outcome = evaluation.outcome(of: scenario)
        let most = evaluation.willingnessToPay.last ?? 0
        let ratio = outcome.ratio.bounds
        try rows.add(
          EffectivenessRow(
            scenario: name, effectUnit: evaluation.terms.effect.unit, terms: evaluation.terms, cost: outcome.cost,
            gain: outcome.effect, netBenefit: outcome.netBenefit(willingnessToPay: most), willingnessToPay: most,
            ratio: ratio.mean, ratioLow: ratio.low, ratioHigh: ratio.high, reading: Reading(outcome.ratio),
            replications: evaluation.replications))
      }
    }
  }
}

extension EffectivenessRow.Reading {
  fileprivate init(_ ratio: CostPerOutcome) {
    self =
      switch ratio {
      case .estimate: .ratio
      case .dominates: .dominates
      case .dominated: .dominated
      case .equal: .equal
      case .lessEffect: .lessEffect
      case .notDistinguishable: .notDistinguishable
      case .tooFewReplications: .oneReplication
      }
  }
}

extension CostPerOutcome {
  /// The ratio and both ends of its interval; NaN where there is no bounded one.
  var bounds: (mean: Double, low: Double, high: Double) {
    guard case .estimate(let mean, let low, let high) = self else { return (.nan, .nan, .nan) }
    return (mean, low, high)
  }
}
