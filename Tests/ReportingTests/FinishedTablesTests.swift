import Foundation
import Testing

@testable import Experiments
@testable import Households
@testable import Reporting

@Suite("Replications read back from their tables")
struct FinishedTablesTests {
  /// What a directory replays after its first replications.
  private func replay(_ replications: Int) throws -> [(run: RunIdentity, result: RunResult)] {
    let place = try TemporaryDirectory()
    let directory = try ResultDirectory(
      path: place.path + "/out", replacingResults: false, discardingUnfinished: false)
    do {
      let writer = try Fixture.writer(into: directory)
      for replication in stride(from: 1, through: replications, by: 1) { try Fixture.take(replication, into: writer) }
      // A run of the next replication has come, too.
      try writer.take(Fixture.runs[0].result, of: Fixture.run(0, replications + 1))
    }
    let finished = try Fixture.writer(into: directory).finishedReplications(scenarioNames: ["Base", "Loans, small"])
    var runs: [(run: RunIdentity, result: RunResult)] = []
    try finished?.replay { runs.append(($1, $0)) }
    #expect(finished?.count == (replications == 0 ? nil : replications))
    return runs
  }

  @Test("every run comes in order with what summaries need", arguments: 0...2)
  func runs(replications: Int) throws {
    let runs = try replay(replications)
    let expected = Fixture.runs.filter { $0.run.replication <= replications }
    #expect(runs.map(\.run) == expected.map(\.run))
    for (read, written) in zip(runs.map(\.result), expected.map(\.result)) {
      #expect(read.observations.map(\.quarter) == written.observations.map(\.quarter))
      for (observation, original) in zip(read.observations, written.observations) {
        #expect(observation.values.map(\.description) == original.values.map(\.description))
        #expect(observation.programmeValues.map(\.description) == original.programmeValues.map(\.description))
      }
      #expect(read.transitions == written.transitions)
      // NaN is not equal to itself: what is read is compared as it is described.
      #expect("\(String(describing: read.dynamics))" == "\(String(describing: written.dynamics))")
      #expect(read.costs == written.costs)
      #expect(read.course == written.course)
      #expect(read.stocktake == written.stocktake)
      #expect(read.reach == written.reach)
      #expect(read.attribution.map(\.description) == written.attribution.map(\.description))
    }
  }

  @Test("a table that lacks a run is told, with its line")
  func missingRun() throws {
    let place = try TemporaryDirectory()
    try Fixture.write(to: place.path + "/out")
    let tables = FinishedTables(
      directory: place.path + "/out", count: 3, scenarioNames: ["Base", "Loans, small"], hasProgrammes: true,
      hasCounterfactuals: true, groupLevels: Fixture.groupLevels)
    let line = 2 + 4 * 8 + 2 * 2 * Model.programmeMeasures.count
    #expect {
      try tables.replay { _, _ in }
    } throws: { error in
      (error as? OutputError)?.description.contains("outcomes.csv: line \(line): replication 3 of Base") ?? false
    }
  }
}
