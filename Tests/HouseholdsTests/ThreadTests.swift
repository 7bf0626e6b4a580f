import Testing

@testable import Households

@Suite struct ThreadTests {
  private static func printed(threads: Int, blockSize: Int) throws -> RunPrint {
    var scenario = Scenario.small(households: 4000)
    scenario.programmes = try LedgerTests.everything()
    return RunPrint(try scenario.model(threads: threads, blockSize: blockSize), scenario)
  }

  @Test("threads and block sizes change nothing that a run reports")
  func sameReport() throws {
    let expected = try Self.printed(threads: 1, blockSize: 1_000_000)
    #expect(expected.observations.count == 9)
    #expect(expected.records.count == 3 * 4000)
    #expect(!expected.costs.isEmpty)
    for threads in [1, 2, 7] {
      for blockSize in [64, 1024, 5000] {
        let printed = try Self.printed(threads: threads, blockSize: blockSize)
        #expect(printed.observations == expected.observations, "\(threads) threads, blocks of \(blockSize)")
        #expect(printed.transitions == expected.transitions, "\(threads) threads, blocks of \(blockSize)")
        #expect(printed.course == expected.course, "\(threads) threads, blocks of \(blockSize)")
        #expect(printed.costs == expected.costs, "\(threads) threads, blocks of \(blockSize)")
        #expect(printed.records == expected.records, "\(threads) threads, blocks of \(blockSize)")
      }
    }
  }

  @Test("the same run twice is the same, another seed or replication is not")
  func repetition() throws {
    let scenario = Scenario.small(households: 1000, years: 1)
    let model = try scenario.model()
    #expect(RunPrint(model, scenario) == RunPrint(model, scenario))
    #expect(model.settled(replication: 0).householdStates != model.settled(replication: 1).householdStates)
    var other = scenario
    other.seed += 1
    #expect(RunPrint(try other.model(), other) != RunPrint(model, scenario))
  }

  @Test("the consumption scale does not depend on threads and blocks either")
  func scale() throws {
    let scenario = Scenario.small(households: 2000, scale: [:])
    let expected = try scenario.model(threads: 1, blockSize: 4000).consumptionScale
    #expect(try scenario.model(threads: 7, blockSize: 64).consumptionScale == expected)
  }
}
