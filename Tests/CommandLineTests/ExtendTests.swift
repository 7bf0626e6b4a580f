import Foundation
import Testing

@testable import Reporting

@Suite("Results that are extended")
struct ExtendTests {
  private static let comparison = [
    "compare", "base.yaml", "grants.yaml", "--quiet", "--households", "300", "--years", "2", "--without", "interest",
    "--microdata", "8",
  ]

  @Test(
    "they are those of a fresh run, and the earlier rows stay as they were",
    arguments: [
      (["--replications", "3"], 27), (["--set", "replications=3"], 27), (["--detail", "groups"], 32),
      (["--precision", "headcount_ratio:0.2", "--maximum-replications", "3"], 27),
    ])
  func extend(options: [String], files: Int) throws {
    let program = try Program.withScenarios()
    let fresh = options.contains("groups") ? options : []
    #expect(try program.call(Self.comparison + ["--out", "fresh", "--replications", "9"] + fresh).exitCode == 0)
    #expect(try program.call(Self.comparison + ["--out", "out"] + options).exitCode == 0)
    let before = try program.text("out/households.csv")
    for replications in ["5", "9"] {
      let outcome = try program.call("extend", "out", "--replications", replications, "--threads", "1")
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("\nResults: out (\(files) files, "), "\(outcome.output)")
    }
    #expect(
      try ResultIdentity.text(of: program.directory + "/out") == ResultIdentity.text(of: program.directory + "/fresh"))
    #expect(try program.text("out/households.csv").hasPrefix(before))
    #expect(try program.names().filter { $0.hasPrefix("out") } == ["out"])
  }

  @Test("an extension that is killed leaves the earlier results whole and is resumed")
  func killed() throws {
    let program = try Program.withScenarios()
    let call = ["run", "grants.yaml", "--quiet", "--out"]
    #expect(try program.call(call + ["fresh", "--replications", "150"]).exitCode == 0)
    #expect(try program.call(call + ["out"]).exitCode == 0)
    let before = try ResultIdentity.text(of: program.directory + "/out")
    let process = try program.start(["extend", "out", "--replications", "150"])
    let journal = program.directory + "/out.partial/journal"
    for _ in 0..<10_000 where process.isRunning {
      let lines = (try? String(contentsOfFile: journal, encoding: .utf8))?.split(separator: "\n").count ?? 0
      if lines > 4 { break }
      usleep(1000)
    }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(try ResultIdentity.text(of: program.directory + "/out") == before)
    #expect(try program.names().filter { $0.hasPrefix("out") } == ["out", "out.partial"])
    let again = try program.call("extend", "out", "--replications", "150")
    #expect(again.exitCode == 1)
    #expect(
      again.errors.contains(" of 150 replications of a run that was stopped; untrap resume out"), "\(again.errors)")
    #expect(try program.call("resume", "out", "--quiet").exitCode == 0)
    #expect(
      try ResultIdentity.text(of: program.directory + "/out") == ResultIdentity.text(of: program.directory + "/fresh"))
    #expect(try program.names().filter { $0.hasPrefix("out") } == ["out"])
  }

  @Test("what cannot be extended is refused with the reason")
  func refused() throws {
    let program = try Program.withScenarios()
    let missing = try program.call("extend", "out", "--replications", "3")
    #expect(missing.exitCode == 1)
    #expect(missing.errors == "error: cannot read out: there is no such directory\n")
    #expect(try program.call("run", "base.yaml", "--out", "out").exitCode == 0)
    for replications in ["1", "2"] {
      let fewer = try program.call("extend", "out", "--replications", replications)
      #expect(fewer.exitCode == 64)
      #expect(
        fewer.errors == "error: --replications \(replications): out has 2 already, and extending takes none away\n")
    }
    let outcomes = try program.text("out/outcomes.csv")
    try program.write(outcomes.replacingOccurrences(of: "Village,2,", with: "Village,3,"), to: "out/outcomes.csv")
    let changed = try program.call("extend", "out", "--replications", "3")
    #expect(changed.exitCode == 1)
    #expect(
      changed.errors == "error: out has changed since it was written (outcomes.csv); untrap verify out tells where\n")
    try program.write(outcomes, to: "out/outcomes.csv")
    try program.write("notes", to: "out/notes.txt")
    let extra = try program.call("extend", "out", "--replications", "3")
    #expect(extra.exitCode == 1)
    #expect(
      extra.errors == "error: out holds files that are not results (notes.txt), which would be lost; move them\n")
    try FileManager.default.removeItem(atPath: program.directory + "/out/notes.txt")
    let record = try program.text("out/run.json")
    try program.write(record.replacing("\"observe_every\": 4", with: "\"observe_every\": 8"), to: "out/run.json")
    #expect(
      try program.call("extend", "out", "--replications", "3").errors
        == "error: out has changed since it was written (run.json); untrap verify out tells where\n")
    try program.write(record.replacingOccurrences(of: "\"version\": \"", with: "\"version\": \"9."), to: "out/run.json")
    #expect(try program.call("extend", "out", "--replications", "3").errors.contains("cannot be extended by"))
    #expect(try program.names().filter { $0.hasPrefix("out") } == ["out"])
  }

  /// Where the number of replications stands in sums without detail: after the names of what is added up.
  private func place(in sums: [UInt8]) throws -> Int {
    try #require(sums.firstRange(of: [10] + Array("population".utf8))).upperBound
  }

  @Test(
    "sums that fit their digests but not the run are refused, and nothing is left or changed",
    arguments: ["replications", "quarter", "quarters", "bytes", "none", "longer run"])
  func hostileSums(change: String) throws {
    let program = try Program.withScenarios()
    let call = ["compare", "base.yaml", "grants.yaml", "--households", "100", "--quiet", "--out"]
    #expect(try program.call(call + ["out"]).exitCode == 0)
    let path = program.directory + "/out/sums.bin"
    let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    var sums = whole
    let place = try place(in: sums)
    #expect(sums[place...place + 4] == [2, 3, 0, 4, 8])
    switch change {
    case "replications": sums[place] = 3
    case "quarter": sums[place + 3] = 5
    case "quarters": sums[place + 1] = 2
    case "bytes": sums += [0, 1]
    case "none": sums = []
    default:
      #expect(try program.call(call + ["longer", "--years", "3"]).exitCode == 0)
      sums = [UInt8](try Data(contentsOf: URL(fileURLWithPath: program.directory + "/longer/sums.bin")))
    }
    try Data(sums).write(to: URL(fileURLWithPath: path))
    let (old, new) = (FileDigest(name: "sums.bin", contents: whole), FileDigest(name: "sums.bin", contents: sums))
    var record = try program.text("out/run.json").replacing(old.sha256, with: new.sha256)
      .replacing("\"sums.bin\", \"bytes\": \(old.bytes)", with: "\"sums.bin\", \"bytes\": \(new.bytes)")
    let digest = try #require(record.firstMatch(of: /"record_sha256": "([0-9a-f]*)"/)?.1)
    record = record.replacing(digest, with: RunRecord.digest(of: record))
    try program.write(record, to: "out/run.json")
    let before = try ResultIdentity.text(of: program.directory + "/out")
    let refused = try program.call("extend", "out", "--replications", "4")
    #expect(refused.exitCode == 1)
    #expect(
      refused.errors
        == "error: the sums of the replications of out are not those of such a run; nothing was changed. Run the command "
        + "that made them again with --force\n")
    #expect(try program.names().filter { $0.hasPrefix("out") } == ["out"])
    #expect(try ResultIdentity.text(of: program.directory + "/out") == before)
  }

  @Test("a sweep cannot be extended, and it is said what can be done")
  func sweep() throws {
    let program = try Program.withScenarios()
    let design = """
      name: Trial
      scenarios: [base.yaml]
      set: {years: 1, population.households: 150}
      method: {factorial: {levels: 2}}
      variables:
        - path: parameters.shocks.illness_probability
          range: [0.02, 0.2]

      """
    try program.write(design, to: "design.yaml")
    #expect(try program.call("sweep", "design.yaml", "--out", "out", "--quiet").exitCode == 0)
    let refused = try program.call("extend", "out", "--replications", "3")
    #expect(refused.exitCode == 64)
    #expect(
      refused.errors
        == "error: out holds the results of untrap sweep, which cannot be extended; give more points or replications "
        + "and run it anew\n")
  }
}
