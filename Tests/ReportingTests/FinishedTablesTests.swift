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
    let finished = try Fixture.writer(into: directory).finishedReplications(
      scenarioNames: ["Base", "Loans, small"], shape: Fixture.shape)
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

  @Test(
    "a table that does not hold the runs is refused, though its digest fits",
    arguments: [
      ("outcomes.csv", "Base,1,4,all,all,headcount_ratio,0.25", "Base,1,3,all,all,headcount_ratio,0.25", "quarters"),
      (
        "outcomes.csv", "Base,1,0,all,all,headcount_ratio", "Base,9223372036854775808,0,all,all,headcount_ratio",
        "begin here"
      ),
      ("outcomes.csv", ",0.25,", ",1e400,", "is not a number"), ("outcomes.csv", ",0.25,", ",nan,", "is not a number"),
      ("transitions.csv", "Base,1,joint", "Base,2,joint", "out of order"),
      (
        "transitions.csv", "joint,bonded/isolated/voiceless,bonded/isolated/voiceless,6",
        "joint,bonded/isolated/voiceless,bonded/isolated/voiceless,-6", "0 or more"
      ),
      ("costs.csv", "small\",1,3,", "small\",1,0,", "costs within its time"),
      ("costs.csv", "small\",1,3,", "small\",1,9223372036854775807,", "costs within its time"),
      ("course.csv", "Base,1,4,", "Base,1,5,", "course of all quarters"),
      ("spells.csv", "Base,1,exit,all,all,1,3.5,0,", "Base,1,exit,all,all,1,3.5,9,", "events among those at risk"),
      ("panel.csv", "Base,1,all,all,", "Base,2,all,all,", "panel"),
      ("yearly_transitions.csv", "Base,1,1,", "Base,2,1,", "from year to year"),
      ("quantiles.csv", "Base,1,4,20,", "Base,1,5,20,", "twentieths"),
      ("reach.csv", ",20.5,", ",,", "0 or more"), ("reach.csv", ",20.5,", ",inf,", "0 or more"),
      ("reach.csv", ",8,", ",-8,", "0 or more"), ("reach.csv", ",1.5\n", ",\n", "0 or more"),
      ("reach.csv", "\"Loans, interest-free\"", "Grants", "the reach of each programme"),
      ("reach.csv", "small\",1,", "small\",2,", "the reach of each programme"),
      (
        "reach.csv", "\"Loans, small\",2,",
        "\"Loans, small\",1,\"Loans, interest-free\",1,1,1,1,1,1\n\"Loans, small\",2,",
        "the reach of each programme"
      ),
    ])
  func hostile(table: String, found: String, replacement: String, reason: String) throws {
    let place = try TemporaryDirectory()
    try Fixture.write(to: place.path + "/out")
    let text = try place.text("out/" + table)
    let range = try #require(text.range(of: found), "\(text.prefix(2000))")
    try place.write(text.replacingCharacters(in: range, with: replacement), to: "out/" + table)
    let tables = FinishedTables(
      directory: place.path + "/out", count: 2, scenarioNames: ["Base", "Loans, small"], dataset: Fixture.dataset,
      shape: Fixture.shape, contents: [])
    #expect {
      try tables.replay { _, _ in }
    } throws: { error in
      (error as? OutputError)?.description.contains(reason) ?? false
    }
  }

  @Test("what is summed up is what was digested")
  func otherBytes() throws {
    let place = try TemporaryDirectory()
    let written = try Fixture.write(to: place.path + "/out")
    func tables(_ contents: [FileDigest]) -> FinishedTables {
      FinishedTables(
        directory: place.path + "/out", count: 2, scenarioNames: ["Base", "Loans, small"],
        dataset: Fixture.dataset, shape: Fixture.shape, contents: contents)
    }
    try tables(written).replay { _, _ in }
    let text = try place.text("out/course.csv")
    try place.write(text.replacing("6000.5", with: "6000.6"), to: "out/course.csv")
    #expect(throws: OutputError.cannotRead(path: place.path + "/out/course.csv", reason: "it changes while it is read"))
    {
      try tables(written).replay { _, _ in }
    }
  }

  @Test("a table that lacks a run is told, with its line")
  func missingRun() throws {
    let place = try TemporaryDirectory()
    try Fixture.write(to: place.path + "/out")
    let tables = FinishedTables(
      directory: place.path + "/out", count: 3, scenarioNames: ["Base", "Loans, small"], dataset: Fixture.dataset,
      shape: Fixture.shape, contents: [])
    let line = 2 + 4 * 8 + 2 * 2 * Model.programmeMeasures.count
    #expect {
      try tables.replay { _, _ in }
    } throws: { error in
      (error as? OutputError)?.description.contains("outcomes.csv: line \(line): replication 3 of Base") ?? false
    }
  }
}
