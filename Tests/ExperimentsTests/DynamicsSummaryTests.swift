import Statistics
import Testing

@testable import Experiments
@testable import Households

@Suite("Summary of durations, moves and the panel")
struct DynamicsSummaryTests {
  private static let levels = [GroupLevel(group: "all", level: "all")]

  /// A run of two quarters in which so many of 10 households leave in the first and in the second.
  private static func result(exits: (Int, Int), value: Double = 1) -> RunResult {
    var result = RunResult.made([Observation(quarter: 0, values: []), Observation(quarter: 2, values: [])])
    result.transitions[0] = 30
    result.transitions[1] = 10
    result.transitions[64] = 5
    result.transitions[65] = 15
    let exits = [
      RiskSet(members: 10, events: exits.0), RiskSet(members: 10 - exits.0, events: exits.1),
    ]
    result.dynamics = HouseholdDynamics(
      spells: [exits, [], []],
      panel: HouseholdDynamics.panelMeasures.map { $0.name == "households_per_simulated" ? 2 : value },
      yearlyMoves: Array(repeating: 1, count: YearlyMatrix.count),
      quantiles: [
        WelfareQuantiles(quarter: 0, means: Array(repeating: 1, count: 20)),
        WelfareQuantiles(quarter: 4, means: Array(repeating: 1 + value / 10, count: 20)),
      ])
    return result
  }

  private static func summary(_ runs: [(baseline: RunResult, scenario: RunResult)]) -> DynamicsSummary {
    var accumulator = SummaryAccumulator(scenarioNames: ["A", "B"], groupLevels: levels, measures: [], detail: .groups)
    for (index, pair) in runs.enumerated() {
      accumulator.add(pair.baseline, of: .made(0, index + 1))
      accumulator.add(pair.scenario, of: .made(1, index + 1))
    }
    return accumulator.summary().dynamics
  }

  private static let runs = [
    (baseline: result(exits: (2, 4)), scenario: result(exits: (4, 3), value: 2)),
    (baseline: result(exits: (3, 2)), scenario: result(exits: (6, 4), value: 3)),
  ]

  @Test("shares that still wait, over replications and pooled, by hand")
  func survival() throws {
    let curve = try #require(Self.summary(Self.runs).survival[1].first)
    #expect(curve.event == .exit && curve.groupLevel == 0)
    #expect(curve.points.map(\.quarters) == [1, 2])
    #expect(curve.points.map(\.atRisk) == [10, 5])
    #expect(curve.points.map(\.events) == [5, 3.5])
    // 0.6 and 0.4, then 0.3 and 0.
    #expect(abs(curve.points[0].survival.mean - 0.5) < 1e-15)
    #expect(abs(curve.points[0].survival.standardError - 0.1) < 1e-15)
    #expect(abs(curve.points[1].survival.mean - 0.15) < 1e-15)
    #expect(curve.points[0].pooled == 0.5)
    #expect(abs(curve.points[1].pooled - 0.15) < 1e-15)
    #expect(abs(curve.points[0].pooledStandardError - (0.25 / 20).squareRoot()) < 1e-15)
    #expect(curve.median == 1)
    #expect(curve.points[1].pooledLow < 0.15 && 0.15 < curve.points[1].pooledHigh)
    let baseline = try #require(Self.summary(Self.runs).survival[0].first)
    #expect(baseline.median == 2)
  }

  @Test("once all have left, none is left later")
  func allGone() throws {
    var first = Self.result(exits: (10, 0))
    first.dynamics?.spells[0].removeLast()
    let second = Self.result(exits: (0, 5))
    let curve = try #require(Self.summary([(first, first), (second, second)]).survival[0].first)
    #expect(curve.points[1].survival.replications == 2)
    #expect(curve.points[1].survival.mean == 0.25)
  }

  @Test("the log-rank score over replications and the classical statistic, by hand")
  func comparison() throws {
    let comparison = try #require(Self.summary(Self.runs).spellComparisons[1].first)
    // Quarter 1: 4 of 10 against 2 of 10: 4 - 3 = 1. Quarter 2: 3 of 6 against 4 of 8: 3 - 3 = 0.
    // Then 6 against 3 of 10: 6 - 4.5; 4 of 4 against 2 of 7: 4 - 4 x 6 / 11.
    let scores = [1.0, 1.5 + 4 - 24.0 / 11]
    let mean = (scores[0] + scores[1]) / 2
    #expect(abs(comparison.score.mean - mean) < 1e-14)
    let error = abs(scores[1] - scores[0]) / 2
    #expect(abs(comparison.score.standardError - error) < 1e-14)
    #expect(comparison.events == 8.5)
    #expect(abs(comparison.expected - (8.5 - mean)) < 1e-14)
    func variance(_ first: (Double, Double), _ second: (Double, Double)) -> Double {
      let (n, d) = (first.0 + second.0, first.1 + second.1)
      return first.0 * second.0 * d * (n - d) / (n * n * (n - 1))
    }
    let classical =
      variance((10, 4), (10, 2)) + variance((6, 3), (8, 4)) + variance((10, 6), (10, 3)) + variance((4, 4), (7, 2))
    #expect(abs(comparison.classicalChiSquare - 4 * mean * mean / classical) < 1e-13)
    #expect(abs(comparison.varianceRatio - 2 * error * error / (classical / 2)) < 1e-13)
    // Student with one degree of freedom is Cauchy: half lies within 1.
    #expect(comparison.probability > 0 && comparison.probability < 1)
    #expect((comparison.probability < 0.5) == (mean / error > 1))
    #expect(Self.summary(Self.runs).spellComparisons[0].isEmpty)
  }

  @Test("the same in both runs is exactly no difference")
  func noDifference() throws {
    let same = Self.runs.map { (baseline: $0.scenario, scenario: $0.scenario) }
    let summary = Self.summary(same)
    let comparison = try #require(summary.spellComparisons[1].first)
    #expect(comparison.score.mean == 0 && comparison.score.standardError == 0)
    #expect(comparison.probability.isNaN)
    #expect(comparison.classicalChiSquare == 0 && comparison.classicalProbability == 1)
    #expect(summary.panel[1].allSatisfy { $0.difference.mean == 0 })
    #expect(summary.mobility[1].allSatisfy { $0.estimate.difference.mean == 0 || $0.estimate.difference.mean.isNaN })
  }

  @Test("moves within a quarter have probabilities and multinomial errors of simulated households")
  func transitions() throws {
    let moves = Self.summary(Self.runs).transitions[0]
    let move = try #require(moves.first { $0.dimension == "economic" && $0.from == "bonded" && $0.to == "tied" })
    #expect(move.count == 10)
    #expect(move.probability.mean == 0.25 && move.pooled == 0.25)
    // 80 household-quarters of two replications, of which each simulated one stands for two.
    #expect(abs(move.multinomialStandardError - (0.1875 * 2 / 80).squareRoot()) < 1e-15)
    #expect(moves.filter { $0.dimension == "joint" }.count == 4)
    #expect(moves.filter { $0.dimension == "social" }.map(\.probability.mean) == [1])
  }

  @Test("mobility of two levels: the index of moves up and down, and the mover-stayer diagnostic")
  func mobility() throws {
    let mobility = Self.summary(Self.runs).mobility[0]
    func mean(_ dimension: String, _ step: String, _ level: String, _ measure: String) throws -> Double {
      try #require(
        mobility.first {
          $0.figure.dimension == dimension && $0.figure.step == step && $0.figure.level == level
            && $0.figure.measure.name == measure
        }
      ).estimate.estimate.mean
    }
    // Up with 1/4, down with 1/4; levels 2 and 3 were never seen.
    #expect(abs(try mean("economic", "quarter", "all", "shorrocks_index") - 0.5) < 1e-15)
    #expect(abs(try mean("economic", "quarter", "all", "second_eigenvalue") - 0.5) < 1e-15)
    #expect(abs(try mean("economic", "quarter", "all", "half_life") - 1) < 1e-14)
    #expect(abs(try mean("economic", "quarter", "bonded", "mean_stay") - 4) < 1e-14)
    #expect(try mean("economic", "quarter", "precarious", "mean_stay").isNaN)
    #expect(abs(try mean("economic", "quarter", "all", "bartholomew_index") - 0.25) < 1e-15)
    #expect(abs(try mean("joint", "quarter", "all", "bartholomew_index") - 0.25) < 1e-15)
    // Yearly moves are all alike: half stay after one year and after three.
    #expect(try mean("poverty", "year", "all", "shorrocks_index") == 1)
    #expect(try mean("poverty", "three_years", "poor", "observed_stay") == 0.5)
    #expect(try mean("poverty", "three_years", "poor", "mover_stayer_excess") == 0)
  }

  @Test("the panel and growth are paired within replications")
  func paired() {
    let summary = Self.summary(Self.runs)
    #expect(summary.panel[1][0].estimate.mean == 2.5)
    #expect(summary.panel[1][0].difference.mean == 1.5)
    #expect(summary.panel[0][0].difference.replications == 0)
    #expect(summary.growth[1].count == 20)
    #expect(abs(summary.growth[1][0].growth.estimate.mean - 0.25) < 1e-15)
    #expect(abs(summary.growth[1][0].growth.difference.mean - 0.15) < 1e-15)
    #expect(summary.growth[1][0].start.mean == 1)
  }

  @Test("runs that follow nobody leave everything empty")
  func nothing() {
    let run = RunResult(observations: [Observation(quarter: 0, values: [])], transitions: [], costs: [])
    let summary = Self.summary([(run, run)])
    #expect(summary.survival == [[], []])
    #expect(summary.spellComparisons == [[], []])
    #expect(summary.transitions == [[], []])
    #expect(summary.panel == [[], []])
    #expect(summary.growth == [[], []])
    #expect(summary.mobility.allSatisfy { $0.isEmpty })
  }
}
