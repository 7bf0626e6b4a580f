import Testing

@testable import Experiments
@testable import Households
@testable import Reporting

@Suite("Table of decompositions")
struct DecompositionTableTests {
  private static let levels = [
    GroupLevel(group: "all", level: "all"), GroupLevel(group: "sex_of_head", level: "male"),
    GroupLevel(group: "sex_of_head", level: "female"),
  ]
  private static let measures = ["persons", "welfare_ratio", "headcount_ratio", "theil"].map {
    Measure(name: $0, unit: "unit of \($0)", summary: "What it is.")
  }

  private func write(to path: String) throws -> [FileDigest] {
    let directory = try ResultDirectory(path: path, replacingResults: false, discardingUnfinished: false)
    let writer = try DatasetWriter(
      directory: directory, groupLevels: Self.levels, measures: Self.measures, programmeNames: [[]],
      comparison: false, microdata: false, detail: .groups)
    var accumulator = SummaryAccumulator(
      scenarioNames: ["Base"], groupLevels: Self.levels, measures: Self.measures, detail: .groups)
    let runs = [
      [8, 2, 0.25, 0.5, 6, 2.5, 0.125, 0.25, 2, 0.5, 0.625, 0.25],
      [8, 2, 0.25, 0.5, 8, 2, 0.25, 0.5, .nan, .nan, .nan, .nan],
    ]
    for (index, values) in runs.enumerated() {
      let result = RunResult(observations: [Observation(quarter: 4, values: values)], transitions: [], costs: [])
      let run = RunIdentity(scenario: 0, scenarioName: "Base", replication: index + 1)
      try writer.take(result, of: run)
      accumulator.add(result, of: run)
      try writer.finish(replication: index + 1) { [] }
    }
    let files = try writer.finish(accumulator.summary(), record: Fixture.record) { Fixture.execution() }
    try directory.publish()
    return files
  }

  @Test("rows are by scenario, quarter, index, partition and part, with shares, contributions and percentages")
  func rows() throws {
    let directory = try TemporaryDirectory()
    #expect(try write(to: directory.path + "/out").map(\.name).contains("decomposition.csv"))
    let lines = try directory.text("out/decomposition.csv").split(separator: "\n").map(String.init)
    #expect(lines[0] == "scenario,quarter,measure,partition,part,quantity,mean,se,ci_low,ci_high,replications,unit")
    // Female heads are an eighth of the persons, as a mean of a quarter and of none.
    func row(_ start: String) throws -> [String] {
      try #require(lines.first { $0.hasPrefix("Base,4," + start + ",") }).split(
        separator: ",", omittingEmptySubsequences: false
      ).map(String.init)
    }
    #expect(try row("headcount_ratio,sex_of_head,female,share")[6] == "0.125")
    #expect(try row("headcount_ratio,sex_of_head,female,share")[11] == "share of persons")
    #expect(try row("headcount_ratio,sex_of_head,female,index")[6] == "0.625")
    #expect(try row("headcount_ratio,sex_of_head,female,index")[8] == "")
    #expect(try row("headcount_ratio,sex_of_head,female,index")[10] == "1")
    #expect(try row("headcount_ratio,sex_of_head,female,contribution")[6] == "0.078125")
    #expect(try row("headcount_ratio,sex_of_head,male,percent")[6] == "68.75")
    // Within: 15/16 x 1/4 + 1/16 x 1/4 in the first replication, all in the second.
    #expect(try row("theil,sex_of_head,within_groups,contribution")[6] == "0.375")
    #expect(try row("theil,sex_of_head,between_groups,percent")[6] == "25")
    #expect(lines.count == 1 + 8 + 8 + 4)
  }
}
