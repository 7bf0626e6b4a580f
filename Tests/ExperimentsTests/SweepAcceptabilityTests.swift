import CostEffectiveness
import Designs
import Testing

@testable import Experiments
@testable import Households

@Suite("Acceptability over the points of a design")
struct SweepAcceptabilityTests {
  /// Two points with two replications each: the scenario costs 10 more and brings one exit or three.
  private static func outcomes(measures: [Measure]) -> SweepOutcomes {
    var outcomes = SweepOutcomes(
      plan: SweepPlan(
        points: 3, scenarioNames: ["A", "B"], replications: 2, measures: measures, willingnessToPay: [4, 6]))
    for point in 0..<2 {
      let exits = point == 0 ? 1.0 : 3
      outcomes.add(
        PointOutcome(
          point: point,
          // By scenario, replication and measure; chance moves both scenarios alike.
          values: [100, 5, 200, 9, 110, 5 + exits - 0.5, 210, 9 + exits + 0.5]))
    }
    return outcomes
  }

  private static let measures: [Measure] = [.discountedCost, ToySimulator.measures[1]]

  @Test("points are draws of the parameters: a toss of a coin, by hand")
  func coin() throws {
    let design = Design.ishigami(.latinHypercube(points: 3))
    let found = try #require(SweepAcceptability(in: Self.outcomes(measures: Self.measures), design: design))
    #expect(found.points == 2)
    #expect(found.judgements.map(\.choice) == [0, 1])
    #expect(found.judgements.map(\.valueOfPerfectInformation) == [1, 2])
    #expect(found.judgements.allSatisfy { $0.probabilities == [0.5, 0.5] })
  }

  @Test("only random designs that keep both costs and exits tell")
  func others() {
    let outcomes = Self.outcomes(measures: Self.measures)
    #expect(SweepAcceptability(in: outcomes, design: .ishigami(.factorial(levels: 3))) == nil)
    #expect(SweepAcceptability(in: outcomes, design: .ishigami(.sobolSequence(points: 3))) != nil)
    let without = Self.outcomes(measures: [.programmeCost, ToySimulator.measures[1]])
    #expect(SweepAcceptability(in: without, design: .ishigami(.latinHypercube(points: 3))) == nil)
  }

  @Test("a point keeps costs as they are and discounted")
  func collecting() {
    var evaluation = EvaluationParameters()
    evaluation.costDiscountRate = 0.21
    let plan = SweepPlan(
      points: 1, scenarioNames: ["A"], replications: 1, measures: [.programmeCost, .discountedCost])
    let collector = PointCollector(
      plan, groupLevels: [GroupLevel(group: "all", level: "all")], measures: ToySimulator.measures,
      evaluation: evaluation)
    collector.take(.made([Observation(quarter: 4, values: [0, 0])], pkr: 11), of: .made(0, 1))
    #expect(collector.values[0] == 11)
    #expect(abs(collector.values[1] - 11 / 1.1.squareRoot()) < 1e-12)
  }
}
