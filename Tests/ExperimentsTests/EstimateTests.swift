import Statistics
import Testing

@testable import Experiments
@testable import Households

@Suite("Estimates on the scale of what is possible")
struct EstimateTests {
  private func estimates(_ values: [(range: Measure.Range, values: [Double])]) -> [Estimate] {
    Estimate.together(values.map { RunningMoments($0.values) }, ranges: values.map(\.range))
  }

  @Test("a share of 0 alone counts each replication as one answer")
  func nothingElse() {
    let estimate = estimates([(.share, [0, 0, 0, 0])])[0]
    // 1 - 0.025^(1/4), by Clopper and Pearson.
    #expect(estimate.mean == 0 && estimate.low == 0)
    #expect((estimate.high - 0.6023646356164).magnitude < 1e-12)
    #expect(estimates([(.share, [1, 1, 1, 1])])[0].low == 1 - estimate.high)
    #expect(!estimates([(.share, [0])])[0].hasInterval)
    #expect(!estimates([(.share, [])])[0].hasInterval)
  }

  @Test("beside others it has the effective sample size of the one that is known least well")
  func leastWellKnown() {
    let (coarse, fine) = ([0.1, 0.3, 0.2, 0.2], [0.19, 0.21, 0.2, 0.2])
    let error = RunningMoments(coarse).standardError
    let number = 0.2 * 0.8 / (error * error)
    let found = estimates([(.share, [0, 0, 0, 0]), (.share, fine), (.share, coarse), (.notNegative, [1, 90, 2, 3])])
    let expected = ConfidenceInterval.exact(isOne: false, number: number, level: 0.95)
    #expect((found[0].high / expected.upper - 1).magnitude < 1e-12)
    #expect(number > 90)
  }

  @Test("no number of households that a programme, a change or a need is told of is above all households")
  func allTables() throws {
    let model = try SmallWorld.model()
    var other = SmallWorld.scenario
    (other.name, other.programmes) = ("Nothing", [])
    let plan = ExperimentPlan(scenarios: [other, SmallWorld.scenario], replications: 3, observeEvery: 4)
    let summary = try Experiment(engine: model, plan: plan).run(into: Nowhere())
    let households = SmallWorld.scenario.population.realHouseholds
    let programmes = Model.programmeMeasures.indices.filter { Model.programmeMeasures[$0].unit == "real households" }
    let changes = EndState.measures.indices.filter { EndState.measures[$0].range == .partOfHouseholds }
    let found =
      programmes.flatMap { measure in
        summary.quarters.indices.compactMap {
          summary.programmeEstimate(scenario: 1, quarter: $0, programme: 0, measure: measure)
        }
      }
      + changes.flatMap { measure in
        summary.groupLevels.indices.flatMap { group in
          EndState.treatments.indices.compactMap {
            summary.attribution(scenario: 1, group: group, treatment: $0, measure: measure)
          }
        }
      } + summary.stocktakes.map(\.unmetNeed)
    #expect(found.count > 50)
    for estimate in found where estimate.hasInterval {
      #expect(estimate.high <= households && estimate.low >= 0)
      if estimate.mean == 0 { #expect(estimate.high > 0) }
    }
  }

  @Test("a share that chanced to be the same has the error of the answers that others tell, and none where none do")
  func sameByChance() {
    let varied = [0.1, 0.3, 0.2, 0.2]
    let error = RunningMoments(varied).standardError
    let found = estimates([(.share, [0.002, 0.002, 0.002, 0.002]), (.share, varied)])[0]
    let ofAnswers = (0.002 * 0.998 * error * error / (0.2 * 0.8)).squareRoot()
    let expected = ConfidenceInterval.share(
      0.002, standardError: ofAnswers, factor: 1.959963984540054, effectiveNumber: 1, level: 0.95)
    #expect((found.low / expected.lower - 1).magnitude < 1e-12 && (found.high / expected.upper - 1).magnitude < 1e-12)
    #expect(found.standardError == 0 && found.low < 0.002 && found.high > 0.002)
    #expect(estimates([(.share, [0.5, 0.5, 0.5])])[0].high == 0.5)
    #expect(estimates([(.notNegative, [3, 3, 3]), (.share, [0.1, 0.2, 0.1])])[0].high == 3)
  }

  @Test("households of some kind are at most all of them, and nobody among them is a share of 0")
  func counts() {
    let found = estimates([
      (.households, [1000, 1010, 990]), (.partOfHouseholds, [0, 900, 980]), (.partOfHouseholds, [0, 0, 0]),
    ])
    #expect(found[1].low > 0 && found[1].high < 1000)
    #expect(found[2].low == 0 && found[2].high > 100 && found[2].high < 1000)
    #expect(found[0].low < 1000 && found[0].high > 1000)
    // Where it is not known how many there are in all, they are an amount.
    #expect(estimates([(.partOfHouseholds, [10, 900, 980])])[0].low > 0)
  }

  @Test("set by set, what other measures tell of the households of a set is used where its own do not vary")
  func setBySet() {
    let moments = [[0.0, 0, 0], [0.0, 900, 980], [0.0, 0, 0], [0.0, 0, 0]].map { RunningMoments($0) }
    let found = Estimate.setBySet(moments, ranges: [.partOfHouseholds, .partOfHouseholds], households: 1000) {
      $0 == 1 ? 250 : nil
    }
    let exact = ConfidenceInterval.exact(isOne: false, number: 250, level: 0.95)
    #expect(found[1].high < 1000 && found[0].high > 500)
    #expect((found[2].high - 1000 * exact.upper).magnitude < 1e-9 && found[3] == found[2])
  }

  @Test("every measure of a small world stays within its range, and its interval within that and around its mean")
  func everyMeasure() throws {
    let model = try SmallWorld.model()
    let plan = ExperimentPlan(scenarios: [SmallWorld.scenario], replications: 3, observeEvery: 4)
    let summary = try Experiment(engine: model, plan: plan).run(into: Nowhere())
    let households = try #require(summary.measures.firstIndex { $0.range == .households })
    for quarter in summary.quarters.indices {
      for group in summary.groupLevels.indices {
        let all = summary.estimate(scenario: 0, quarter: quarter, group: group, measure: households)
        for (index, measure) in summary.measures.enumerated() {
          let estimate = summary.estimate(scenario: 0, quarter: quarter, group: group, measure: index)
          guard estimate.hasInterval else { continue }
          #expect(estimate.low <= estimate.mean && estimate.mean <= estimate.high, "\(measure.name)")
          switch measure.range.values(households: all.mean) {
          case .upTo(let bound):
            #expect(estimate.low >= 0 && estimate.high <= bound * (1 + 1e-12), "\(measure.name)")
            if estimate.mean == 0 { #expect(estimate.high > 0, "\(measure.name)") }
          case .notNegative: #expect(estimate.low >= 0, "\(measure.name)")
          case .notPositive, .anyNumber: Issue.record("\(measure.name) has no sign")
          }
        }
      }
    }
  }
}
