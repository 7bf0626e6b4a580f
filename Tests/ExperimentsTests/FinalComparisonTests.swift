import Designs
import Randomness
import Statistics
import Testing

@testable import Experiments

@Suite("Comparison of the last mixes")
struct FinalComparisonTests {
  private static func plan(_ budgets: [Double], _ outcome: RankedMeasure = .headline(.durableExits)) -> PortfolioPlan {
    PortfolioPlan(
      mixes: budgets.enumerated().map { Mix(number: $0 + 1, choices: [$0], budget: $1) }, outcome: outcome,
      effort: SearchEffort(), budget: 1000)
  }

  private static func compare(_ outcomes: [[Double]], budgets: [Double]? = nil) -> (FinalComparison, PortfolioPlan) {
    let plan = plan(budgets ?? outcomes.indices.map { Double($0) * 10 })
    let values = outcomes.map { $0.map { (outcome: $0, cost: 5.0) } }
    return (FinalComparison(plan, mixes: Array(1...outcomes.count), values: values), plan)
  }

  @Test("two mixes are compared as by hand")
  func byHand() {
    // Differences 3, 5, 4, 4: mean 4, standard error 1 / sqrt 6.
    let (comparison, plan) = Self.compare([[10, 20, 30, 40], [13, 25, 34, 44]])
    let standing = comparison.standings[1]
    let error = (1.0 / 6).squareRoot()
    #expect(standing.fromNothing.mean == 4)
    let width = studentQuantile(probability: 0.975, degreesOfFreedom: 3) * error
    #expect(abs(standing.fromNothing.low - (4 - width)) < 1e-12)
    #expect(abs(standing.fromNothing.high - (4 + width)) < 1e-12)
    // One-sided against the one other.
    let reach = studentQuantile(probability: 0.95, degreesOfFreedom: 3) * error
    #expect(standing.mayBeBest && !comparison.standings[0].mayBeBest)
    #expect(abs(standing.fromBestOther.high - (4 + reach)) < 1e-12)
    #expect(standing.fromBestOther.low == 0)
    #expect(abs(comparison.standings[0].fromBestOther.low - (-4 - reach)) < 1e-12)
    #expect(comparison.standings[0].fromBestOther.high == 0)
    #expect(comparison.best == 1)
    #expect(Recommendation(comparison, plan: plan).choice == 1)
    #expect(standing.cost.mean == 5)
    #expect(standing.outcome.mean == 29)
  }

  @Test("the cheapest of those that may be the best is recommended, and those that are like it are named")
  func recommendation() {
    let noise: [Double] = [-1, 1, -1, 1, -1, 1, -1, 1]
    // Against nothing: 4 with much noise, 9.9 and 10 that differ by noise.
    let (comparison, plan) = Self.compare([
      noise.map { _ in 0 }, noise.enumerated().map { 4 + 12 * $1 + Double($0 / 2) }, noise.map { 9.9 + 0.3 * $0 },
      noise.enumerated().map { 10 + ($0 < 4 ? 0.3 : -0.3) * $1 },
    ])
    let recommendation = Recommendation(comparison, plan: plan)
    #expect(comparison.best == 3)
    #expect(comparison.standings.map(\.mayBeBest)[2...] == [true, true])
    #expect(recommendation.best == 3)
    #expect(recommendation.choice == (comparison.standings[1].mayBeBest ? 1 : 2))
    for index in recommendation.cheaperAlike {
      #expect(comparison.difference(recommendation.choice, index).mayBeZero)
    }
  }

  @Test("a cheaper mix that is worse than the best but not than the recommended one is named")
  func cheaperAlike() {
    // The second varies so much that it cannot be told from the third, which is close to the fourth.
    let wave: [Double] = [-1, 1, -1, 1, -1, 1, -1, 1, -1, 1]
    let slow = wave.indices.map { $0 < 5 ? -1.0 : 1.0 }
    let (comparison, plan) = Self.compare([
      wave.map { _ in 0 }, slow.map { 5 + $0 }, zip(wave, slow).map { 7 - 1.2 * $1 + 0.1 * $0 },
      zip(wave, slow).map { 8.3 + 0.1 * $0 + 1.3 * $1 },
    ])
    let recommendation = Recommendation(comparison, plan: plan)
    #expect(comparison.standings.map(\.mayBeBest) == [false, false, true, true])
    #expect(recommendation.choice == 2)
    #expect(recommendation.best == 3)
    #expect(recommendation.cheaperAlike == [1])
  }

  @Test("of mixes that cost the same, the better is recommended")
  func sameMoney() {
    let noise: [Double] = [-1, 1, -1, 1, 1, -1]
    let (comparison, plan) = Self.compare(
      [noise.map { _ in 0 }, noise.map { 9 + $0 }, noise.map { 9.1 - $0 }], budgets: [0, 10, 10])
    #expect(Recommendation(comparison, plan: plan).choice == 2)
  }

  @Test("replications in which an outcome is undefined are left out, and one is too few to tell")
  func undefined() {
    let (comparison, plan) = Self.compare([[1, 2, 3, 4], [5, .nan, 7, 8.5]])
    #expect(comparison.replications == 3)
    #expect(abs(comparison.standings[1].fromNothing.mean - 12.5 / 3) < 1e-12)
    let (single, _) = Self.compare([[1, .nan], [2, 3]])
    #expect(single.standings.allSatisfy { $0.mayBeBest && $0.probabilityOfBest.isNaN && $0.fromBestOther.low.isNaN })
    #expect(Recommendation(single, plan: plan).choice == 0)
  }

  @Test("the set of mixes that may be the best misses the best in 5% of all comparisons at most")
  func coverage() {
    // Five equal mixes are the hardest: any of them is the best.
    let trials = 200
    let missed = (0..<trials).count { trial in
      let values = (0..<5).map { mix in
        (0..<8).map { replication in
          RandomStream(seed: UInt64(trial), replication: UInt32(replication))
            .draw(entity: UInt32(mix), quarter: 0, purpose: Purpose(label: "coverage")).normal0
        }
      }
      return !Self.compare(values).0.standings[3].mayBeBest
    }
    // 5% and 2.6 standard errors.
    #expect(Double(missed) / Double(trials) <= 0.05 + 2.6 * (0.05 * 0.95 / Double(trials)).squareRoot())
  }

  @Test("a mix that is better by rounding alone does not take the lead from a cheaper one")
  func rounding() {
    let (comparison, plan) = Self.compare([[0, 0, 0], [10 + 0.3, 10.6, 10.9], [10 + 0.1 + 0.2, 10.6, 10.9]])
    #expect(comparison.best == 1)
    #expect(comparison.difference(2, 1).mean == 0)
    #expect(Recommendation(comparison, plan: plan).choice == 1)
  }

  @Test("households of a mix are part of all, and none of them in any replication is a share of 0")
  func noExits() {
    let plan = PortfolioPlan(
      mixes: [Mix(number: 1, choices: [0], budget: 0), Mix(number: 2, choices: [1], budget: 10)],
      outcome: .headline(.durableExits), households: 1000, effort: SearchEffort(), budget: 1000)
    let values = [[0.0, 0, 0, 0], [900, 990, 1000, 980]].map { $0.map { (outcome: $0, cost: 5.0) } }
    let standings = FinalComparison(plan, mixes: [1, 2], values: values).standings
    // 1 - 0.025^(1/4), by Clopper and Pearson.
    #expect(standings[0].outcome.low == 0)
    #expect((standings[0].outcome.high - 602.3646356164747).magnitude < 1e-9)
    #expect(standings[1].outcome.high < 1000)
  }
}
