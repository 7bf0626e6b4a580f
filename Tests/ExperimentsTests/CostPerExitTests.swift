import Statistics
import Testing

@testable import Experiments

@Suite("Cost per durable exit")
struct CostPerExitTests {
  private func ratio(cost: [Double], exits: [Double]) -> CostPerExit {
    var moments = JointMoments(dimension: 2)
    for (cost, exits) in zip(cost, exits) { moments.add([cost, exits]) }
    return CostPerExit(moments)
  }

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
    #expect(ratio(cost: [60, 60], exits: [0, 0]) == .notDistinguishable)
    #expect(ratio(cost: [0, 0], exits: [0, 0]) == .notDistinguishable)
  }

  @Test("clearly fewer exits are said to be so")
  func fewerExits() { #expect(ratio(cost: [60, 61, 62], exits: [-9, -10, -11]) == .fewerExits) }

  @Test("one replication gives no interval")
  func oneReplication() { #expect(ratio(cost: [60], exits: [10]) == .tooFewReplications) }
}
