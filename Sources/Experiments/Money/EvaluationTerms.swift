/// How costs are held against effects: whose costs, which effect, and what is assumed of the time after the horizon.
public struct EvaluationTerms: Hashable, Sendable {
  /// Whose costs count.
  public var perspective: Perspective
  /// What is achieved.
  public var effect: EffectMeasure
  /// What is assumed of the time after the horizon.
  public var afterHorizon: AfterHorizon

  /// Creates terms.
  public init(perspective: Perspective, effect: EffectMeasure, afterHorizon: AfterHorizon) {
    self.perspective = perspective
    self.effect = effect
    self.afterHorizon = afterHorizon
  }

  /// All terms, in the order of outputs, of both perspectives only where the wider one counts other costs.
  static func all(hasWiderCosts: Bool) -> [EvaluationTerms] {
    Perspective.allCases.filter { $0 == .programme || hasWiderCosts }.flatMap { perspective in
      EffectMeasure.allCases.flatMap { effect in
        effect.afterHorizon.map { EvaluationTerms(perspective: perspective, effect: effect, afterHorizon: $0) }
      }
    }
  }
}
