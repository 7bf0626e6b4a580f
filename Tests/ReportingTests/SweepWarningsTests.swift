import Designs
import Experiments
import Households
import Testing

@testable import Reporting

/// What is said where chance is taken for what is unsure of the parameters.
@Suite("Warnings of sweeps")
struct SweepWarningsTests {
  private static let measure = Measure(name: "headcount_ratio", unit: "share of persons", summary: "Poor persons.")

  /// Points whose outputs are those of the parameter and of chance that differs from point to point.
  private static func warnings(_ method: Design.Method, chance: Double) -> [String] {
    let design = Design(
      name: "Trial", scenarios: [], settings: [], measures: [], method: method,
      variables: [
        Variable(name: "rate", path: "rate", domain: .number(.uniform(low: 0, high: 1), whole: false), usual: "0.5")
      ], resamples: 10)
    let points = PointSet(design, seed: 3)
    let replications = 10
    var outcomes = SweepOutcomes(
      plan: SweepPlan(points: points.count, scenarioNames: ["A"], replications: replications, measures: [measure]))
    for point in 0..<points.count {
      let value = points.number(point: point, variable: 0) ?? .nan
      for replication in 0..<replications {
        let luck = Double((point * 7 + replication * 3 + point * replication * 5) % 11) - 5
        outcomes.set(
          0.3 + 0.2 * value + chance * luck, point: point, scenario: 0, replication: replication, measure: 0)
      }
    }
    let results = SweepResults(design: design, points: points, outcomes: outcomes, seed: 1)
    return SweepWarnings.list(results, assumed: [], refusal: nil).map(\.text).filter { $0.contains("chance makes up") }
  }

  @Test(
    "chance behind the spread of points is told for every design that spreads them",
    arguments: [
      (Design.Method.latinHypercube(points: 16), "spread"), (.sobolSequence(points: 16), "spread"),
      (.factorial(levels: 8), "spread"), (.sobolIndices(points: 8), "indices"),
      (.morris(trajectories: 8, levels: 4), "effects"),
    ])
  func told(method: Design.Method, behind: String) {
    let warnings = Self.warnings(method, chance: 0.05)
    #expect(warnings.count == 1)
    let end = "of the variance behind the \(behind) of headcount ratio in A; use more replications"
    #expect(warnings.first?.hasSuffix(end) == true, "\(warnings)")
    let share = warnings.first?.split(separator: " ").first { $0.hasSuffix("%") }.flatMap { Double($0.dropLast()) }
    #expect(share.map { $0 > 5 && $0 <= 100 } == true, "\(warnings)")
  }

  @Test("little chance is not told, nor is it of low and high values", arguments: [0.05, 1e-4])
  func untold(chance: Double) {
    #expect(Self.warnings(.tornado(low: 0.1), chance: chance).isEmpty)
    if chance < 0.01 { #expect(Self.warnings(.latinHypercube(points: 16), chance: chance).isEmpty) }
  }
}
