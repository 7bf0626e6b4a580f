import Experiments
import Foundation
import Reporting
import Testing

@Suite("Results that are proved")
struct VerifyTests {
  private func results(_ options: String...) throws -> Program {
    let program = try Program.withScenarios()
    try program.write("name: Village with loans\nextends: grants.yaml\n", to: "loans.yaml")
    let outcome = try program.call(
      [
        "compare", "base.yaml", "loans.yaml", "--out", "out", "--quiet", "--seed", "5", "--years", "1", "--households",
        "100",
      ] + options)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    return program
  }

  @Test("results are proved from their record alone")
  func verified() throws {
    let program = try results("--microdata", "0,4", "--set", "parameters.earn.wage_wedge.tied=0.5")
    for name in ["base.yaml", "grants.yaml", "loans.yaml"] {
      try FileManager.default.removeItem(atPath: program.directory + "/" + name)
    }
    let outcome = try program.call("verify", "out", "--threads", "1")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n")
    let files = try program.names("out")
    #expect(lines.count == files.count + 1)
    let width = files.map(\.count).max() ?? 0
    for (line, file) in zip(lines, files) {
      let verdict = file == "run.json" ? "same up to execution" : "same"
      #expect(line == file + String(repeating: " ", count: width - file.count + 2) + verdict)
    }
    #expect(lines.last == "verified: \(files.count) files of out are those of a new run")
    #expect(outcome.errors.isEmpty)
    #expect(try program.names().filter { $0.hasPrefix("out") } == ["out"])
  }

  @Test("one changed digit is found in every file")
  func digits() throws {
    let program = try results()
    for file in try program.names("out") where !file.hasSuffix(".bin") {
      let original = try program.text("out/" + file)
      let end = original.range(of: "\n  \"execution\"")?.lowerBound ?? original.endIndex
      var changed = original
      // A table of what there is none of has no digits, only a header.
      let place = original[..<end].lastIndex { $0.isNumber } ?? original.lastIndex { $0.isLetter }
      let digit = try #require(place)
      changed.replaceSubrange(digit...digit, with: original[digit] == "7" ? "6" : "7")
      try program.write(changed, to: "out/" + file)
      let outcome = try program.call("verify", "out")
      #expect(outcome.exitCode == 1, "\(file)")
      let line = outcome.output.split(separator: "\n").first { $0.hasPrefix(file + " ") }
      #expect(line?.contains(" line ") == true, "\(outcome.output)")
      #expect(line?.hasSuffix(" when run again") == true, "\(outcome.output)")
      #expect(outcome.output.split(separator: "\n").last?.hasPrefix("not verified: ") == true)
      try program.write(original, to: "out/" + file)
    }
    #expect(try program.call("verify", "out", "--quiet").exitCode == 0)
  }

  @Test(
    "a changed parameter in the record is found",
    arguments: [
      ("\"value\": 0.3,", "\"value\": 0.4,"),
      ("official_headcount: {rural: 0.30}", "official_headcount: {rural: 0.31}"),
      ("seed: 7", "seed: 8"), ("\"typed\": \"5\"", "\"typed\": \"6\""),
      ("\"value\": \"5\"", "\"value\": \"6\""), ("\"observe_every\": 4", "\"observe_every\": 2"),
      ("\"observe_every\": 4", "\"observe_every\": 6"), ("\"command\": \"compare\"", "\"command\": \"run\""),
      ("\"replications\": 2", "\"replications\": 3"), ("budget: {total: 20_000_000", "budget: {total: 20_000_001"),
    ])
  func record(found: String, replacement: String) throws {
    let program = try results()
    let record = try program.text("out/run.json")
    let range = try #require(record.range(of: found))
    try program.write(record.replacingCharacters(in: range, with: replacement), to: "out/run.json")
    let outcome = try program.call("verify", "out")
    #expect(outcome.exitCode == 1)
    #expect(
      outcome.output.contains(/\nrun\.json +(line|the text of|changed since it was written)/), "\(outcome.output)")
  }

  @Test("a goal of precision is recorded with the replications that it took, and is met again")
  func precision() throws {
    let program = try Program.withScenarios()
    let call = ["compare", "base.yaml", "grants.yaml", "--precision", "headcount_ratio:0.01", "--out", "out"]
    #expect(try program.call(call).exitCode == 0)
    let record = try #require(RunRecord(directory: program.directory + "/out").simulation)
    #expect(record.precision == Precision(measure: "headcount_ratio", halfWidth: 0.01, pilot: 10, maximum: 1000))
    #expect((10...1000).contains(record.replications))
    let last = try program.text("out/outcomes.csv").split(separator: "\n").last
    #expect(last?.hasPrefix("Village with grants,\(record.replications),") == true)
    let verified = try program.call("verify", "out", "--threads", "1")
    #expect(verified.exitCode == 0, "\(verified.output)\(verified.errors)")
    // A goal that takes as many replications is found, too.
    let text = try program.text("out/run.json")
    try program.write(text.replacing("\"half_width\": 0.01,", with: "\"half_width\": 0.0100001,"), to: "out/run.json")
    let changed = try program.call("verify", "out")
    #expect(changed.exitCode == 1)
    #expect(changed.output.contains(/\nrun\.json +changed since it was written\n/), "\(changed.output)")
    try program.write(text, to: "out/run.json")
    // Given by number, they are no longer a goal.
    let more = "\(record.replications + 1)"
    #expect(try program.call("extend", "out", "--replications", more, "--quiet").exitCode == 0)
    let fresh = ["compare", "base.yaml", "grants.yaml", "--replications", more, "--out", "fresh", "--quiet"]
    #expect(try program.call(fresh).exitCode == 0)
    #expect(
      try ResultIdentity.text(of: program.directory + "/out") == ResultIdentity.text(of: program.directory + "/fresh"))
  }

  @Test("missing and added files are told")
  func shape() throws {
    let program = try results()
    try FileManager.default.removeItem(atPath: program.directory + "/out/costs.csv")
    try program.write("mine", to: "out/notes.txt")
    let outcome = try program.call("verify", "out")
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.contains(/\ncosts\.csv +missing\n/), "\(outcome.output)")
    #expect(outcome.output.contains(/\nnotes\.txt +added: not a file of these results\n/), "\(outcome.output)")
    #expect(outcome.output.hasSuffix(" of out differ: costs.csv, notes.txt\n"), "\(outcome.output)")
  }

  @Test("another version goes on and says so, another form is refused")
  func version() throws {
    let program = try results()
    let record = try program.text("out/run.json")
    try program.write(record.replacingOccurrences(of: "\"version\": \"", with: "\"version\": \"9."), to: "out/run.json")
    let other = try program.call("verify", "out")
    #expect(other.exitCode == 1)
    #expect(other.errors.hasPrefix("warning: made by untrap 9."), "\(other.errors)")
    #expect(other.output.hasSuffix(" of out differ: run.json\n"), "\(other.output)")
    try program.write(record.replacingOccurrences(of: "untrap-run/3", with: "untrap-run/2"), to: "out/run.json")
    let form = try program.call("verify", "out")
    #expect(form.exitCode == 1)
    #expect(form.errors.contains("has the form untrap-run/2"), "\(form.errors)")
    #expect(form.output == "not verified: the record of out cannot be read\n")
    #expect(try program.call("run", "base.yaml", "--quiet", "--out", "out", "--force").exitCode == 0)
    #expect(try program.text("out/run.json").contains("untrap-run/3"))
    #expect(try program.call("verify", "nowhere").exitCode == 1)
  }

  @Test("a record that cannot be run is told, with what can be said of the files")
  func unrunnable() throws {
    let program = try results()
    let record = try program.text("out/run.json")
    try program.write(
      record.replacingOccurrences(of: "official_headcount:", with: "oficial_headcount:"), to: "out/run.json")
    let outcome = try program.call("verify", "out")
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors.contains("base.yaml:"), "\(outcome.errors)")
    #expect(outcome.errors.contains("did you mean 'official_headcount'?"), "\(outcome.errors)")
    #expect(outcome.output.contains(/\ncosts\.csv +as run\.json says, not computed again\n/), "\(outcome.output)")
    #expect(outcome.output.hasSuffix("not verified: out cannot be computed again\n"))
  }
}
