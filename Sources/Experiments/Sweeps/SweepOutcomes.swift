internal import ExactMath
internal import Households
internal import Statistics

/// What all points of a sweep gave.
public struct SweepOutcomes: Sendable {
  /// What was run.
  public let plan: SweepPlan
  /// The values of each point, in the order of `PointOutcome.values`; empty where it could not be run or has not yet.
  public private(set) var values: [[Double]]

  /// Creates the outcomes of a plan of which nothing has been run.
  public init(plan: SweepPlan) {
    self.plan = plan
    values = Array(repeating: [], count: plan.points)
  }

  /// Adds what a point gave.
  public mutating func add(_ outcome: PointOutcome) { values[outcome.point] = outcome.values }

  /// Adds one value of a point, as tables hold them; all is counted from 0.
  public mutating func set(_ value: Double, point: Int, scenario: Int, replication: Int, measure: Int) {
    if values[point].isEmpty { values[point] = Array(repeating: .nan, count: plan.valuesPerPoint) }
    values[point][place(scenario, replication, measure)] = value
  }

  /// Points that could not be run, from 0.
  public var pointsLeftOut: [Int] { values.indices.filter { values[$0].isEmpty } }

  /// The values of a quantity in each replication of a point, from 0; NaN where it is undefined.
  public func replications(of quantity: SweepQuantity, point: Int) -> [Double] {
    (0..<plan.replications).map { replication in
      let value = value(quantity.scenario, replication, quantity.measure, point)
      guard quantity.isDifference else { return value }
      return RoundingTolerance.difference(value, self.value(0, replication, quantity.measure, point))
    }
  }

  /// The estimate of a quantity at one point, from 0, over the replications in which it is defined.
  public func estimate(of quantity: SweepQuantity, point: Int) -> Estimate {
    func moments(_ quantity: SweepQuantity) -> RunningMoments {
      RunningMoments(replications(of: quantity, point: point).filter { !$0.isNaN })
    }
    func moments(scenario: Int, measure: Int) -> RunningMoments {
      moments(SweepQuantity(scenario: scenario, measure: measure, isDifference: false))
    }
    guard !quantity.isDifference else {
      let means = [0, quantity.scenario].map { moments(scenario: $0, measure: quantity.measure).mean.magnitude }
      return Estimate(moments(quantity)).settled(beside: max(means[0], means[1]))
    }
    let all = plan.measures.indices.map { moments(scenario: quantity.scenario, measure: $0) }
    return Estimate.together(all, ranges: plan.measures.map(\.range), households: plan.households)[quantity.measure]
  }

  /// By how much a quantity is higher at one point than at another, paired within the replications in which both are
  /// defined.
  public func change(of quantity: SweepQuantity, at point: Int, from other: Int) -> Estimate {
    let values = zip(replications(of: quantity, point: point), replications(of: quantity, point: other))
    return Estimate(RunningMoments(values.map(RoundingTolerance.difference).filter { !$0.isNaN }))
  }

  /// The mean of a quantity over the replications of each point; NaN where one is undefined, and one number where they
  /// differ by rounding alone.
  public func means(of quantity: SweepQuantity) -> [Double] {
    RoundingTolerance.settled(
      values.indices.map { point in
        let values = replications(of: quantity, point: point)
        let mean = values.reduce(0, +) / Double(values.count)
        let largest = values.reduce(0) { max($0, $1.magnitude) }
        return RoundingTolerance.isNothing(mean, beside: largest) ? 0 : mean
      })
  }

  private func value(_ scenario: Int, _ replication: Int, _ measure: Int, _ point: Int) -> Double {
    values[point].isEmpty ? .nan : values[point][place(scenario, replication, measure)]
  }

  private func place(_ scenario: Int, _ replication: Int, _ measure: Int) -> Int {
    measure + plan.measures.count * (replication + plan.replications * scenario)
  }
}
