internal import CostEffectiveness
internal import Households

/// What one run costs and leaves undone, as present values at its start.
///
/// Effects are signed so that more is better; only their differences between scenarios mean anything. Source: Money, 3-4.
struct RunValue {
  /// What the run produced, its course among it.
  let result: RunResult
  /// Durable exits at the end.
  let exits: Double
  let evaluation: EvaluationParameters

  /// The cost of all programmes, PKR of 2015-16.
  static func programmeCost(_ costs: [CostEntry], _ evaluation: EvaluationParameters) -> Double {
    var flow = [Double](repeating: 0, count: costs.map(\.quarter).max() ?? 0)
    for cost in costs { flow[cost.quarter - 1] += cost.pkr }
    return Discounting(yearlyRate: evaluation.costDiscountRate).presentValue(of: flow)
  }

  /// The cost by some terms, PKR of 2015-16.
  func cost(_ terms: EvaluationTerms) -> Double {
    let programmes = Self.programmeCost(result.costs, evaluation)
    return switch terms.perspective {
    case .programme: programmes
    case .wider: programmes + widerCost(terms.afterHorizon)
    }
  }

  /// The effect by some terms: households, or household-years; NaN without a course.
  func effect(_ terms: EvaluationTerms) -> Double {
    switch terms.effect {
    case .durableExits: exits
    case .householdsLifted: result.course.last.map { -$0.poorHouseholds } ?? .nan
    case .dependencyYears: -years(terms.afterHorizon) { $0.dependent }
    case .povertyYears: -years(terms.afterHorizon) { $0.poorHouseholds }
    }
  }

  // MARK: - Present values

  /// Discounted household-years in a state, from the quarters after the opening and what follows them.
  private func years(_ afterHorizon: AfterHorizon, _ households: (CourseEntry) -> Double) -> Double {
    guard !result.course.isEmpty else { return .nan }
    return Discounting(yearlyRate: evaluation.effectDiscountRate).presentValue(
      of: result.course.dropFirst().map { households($0) / 4 }, following: afterHorizon.continuation(evaluation),
      for: quartersAfter)
  }

  /// What levels and moves cost others; after the horizon levels alone, for moves of one quarter are mostly luck.
  private func widerCost(_ afterHorizon: AfterHorizon) -> Double {
    let discounting = Discounting(yearlyRate: evaluation.costDiscountRate)
    let quarters = result.course.dropFirst()
    let levels = discounting.presentValue(
      of: quarters.map { Self.product($0.levels, evaluation.levelCosts) / 4 },
      following: afterHorizon.continuation(evaluation), for: quartersAfter)
    return levels + discounting.presentValue(of: quarters.map { Self.product($0.moves, evaluation.moveCosts) })
  }

  private var quartersAfter: Int { Int((4 * evaluation.yearsAfterHorizon).rounded()) }

  private static func product(_ counts: [Double], _ costs: [Double]) -> Double {
    zip(counts, costs).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
