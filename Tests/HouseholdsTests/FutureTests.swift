import Simulation
import Testing

@testable import Households

@Suite struct FutureTests {
  @Test("a future looked at every quarter is the one that a run reports")
  func sameAsRun() throws {
    let scenario = Scenario.small(households: 1000, programmes: try LedgerTests.everything())
    let model = try scenario.model()
    let settled = model.settled(replication: 1)
    let future = model.future(of: scenario, from: settled, replication: 1)
    for _ in 0..<scenario.quarters { future.advance() }
    #expect(future.quarter == scenario.quarters)
    var assets: [Double] = []
    let column = try #require(HouseholdRecord.columns.firstIndex { $0.name == "k" })
    _ = model.run(
      scenario, from: settled, replication: 1, observeEvery: 8, microdataAt: [scenario.quarters],
      record: { if case .real(let value) = $0.cells[column] { assets.append(value) } })
    #expect(assets == (0..<1000).map { future.population.assets[$0] })
  }

  @Test("households that differ in a single bit of a single variable are found")
  func differences() throws {
    let settled = try Scenario.small(households: 1000).model().settled(replication: 1)
    let other = settled.copy()
    #expect(settled.householdsThatDiffer(from: other).isEmpty)
    #expect(settled.householdsOfOtherLuck(than: other).isEmpty)
    other.assets[17] = other.assets[17].nextUp
    other.skill[31] ^= 1
    other.milestones[999] = Milestones(rawValue: other.milestones[999].rawValue ^ 8)
    #expect(settled.householdsThatDiffer(from: other) == [17, 31, 999])
    #expect(settled.householdsOfOtherLuck(than: other).isEmpty)
    other.labourDeviation[5] = other.labourDeviation[5].nextUp
    #expect(settled.householdsOfOtherLuck(than: other) == [5])
  }
}
