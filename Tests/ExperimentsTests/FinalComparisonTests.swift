@testable import Designs
import Randomness
import Statistics
import Testing

@testable import Experiments

@Suite("Comparison of the last mixes")
struct FinalComparisonTests {
  private static func plan(
    _ budgets: [Double], _ outcome: RankedMeasure = .headline(.durableExits), worth: Double? = nil
  ) -> PortfolioPlan {
    PortfolioPlan(
      mixes: budgets.enumerated().map { Mix(number: $0 + 1, choices: [$0], budget: $1) }, outcome: outcome,
      worth: worth,
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
    #expect(reach < 4 && standing.netBenefit == nil)
    #expect(comparison.best == 1)
    #expect(Recommendation(comparison, plan: plan).choice == 1)
    #expect(standing.cost.mean == 5)
    #expect(standing.outcome.mean == 29)
  }

  @Test("the cheapest that beyond doubt reaches nine tenths of the largest gain is recommended")
  func share() {
    let noise: [Double] = [-1, 1, -1, 1, -1, 1, -1, 1]
    let nothing = noise.map { _ in 0.0 }
    func recommended(_ gains: [[Double]]) -> Recommendation {
      let (comparison, plan) = Self.compare([nothing] + gains)
      return Recommendation(comparison, plan: plan)
    }
    // Without luck nine tenths are enough to the last digit.
    #expect(recommended([[9], [10]].map { gain in noise.map { _ in gain[0] } }) == Recommendation(.share, 1))
    #expect(recommended([[8.99], [10]].map { gain in noise.map { _ in gain[0] } }) == Recommendation(.share, 2))
    // 9.5 of 10 with so much luck of its own that it may be less than nine tenths.
    #expect(recommended([noise.map { 9.5 + $0 }, noise.map { _ in 10 }]) == Recommendation(.share, 2))
    #expect(recommended([noise.map { 9.5 + 0.1 * $0 }, noise.map { _ in 10 }]) == Recommendation(.share, 1))
    // Two that are much alike on average and never in one replication: neither is sure of nine tenths of the other.
    let apart = recommended([noise.map { 10 + 5 * $0 }, noise.map { 10.1 - 5 * $0 }])
    #expect(apart == Recommendation(.bestMean, 2))
    #expect(recommended([noise.map { 1 + 5 * $0 }]) == Recommendation(.nothing, 0))
  }

  @Test("a share is reached where the one-sided t of each combination says so", arguments: 0..<20)
  func reaches(seed: Int) {
    let values = (0..<4).map { mix in
      (0..<6).map { replication in
        10 * Double(mix)
          + 6
          * RandomStream(seed: UInt64(seed), replication: UInt32(replication))
          .draw(entity: UInt32(mix), quarter: 0, purpose: Purpose(label: "share")).normal0
      }
    }
    let comparison = Self.compare(values).0
    let quantile = studentQuantile(probability: 1 - 0.05 / 3, degreesOfFreedom: 5)
    for index in 0..<4 {
      let isReached = (0..<4).allSatisfy { other in
        let leads = (0..<6).map { replication -> Double in
          let nothing = values[0][replication]
          return values[index][replication] - nothing - 0.6 * (values[other][replication] - nothing)
        }
        let lead = RunningMoments(leads)
        return lead.mean >= quantile * lead.standardError
      }
      #expect(comparison.reaches(0.6, of: index) == isReached)
    }
  }

  @Test("with a worth the net benefit decides, and the cheaper of equals", arguments: [(1.9, 0), (10, 1), (11, 2)])
  func netBenefit(worth: Double, choice: Int) {
    // Gains of 5 for 10 and of 8 for 40: worth 40 each at 10, 45 and 48 at 11, less than their money at 1.9.
    let plan = Self.plan([0, 10, 40], worth: worth)
    let values = [0.0, 5, 8].map { gain in (0..<10).map { (outcome: 100 + Double($0) + gain, cost: 0.0) } }
    let comparison = FinalComparison(plan, mixes: [1, 2, 3], values: values)
    #expect(Recommendation(comparison, plan: plan) == Recommendation(.netBenefit, choice))
    #expect(comparison.most == 2)
    let benefits = comparison.standings.map { $0.netBenefit?.mean ?? .nan }
    #expect(zip(benefits, [0, 5 * worth - 10, 8 * worth - 40]).allSatisfy { ($0 - $1).magnitude < 1e-9 })
    #expect(
      comparison.standings.map(\.probabilityOfBest)
        == (worth == 10 ? [0, 0.5, 0.5] : (0..<3).map { $0 == choice ? 1 : 0 }))
  }

  @Test("less is worth more where less is better")
  func netBenefitOfLess() throws {
    let plan = Self.plan([0, 10], .headline(.headcountRatio), worth: 100)
    let values = [[0.5, 0.6, 0.7], [0.3, 0.3, 0.3]].map { $0.map { (outcome: $0, cost: 0.0) } }
    let standing = FinalComparison(plan, mixes: [1, 2], values: values).standings[1]
    let benefit = try #require(standing.netBenefit)
    #expect((benefit.mean - 20).magnitude < 1e-9)
    #expect((benefit.low - (-100 * standing.fromNothing.high - 10)).magnitude < 1e-9)
    #expect((benefit.high - (-100 * standing.fromNothing.low - 10)).magnitude < 1e-9)
  }

  @Test("the probability of being best by net benefit is that of the t statistic")
  func probability() {
    // Gains 3, 5, 4, 4: mean 4, standard error 1 / sqrt 6; money so that the net gain is the quantile of 0.8 off 0.
    let quantile = studentQuantile(probability: 0.8, degreesOfFreedom: 3)
    let plan = Self.plan([0, 2 * (4 - quantile * (1.0 / 6).squareRoot())], worth: 2)
    let values = [[10.0, 20, 30, 40], [13, 25, 34, 44]].map { $0.map { (outcome: $0, cost: 0.0) } }
    let standing = FinalComparison(plan, mixes: [1, 2], values: values).standings[1]
    // Four standard errors of 10,000 draws.
    #expect((standing.probabilityOfBest - 0.8).magnitude < 4 * (0.16 / 10_000).squareRoot())
  }

  @Test("the frontier leaves out what a mixture does for less, and tells what one more costs")
  func frontier() {
    // 4 for 10, 5 for 30, 10 for 40: half of the first and half of the last gain 7 for 25.
    let plan = Self.plan([0, 10, 30, 40])
    let noise: [Double] = [-1, 1, 0, 0]
    let values = [0.0, 4, 5, 10].enumerated().map { mix, gain in
      noise.map { (outcome: gain + ($0 * Double(mix == 3 ? 1 : 0)), cost: 0.0) }
    }
    let comparison = FinalComparison(plan, mixes: [1, 2, 3, 4], values: values)
    let points = FrontierPoint.points(comparison, plan: plan)
    #expect(points.map(\.index) == [1, 3])
    let (first, last) = (points[0].costOfOneMore, points[1].costOfOneMore)
    #expect([first.mean, first.low, first.high] == [2.5, 2.5, 2.5])
    #expect(!points[1].step.mayBeZero)
    #expect([last.mean, last.low, last.high] == [5, 30 / points[1].step.high, 30 / points[1].step.low])
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
    #expect(single.standings.allSatisfy { $0.mayBeBest && $0.probabilityOfBest.isNaN })
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
