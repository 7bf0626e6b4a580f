internal import Designs
internal import Experiments
internal import Households
internal import Notation
internal import Statistics

/// What a reader should know before believing a sweep or a sensitivity analysis.
package enum SweepWarnings {
  /// The warnings that results call for, those that hold for all results first.
  ///
  /// Assumed are variables that were drawn from a wide prior; the refusal is why a point was left out, if it is known.
  package static func list(_ results: SweepResults, assumed: [String], refusal: String?) -> [Warning] {
    let ofDesign = [wideRanges(assumed, results), pointsLeftOut(results, refusal)].compactMap(\.self)
    let ofAnalyses =
      results.shownQuantities.flatMap { quantity in
        let analysis = results.analyses.first { $0.quantity == quantity }?.analysis
        return [analysis.flatMap { unreliable($0, of: quantity, results) }, noisy(quantity, results)].compactMap(\.self)
      }
    return [Warning(.replications, ReportWarnings.fewReplications(results.plan.replications))].compactMap(\.self)
      + (ofDesign + ofAnalyses).map { Warning(.design, $0) }
  }

  private static func wideRanges(_ names: [String], _ results: SweepResults) -> String? {
    guard !names.isEmpty else { return nil }
    let verb = names.count == 1 ? "is" : "are"
    return """
      \(names.count) of \(results.design.variables.count) variables \(verb) drawn from half to twice an assumed value \
      (\(names.joined(separator: ", "))): their influence follows from that choice
      """
  }

  private static func pointsLeftOut(_ results: SweepResults, _ refusal: String?) -> String? {
    let count = results.outcomes.pointsLeftOut.count
    guard count > 0 else { return nil }
    let reason = refusal.map { "; one of them: \($0)" } ?? ""
    return "\(count) of \(results.plan.points) points could not be run and are left out\(reason)"
  }

  /// Share of chance in the variance of the points' means from which on it is worth a warning.
  private static let noticeableChance = 0.05

  /// Whether chance, which differs from point to point, is taken for an influence of variables or for what is unsure.
  private static func noisy(_ quantity: SweepQuantity, _ results: SweepResults) -> String? {
    let behind: String
    switch results.design.method {
    case .sobolIndices: behind = "indices"
    case .morris: behind = "effects"
    case .factorial, .latinHypercube, .sobolSequence: behind = "spread"
    case .tornado: return nil
    }
    let share = SweepUncertainty(
      of: quantity, in: results.outcomes, design: results.design, blockLength: results.points.blockLength
    ).chanceShareOfMeans
    guard share > noticeableChance else { return nil }
    let (name, measure) = (results.plan.scenarioNames[quantity.scenario], label(of: quantity, results))
    let moved = quantity.isDifference ? "the difference that \(name) makes to \(measure)" : "\(measure) in \(name)"
    return """
      chance makes up \(ReadableNumber.text(100 * share, decimals: 0))% of the variance behind the \(behind) of \
      \(moved); use more replications
      """
  }

  private static func label(of quantity: SweepQuantity, _ results: SweepResults) -> String {
    let unit = DisplayUnit(results.plan.measures[quantity.measure])
    return String(results.plan.title(of: quantity, unit.label).prefix { $0 != "," })
  }

  private static func unreliable(
    _ analysis: SensitivityAnalysis, of quantity: SweepQuantity, _ results: SweepResults
  ) -> String? {
    let label = label(of: quantity, results)
    let variables = results.design.variables.map(\.name)
    switch analysis {
    case .indices(let indices):
      guard indices.total.contains(where: { !$0.value.isNaN }) else {
        return "\(label) is the same at all points: no variable moves it"
      }
      let doubtful = variables.indices.filter { indices.firstOrder[$0].lower <= 0 }
      guard !doubtful.isEmpty else { return nil }
      return """
        \(label): \(doubtful.count) of \(variables.count) variables alone may explain nothing, because their intervals \
        include 0; more points narrow them
        """
    case .elementaryEffects(let effects):
      guard effects.trajectoriesLeftOut > 0 else { return nil }
      return "\(label): \(effects.trajectoriesLeftOut) trajectories are left out, because values are missing"
    case .tornado(let bars):
      guard EnoughReplications.isReached(by: results.plan.replications) else { return nil }
      let doubtful = bars.map(\.variable).filter { results.swing(of: quantity, variable: $0).mayBeZero }
      guard !doubtful.isEmpty else { return nil }
      return "\(label): cannot be told apart at low and high \(doubtful.map { variables[$0] }.joined(separator: ", "))"
    }
  }
}
