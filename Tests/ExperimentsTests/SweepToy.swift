import Designs
import Foundation

@testable import Experiments
@testable import Households

/// A simulator whose end values are a function of scenario and replication.
struct FunctionSimulator: Simulator {
  static let measures = ToySimulator.measures
  let groupLevels = [GroupLevel(group: "sex_of_head", level: "female"), GroupLevel(group: "all", level: "all")]
  var simultaneousRuns = 1
  /// The values of both measures; the cost.
  let values: @Sendable (_ scenario: String, _ replication: Int) -> (first: Double, second: Double, pkr: Double)

  func onOneThread() -> FunctionSimulator { FunctionSimulator(values: values) }

  func settled(replication: Int) -> Int { replication }

  func run(
    _ scenario: Scenario, from settled: Int, replication: Int, observeEvery: Int, microdataAt: Set<Int>,
    progress: (_ quarter: Int) -> Void, record: (HouseholdRecord) -> Void
  ) -> RunResult {
    for quarter in 1...scenario.quarters { progress(quarter) }
    let (first, second, pkr) = values(scenario.name, replication)
    return .made(
      [
        Observation(quarter: 0, values: [-1, -1, -1, -1]),
        Observation(quarter: scenario.quarters, values: [-1, -1, first, second]),
      ], pkr: pkr)
  }
}

/// Keeps the outcomes of points.
final class RecordingSweepSink {
  struct Refusal: Error {}

  private(set) var outcomes: [PointOutcome] = []
  var refusesPoint: Int?

  func take(_ outcome: PointOutcome) throws {
    if outcome.point == refusesPoint { throw Refusal() }
    outcomes.append(outcome)
  }
}

extension SweepPlan {
  /// Both measures of the toy and the cost.
  static func made(points: Int, scenarios: [String] = ["A", "B"], replications: Int = 2) -> SweepPlan {
    SweepPlan(
      points: points, scenarioNames: scenarios, replications: replications,
      measures: [ToySimulator.measures[1], .programmeCost, ToySimulator.measures[0]])
  }
}

extension Design {
  /// A design of the Ishigami function, whose three variables are uniform from -pi to pi.
  static func ishigami(_ method: Method) -> Design {
    Design(
      name: "Ishigami", scenarios: [], settings: [], measures: [], method: method,
      variables: ["x1", "x2", "x3"].map {
        Variable(
          name: $0, path: $0, domain: .number(.uniform(low: -Double.pi, high: .pi), whole: false), usual: "0")
      }, resamples: 400)
  }
}

/// sin x1 + 7 sin^2 x2 + 0.1 x3^4 sin x1, whose indices are known in closed form.
///
/// Source: Ishigami and Homma 1990, doi:10.1109/ISUMA.1990.151285.
enum Ishigami {
  static let (a, b) = (7.0, 0.1)

  static func value(_ points: PointSet, _ point: Int) -> Double {
    let x = (0..<3).map { points.number(point: point, variable: $0) ?? .nan }
    return sin(x[0]) + a * sin(x[1]) * sin(x[1]) + b * x[2] * x[2] * x[2] * x[2] * sin(x[0])
  }

  private static let pi4 = Double.pi * .pi * .pi * .pi
  static let parts = [0.5 * (1 + b * pi4 / 5) * (1 + b * pi4 / 5), a * a / 8, 0]
  static let both = b * b * pi4 * pi4 * (1.0 / 18 - 1.0 / 50)
  static let variance = parts[0] + parts[1] + both
  static let firstOrder = parts.map { $0 / variance }
  static let total = [(parts[0] + both) / variance, parts[1] / variance, both / variance]
}
