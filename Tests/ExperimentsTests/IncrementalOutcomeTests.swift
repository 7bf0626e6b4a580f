import Statistics
import Testing

@testable import Experiments

@Suite("Incremental outcome")
struct IncrementalOutcomeTests {
  /// A scenario against its baseline, from differences in cost and effect.
  private func outcome(cost: [Double], effect: [Double]) -> IncrementalOutcome {
    var moments = JointMoments(dimension: 2)
    for (cost, effect) in zip(cost, effect) { moments.add([cost, effect]) }
    return IncrementalOutcome(MeansAgainstFirst(moments, figures: 2), scenario: 1, against: 0)
  }

  private func ratio(cost: [Double], exits: [Double]) -> CostPerOutcome { outcome(cost: cost, effect: exits).ratio }

  @Test("Fieller's interval, worked out by hand")
  func byHand() throws {
    guard case .estimate(let mean, let low, let high) = ratio(cost: [10, 13, 14], exits: [20, 23, 22]) else {
      Issue.record("there is no estimate")
      return
    }
    #expect(abs(mean - 37.0 / 65) < 1e-12)
    #expect(abs(low - 0.383219166790) < 1e-9)
    #expect(abs(high - 0.718940223644) < 1e-9)
  }

  @Test("costs that do not vary leave the interval to the exits")
  func fixedCost() {
    guard case .estimate(let mean, let low, let high) = ratio(cost: [60, 60, 60], exits: [9, 10, 11]) else {
      Issue.record("there is no estimate")
      return
    }
    // The interval of the exits is 10 +- 4.302652729749 / sqrt 3.
    #expect(abs(mean - 6) < 1e-12)
    #expect(abs(low - 60 / 12.4841377118) < 1e-8)
    #expect(abs(high - 60 / 7.5158622882) < 1e-8)
  }

  @Test("exits that may not differ from the baseline's give no ratio")
  func notDistinguishable() {
    #expect(ratio(cost: [60, 60, 60], exits: [-1, 1, 3]) == .notDistinguishable)
    #expect(ratio(cost: [-1, 1], exits: [0, 0]) == .notDistinguishable)
    #expect(ratio(cost: [-60, -60, -60], exits: [-1, 1, 3]) == .notDistinguishable)
    // As many in each replication, and a cost that luck makes: its mean is no verdict.
    #expect(ratio(cost: [-1, 2], exits: [0, 0]) == .notDistinguishable)
    #expect(ratio(cost: [1, -2, 0], exits: [0, 0, 0]) == .notDistinguishable)
  }

  @Test("whether the sign of the cost is that of the mean alone is told")
  func costByMean() {
    #expect(outcome(cost: [-50, 48, -1], effect: [9, 10, 11]).isCostByMean)
    for cost in [[-60.0, -61, -62], [0, 0, 0], [60, 61, 62]] {
      #expect(!outcome(cost: cost, effect: [9, 10, 11]).isCostByMean)
    }
  }

  @Test("clearly fewer exits for less money are said to be so")
  func fewerExits() { #expect(ratio(cost: [-60, -61, -62], exits: [-9, -10, -11]) == .lessEffect) }

  @Test("more exits for no more money, or as many for less, dominate the baseline and have no ratio")
  func dominating() {
    #expect(ratio(cost: [-60, -61, -62], exits: [9, 10, 11]) == .dominates)
    #expect(ratio(cost: [0, 0, 0], exits: [9, 10, 11]) == .dominates)
    #expect(ratio(cost: [-60, -60], exits: [0, 0]) == .dominates)
  }

  @Test("fewer exits for no less money, or as many for more, are dominated and have no ratio")
  func dominated() {
    #expect(ratio(cost: [60, 61, 62], exits: [-9, -10, -11]) == .dominated)
    #expect(ratio(cost: [0, 0, 0], exits: [-9, -10, -11]) == .dominated)
    #expect(ratio(cost: [60, 60], exits: [0, 0]) == .dominated)
  }

  @Test("as many exits for as much money are equal")
  func equal() { #expect(ratio(cost: [0, 0], exits: [0, 0]) == .equal) }

  @Test("one replication gives no interval")
  func oneReplication() {
    #expect(ratio(cost: [60], exits: [10]) == .tooFewReplications)
    let benefit = outcome(cost: [60], effect: [10]).netBenefit(willingnessToPay: 7)
    #expect(benefit.mean == 10)
    #expect(benefit.standardError.isNaN && benefit.low.isNaN)
  }

  @Test("net benefit has the moments of benefits worked out replication by replication")
  func netBenefit() {
    let (cost, effect) = ([10.0, 13, 14, 20], [20.0, 23, 22, 31])
    let benefit = outcome(cost: cost, effect: effect).netBenefit(willingnessToPay: 3)
    let plain = Estimate(RunningMoments(zip(cost, effect).map { 3 * $1 - $0 }))
    #expect(abs(benefit.mean - plain.mean) < 1e-12)
    #expect(abs(benefit.standardError - plain.standardError) < 1e-12)
    #expect(abs(benefit.low - plain.low) < 1e-11 && abs(benefit.high - plain.high) < 1e-11)
  }

  @Test("two scenarios are held against each other as their differences are")
  func againstAnother() {
    let sample: [[Double]] = [[1, 5, 4, 9], [2, 4, 7, 8], [4, 6, 6, 13], [3, 5, 9, 10]]
    var (all, pair) = (JointMoments(dimension: 4), JointMoments(dimension: 2))
    for values in sample {
      all.add(values)
      pair.add([values[2] - values[0], values[3] - values[1]])
    }
    let outcome = IncrementalOutcome(MeansAgainstFirst(all, figures: 2), scenario: 2, against: 1)
    let direct = IncrementalOutcome(MeansAgainstFirst(pair, figures: 2), scenario: 1, against: 0)
    #expect(abs(outcome.cost.standardError - direct.cost.standardError) < 1e-12)
    #expect(abs(outcome.effect.mean - direct.effect.mean) < 1e-12)
    guard case .estimate(let mean, let low, let high) = outcome.ratio,
      case .estimate(let directMean, let directLow, let directHigh) = direct.ratio
    else {
      Issue.record("there is no estimate")
      return
    }
    #expect(abs(mean - directMean) < 1e-12 && abs(low - directLow) < 1e-10 && abs(high - directHigh) < 1e-10)
  }
}
