import Foundation
import Testing

@testable import Experiments
@testable import Households

@Suite("Summary of replications")
struct SummaryAccumulatorTests {
  /// Sums up one measure of two scenarios, one number for each replication.
  private func summary(baseline: [Double], scenario: [Double]) -> ExperimentSummary {
    var accumulator = SummaryAccumulator(
      scenarioNames: ["A", "B"], groupLevels: [GroupLevel(group: "all", level: "all")],
      measures: [Measure(name: "change", unit: "points", summary: "What can be any number.", range: .anyNumber)],
      detail: .groups)
    for (index, pair) in zip(baseline, scenario).enumerated() {
      accumulator.add(.made([Observation(quarter: 0, values: [pair.0])]), of: .made(0, index + 1))
      accumulator.add(.made([Observation(quarter: 0, values: [pair.1])]), of: .made(1, index + 1))
    }
    return accumulator.summary()
  }

  private func estimate(_ values: [Double]) -> Estimate {
    summary(baseline: values, scenario: values).estimate(scenario: 0, quarter: 0, group: 0, measure: 0)
  }

  private func comparison(_ baseline: [Double], _ scenario: [Double]) -> Comparison {
    summary(baseline: baseline, scenario: scenario).comparison(scenario: 1, quarter: 0, group: 0, measure: 0)
  }

  @Test("mean, deviation, error and Student interval of 1, 2, 4, worked out by hand")
  func byHand() {
    let estimate = estimate([1, 2, 4])
    #expect(abs(estimate.mean - 7.0 / 3) < 1e-14)
    #expect(abs(estimate.standardDeviation - 1.5275252316519468) < 1e-14)
    #expect(abs(estimate.standardError - 0.8819171036881969) < 1e-14)
    #expect(abs(estimate.low - -1.4612496985) < 1e-8)
    #expect(abs(estimate.high - 6.1279163652) < 1e-8)
    #expect(estimate.replications == 3)
  }

  @Test("the error of a difference is that of the paired differences")
  func paired() {
    // The replications differ by tens, the scenarios by 1, 2, 3: unpaired, the error would be above 12.
    let comparison = comparison([10, 20, 40], [11, 22, 43])
    #expect(abs(comparison.baselineMean - 70.0 / 3) < 1e-13)
    #expect(abs(comparison.scenarioMean - 76.0 / 3) < 1e-13)
    #expect(comparison.difference.mean == 2)
    #expect(abs(comparison.difference.standardError - 1 / 3.0.squareRoot()) < 1e-14)
    #expect(abs(comparison.difference.low - -0.4841377118) < 1e-8)
    #expect(abs(comparison.difference.high - 4.4841377118) < 1e-8)
    #expect(abs(comparison.percent - 200.0 / (70.0 / 3)) < 1e-12)
  }

  @Test("no difference in any replication is exactly 0 in all columns")
  func exactZero() {
    let values = [0.1, 0.2, 0.3, 1.0 / 3, 2.0.squareRoot()]
    let comparison = comparison(values, values)
    #expect(comparison.difference.mean == 0)
    #expect(comparison.percent == 0)
    #expect(comparison.difference.standardError == 0)
    #expect(comparison.difference.low == 0)
    #expect(comparison.difference.high == 0)
  }

  @Test("percent of a baseline of 0 is undefined")
  func percentOfZero() {
    #expect(comparison([0, 0], [1, 2]).percent.isNaN)
    #expect(comparison([0, 0], [0, 0]).percent.isNaN)
    #expect(comparison([0, 0], [0, 0]).difference.mean == 0)
  }

  @Test("a value counts in the replications that define it")
  func undefinedValues() {
    let estimate = estimate([1, .nan, 3])
    #expect(estimate.mean == 2)
    #expect(estimate.replications == 2)
    let comparison = comparison([1, .nan, 3, 5], [2, 2, .nan, 7])
    #expect(comparison.difference.replications == 2)
    #expect(comparison.difference.mean == 1.5)
    #expect(comparison.baselineMean == 3)
  }

  @Test("a value that is never defined stays undefined")
  func neverDefined() {
    let estimate = estimate([.nan, .nan])
    #expect(estimate.mean.isNaN)
    #expect(estimate.replications == 0)
    #expect(comparison([.nan], [1]).difference.mean.isNaN)
    #expect(comparison([.nan], [1]).percent.isNaN)
  }

  @Test("one replication has a mean and no interval")
  func oneReplication() {
    let estimate = estimate([0.25])
    #expect(estimate.mean == 0.25)
    #expect(estimate.standardDeviation.isNaN)
    #expect(estimate.standardError.isNaN)
    #expect(!estimate.hasInterval)
    #expect(estimate.mayBeZero)
  }

  @Test("costs are summed over a run and compared within replications")
  func costs() {
    var accumulator = SummaryAccumulator(
      scenarioNames: ["A", "B"], groupLevels: [GroupLevel(group: "all", level: "all")], measures: [], detail: .groups)
    let empty = [Observation(quarter: 0, values: [])]
    for (replication, cost) in [(1, 100.0), (2, 300.0)] {
      accumulator.add(.made(empty), of: .made(0, replication))
      accumulator.add(.made(empty, pkr: cost), of: .made(1, replication))
    }
    let summary = accumulator.summary()
    #expect(summary.costs.map(\.mean) == [0, 200])
    #expect(summary.costComparisons[1].difference.mean == 200)
    #expect(summary.costComparisons[1].percent.isNaN)
  }

  // MARK: - Programmes

  /// Two programmes of one scenario at one quarter; all measures but the first two are undefined.
  private func programmeValues(_ first: (Double, Double), _ second: (Double, Double)) -> [Double] {
    let rest = [Double](repeating: .nan, count: Model.programmeMeasures.count - 2)
    return [first.0, first.1] + rest + [second.0, second.1] + rest
  }

  @Test("measures of programmes are summed up by scenario, quarter, programme and measure, by hand")
  func programmes() throws {
    var accumulator = SummaryAccumulator(
      scenarioNames: ["A", "B"], programmeNames: [[], ["Loans", "Grants"]], groupLevels: [], measures: [],
      detail: .groups)
    let values = [[(1.0, 0.5), (10.0, .nan)], [(2, .nan), (20, .nan)], [(4, 0.25), (30, .nan)]]
    for (index, values) in values.enumerated() {
      let before = [Observation(quarter: 0, values: []), Observation(quarter: 4, values: [])]
      var after = before
      after[0].programmeValues = programmeValues((0, .nan), (0, .nan))
      after[1].programmeValues = programmeValues(values[0], values[1])
      accumulator.add(.made(before), of: .made(0, index + 1))
      accumulator.add(.made(after), of: .made(1, index + 1))
    }
    let summary = accumulator.summary()
    #expect(summary.programmeNames == [[], ["Loans", "Grants"]])
    func estimate(_ quarter: Int, _ programme: Int, _ measure: Int) throws -> Estimate {
      try #require(
        summary.programmeEstimate(scenario: 1, quarter: quarter, programme: programme, measure: measure))
    }
    let loans = try estimate(1, 0, 0)
    #expect(abs(loans.mean - 7.0 / 3) < 1e-14)
    #expect(abs(loans.standardError - 0.8819171036881969) < 1e-14)
    // No number of households is below 0: on logarithms, with an error of 0.8819 / 2.3333 and Student's 4.3027.
    let factor = exp(4.302652729911275 * 0.8819171036881969 / (7.0 / 3))
    #expect(abs(loans.low - 7.0 / 3 / factor) < 1e-8)
    #expect(abs(loans.high - 7.0 / 3 * factor) < 1e-8)
    #expect(try estimate(0, 0, 0).mean == 0)
    #expect(try estimate(1, 0, 1).mean == 0.375)
    #expect(try estimate(1, 0, 1).replications == 2)
    #expect(try estimate(1, 1, 0).mean == 20)
    #expect(try estimate(1, 1, 1).mean.isNaN)
    #expect(try estimate(1, 1, 1).replications == 0)
    #expect(summary.programmeEstimate(scenario: 0, quarter: 1, programme: 0, measure: 0) == nil)
  }

  @Test("programmes that were not observed have no estimates")
  func unobservedProgrammes() {
    var accumulator = SummaryAccumulator(
      scenarioNames: ["A"], programmeNames: [["Loans"]], groupLevels: [], measures: [], detail: .groups)
    accumulator.add(.made([Observation(quarter: 0, values: [])]), of: .made(0, 1))
    let summary = accumulator.summary()
    #expect(summary.programmeNames == [["Loans"]])
    #expect(summary.programmeEstimate(scenario: 0, quarter: 0, programme: 0, measure: 0) == nil)
  }
}
