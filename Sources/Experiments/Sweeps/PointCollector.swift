internal import Households

/// Keeps the values of one point that a sweep asks for, at the end of each run.
final class PointCollector: ResultSink {
  private(set) var values: [Double]
  private let plan: SweepPlan
  /// Where a measure stands among the values of an observation; nil for the costs of programmes.
  private let places: [Int?]
  private let evaluation: EvaluationParameters

  init(_ plan: SweepPlan, groupLevels: [GroupLevel], measures: [Measure], evaluation: EvaluationParameters) {
    self.evaluation = evaluation
    self.plan = plan
    values = Array(repeating: .nan, count: plan.valuesPerPoint)
    places = plan.measures.map { groupLevels.place(of: $0.name, among: measures) }
  }

  func take(_ result: RunResult, of run: RunIdentity) {
    let first = plan.measures.count * (run.replication - 1 + plan.replications * run.scenario)
    for (index, place) in places.enumerated() {
      values[first + index] =
        place.map { result.observations.last?.values[$0] ?? .nan } ?? cost(result.costs, measure: plan.measures[index])
    }
  }

  private func cost(_ costs: [CostEntry], measure: Measure) -> Double {
    measure == .discountedCost ? RunValue.programmeCost(costs, evaluation) : costs.reduce(0) { $0 + $1.pkr }
  }
}
