import Experiments
import Households

/// How often intervals include what is true, by measure.
struct Coverage: CustomStringConvertible {
  /// The measures of which an experiment tells a difference that is not always the same.
  let shares: [(measure: String, share: Double)]

  var description: String { shares.map { "coverage of \($0.measure): \(100 * $0.share)%" }.joined(separator: "\n") }

  /// Headline measures that can take any value, or so many that it makes no difference, and the assets that are granted.
  static let measures = ["headcount_ratio", "poverty_gap", "out_of_dependency", "assets"]

  /// Runs experiments of a few replications each, with replications of their own, and counts the intervals of the
  /// difference at the end that include the truth.
  static func of<Engine: Simulator>(
    _ engine: Engine, _ scenarios: [Scenario], experiments: Int, replications: Int, truth: [Double]
  ) throws -> Coverage {
    let measures = measures(of: Engine.self)
    var hits = [Int](repeating: 0, count: measures.count)
    for experiment in 0..<experiments {
      let shifted = ShiftedReplications(engine: engine, shift: experiment * replications)
      let plan = ExperimentPlan(scenarios: scenarios, replications: replications, observeEvery: scenarios[0].quarters)
      let summary = try Experiment(engine: shifted, plan: plan).run(into: Nowhere())
      for (index, measure) in measures.enumerated() {
        let difference = summary.comparison(scenario: 1, quarter: 1, group: 0, measure: measure.index).difference
        hits[index] += difference.low <= truth[index] && truth[index] <= difference.high ? 1 : 0
      }
    }
    return Coverage(shares: zip(measures, hits).map { ($0.name, Double($1) / Double(experiments)) })
  }

  /// The mean difference at the end over many replications.
  static func meanDifferences<Engine: Simulator>(
    _ engine: Engine, _ scenarios: [Scenario], replications: Int, after shift: Int
  ) throws -> [Double] {
    let plan = ExperimentPlan(scenarios: scenarios, replications: replications, observeEvery: scenarios[0].quarters)
    let summary = try Experiment(engine: ShiftedReplications(engine: engine, shift: shift), plan: plan).run(
      into: Nowhere())
    return measures(of: Engine.self).map { measure in
      summary.comparison(scenario: 1, quarter: 1, group: 0, measure: measure.index).difference.mean
    }
  }

  private static func measures<Engine: Simulator>(of: Engine.Type) -> [(name: String, index: Int)] {
    measures.compactMap { name in Engine.measures.firstIndex { $0.name == name }.map { (name, $0) } }
  }
}

/// A simulator whose replications have other numbers, so that experiments share no luck.
struct ShiftedReplications<Engine: Simulator>: Simulator {
  let engine: Engine
  let shift: Int

  static var measures: [Measure] { Engine.measures }
  var groupLevels: [GroupLevel] { engine.groupLevels }
  var simultaneousRuns: Int { engine.simultaneousRuns }
  func onOneThread() -> Self { ShiftedReplications(engine: engine.onOneThread(), shift: shift) }
  func settled(replication: Int) -> Engine.Settled { engine.settled(replication: replication + shift) }

  func run(
    _ scenario: Scenario, from settled: Engine.Settled, replication: Int, observeEvery: Int, microdataAt: Set<Int>,
    progress: (_ quarter: Int) -> Void, record: (HouseholdRecord) -> Void
  ) -> RunResult {
    engine.run(
      scenario, from: settled, replication: replication + shift, observeEvery: observeEvery, microdataAt: microdataAt,
      progress: progress, record: record)
  }
}
