public import Households

/// What scenarios cost, what they achieve for it, and when the money is spent.
public struct MoneySummary: Sendable {
  /// How costs and effects were judged.
  public let parameters: EvaluationParameters
  /// Costs against each effect on each set of terms; empty without a comparison, and without replications that define
  /// both.
  public let evaluations: [Evaluation]
  /// What each scenario spends year by year.
  public let budgets: [BudgetImpact]

  /// The evaluation on some terms; nil where there is none.
  public func evaluation(
    of effect: EffectMeasure, _ afterHorizon: AfterHorizon, perspective: Perspective = .programme
  ) -> Evaluation? {
    let terms = EvaluationTerms(perspective: perspective, effect: effect, afterHorizon: afterHorizon)
    return evaluations.first { $0.terms == terms }
  }
}
