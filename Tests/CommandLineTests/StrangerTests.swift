import Foundation
import Testing

@testable import Reporting

@Suite("Folders that come from a stranger")
struct StrangerTests {
  private static let comparison = [
    "compare", "base.yaml", "grants.yaml", "--quiet", "--years", "1", "--households", "100",
  ]

  private func results() throws -> Program {
    let program = try Program.withScenarios()
    let outcome = try program.call(Self.comparison + ["--out", "out"])
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    return program
  }

  /// Changes the record as somebody would who can also write the digest that it has of itself.
  private func change(_ found: String, to replacement: String, _ program: borrowing Program) throws {
    let record = try program.text("out/run.json")
    let range = try #require(record.range(of: found), "\(found)")
    let changed = record.replacingCharacters(in: range, with: replacement)
    let digest = try #require(changed.firstMatch(of: /"record_sha256": "([0-9a-f]{64})"/)?.1)
    try program.write(changed.replacing(digest, with: RunRecord.digest(of: changed)), to: "out/run.json")
  }

  @Test(
    "no record makes the program crash: it is told what is wrong with it",
    arguments: [
      ("\"observe_every\": 4", "\"observe_every\": 0"),
      ("\"observe_every\": 4", "\"observe_every\": -9223372036854775808"),
      ("\"microdata_at\": []", "\"microdata_at\": [9]"),
      (
        "\"microdata_at\": []",
        "\"precision\": {\"measure\": \"headcount_ratio\", \"half_width\": 0, \"pilot\": 10, \"maximum\": 20}, "
          + "\"microdata_at\": []"
      ),
      (
        "\"microdata_at\": []",
        "\"precision\": {\"measure\": \"happiness\", \"half_width\": 1, \"pilot\": 10, \"maximum\": 20}, \"microdata_at\": []"
      ),
      ("\"option\": \"--years\"", "\"option\": \"\""), ("\"path\": \"years\"", "\"path\": \"\""),
      ("\"file\": \"costs.csv\"", "\"file\": \"../../secret\""),
      ("\"command\": \"compare\"", "\"command\": \"traps\""), ("\"command\": \"compare\"", "\"command\": \"optimize\""),
      ("\"replications\": 2", "\"replications\": -1"),
    ])
  func records(found: String, replacement: String) throws {
    let program = try results()
    try change(found, to: replacement, program)
    for call in [["verify", "out"], ["extend", "out", "--replications", "3"], ["traps", "out"], ["report", "out"]] {
      let outcome = try program.call(call)
      #expect([0, 1, 64, 65].contains(outcome.exitCode), "\(call): \(outcome.exitCode) \(outcome.errors)")
      if call[0] == "verify" { #expect(outcome.exitCode == 1) }
    }
  }

  @Test("a survey that only a record names is read where it is a regular file with its digest", .timeLimit(.minutes(1)))
  func survey() throws {
    let program = try Program.withScenarios()
    try program.write(SurveyText.small, to: "hies.csv")
    let call = ["run", "base.yaml", "--survey", "hies.csv", "--years", "1", "--quiet", "--out", "out"]
    #expect(try program.call(call).exitCode == 0)
    let place = try #require(program.text("out/run.json").firstMatch(of: /"survey": "(\/[^"]*)"/)?.1)
    try #require(mkfifo(program.directory + "/pipe", 0o600) == 0)
    for (path, message) in [
      ("/etc/shadow", "/etc/shadow is not the survey"), ("/dev/zero", "which is no regular file"),
      (program.directory + "/pipe", "which is no regular file"), ("/nowhere", "is not at /nowhere"),
    ] {
      let record = try program.text("out/run.json")
      try program.write(
        record.replacing("\"survey\": \"\(place)\"", with: "\"survey\": \"\(path)\""), to: "out/run.json")
      let outcome = try program.call("verify", "out")
      #expect(outcome.exitCode == 1)
      #expect(outcome.errors.contains(message), "\(outcome.errors)")
      try program.write(record, to: "out/run.json")
    }
    #expect(try program.call("verify", "out", "--quiet").exitCode == 0)
  }

  @Test("a survey behind a link is found again where it was")
  func linkedSurvey() throws {
    let program = try Program.withScenarios()
    try program.write(SurveyText.small, to: "hies.csv")
    try FileManager.default.createSymbolicLink(
      atPath: program.directory + "/link.csv", withDestinationPath: program.directory + "/hies.csv")
    let call = ["run", "base.yaml", "--survey", "link.csv", "--years", "1", "--quiet", "--out", "out"]
    #expect(try program.call(call).exitCode == 0)
    #expect(try program.call("verify", "out", "--quiet").exitCode == 0)
  }

  @Test("a changed digit of committed rows is refused with its file and lines, and nothing is lost")
  func changedDigit() throws {
    let program = try Program.withScenarios()
    let process = try program.start(
      ["compare", "base.yaml", "grants.yaml", "--quiet", "--replications", "300", "--out", "out"])
    let journal = program.directory + "/out.partial/journal"
    for _ in 0..<10_000 where process.isRunning {
      if (try? String(contentsOfFile: journal, encoding: .utf8))?.split(separator: "\n").count ?? 0 > 5 { break }
      usleep(1000)
    }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    for name in ["outcomes.csv", "journal", "recipe.json"] {
      let path = "out.partial/" + name
      let text = try program.text(path)
      let middle = text.index(text.startIndex, offsetBy: text.count / (name == "recipe.json" ? 3 : 8))
      let firstDigit = text[middle...].firstIndex { $0.isNumber }
      let digit = try #require(firstDigit)
      var changed = text
      changed.replaceSubrange(digit...digit, with: text[digit] == "7" ? "6" : "7")
      try program.write(changed, to: path)
      let names = try program.names("out.partial")
      let outcome = try program.call("resume", "out")
      #expect(outcome.exitCode == 1)
      #expect(outcome.errors.contains("out.partial/\(name)"), "\(outcome.errors)")
      if name != "recipe.json" { #expect(outcome.errors.contains(/lines? \d+/), "\(outcome.errors)") }
      #expect(try program.names("out.partial") == names)
      #expect(try program.text(path) == changed)
      // Nor does another call throw it away.
      #expect(try program.call("compare", "base.yaml", "grants.yaml", "--quiet", "--out", "out").exitCode == 1)
      try program.write(text, to: path)
    }
    #expect(try program.call("resume", "out", "--quiet").exitCode == 0)
  }

  @Test("a page and traps are made of the very bytes that are recorded")
  func changedTable() throws {
    let program = try results()
    for (table, calls) in [
      ("transitions.csv", [["traps", "out"]]),
      ("comparison.csv", [["report", "out", "--force"], ["plot", "out", "--chart", "differences", "--force"]]),
    ] {
      let text = try program.text("out/" + table)
      let lastDigit = text.lastIndex { $0.isNumber && $0 != "7" }
      let digit = try #require(lastDigit)
      try program.write(text.replacingCharacters(in: digit...digit, with: "7"), to: "out/" + table)
      for call in calls {
        let outcome = try program.call(call)
        #expect(outcome.exitCode == 1, "\(call)")
        #expect(outcome.errors.contains("out has changed since it was written (\(table))"), "\(outcome.errors)")
      }
      // A name in its heading is no less a part of it.
      let heading = String(text.prefix { $0 != "\n" })
      let renamed = heading.replacing(",", with: "X,") + String(text.dropFirst(heading.count))
      try program.write(renamed, to: "out/" + table)
      for call in calls {
        let outcome = try program.call(call)
        #expect(outcome.exitCode == 1, "\(call)")
        #expect(outcome.errors.contains("\(table)"), "\(outcome.errors)")
      }
      try program.write(text, to: "out/" + table)
    }
    let record = try program.text("out/run.json")
    try program.write(record.replacing("\"replications\": 2", with: "\"replications\": 30"), to: "out/run.json")
    for call in [["traps", "out", "--out", "t"], ["report", "out", "--force"], ["plot", "out", "--chart", "paths"]] {
      let outcome = try program.call(call)
      #expect(outcome.exitCode == 1 && outcome.errors.contains("(run.json)"), "\(call): \(outcome.errors)")
    }
  }

  @Test("a survey that is swapped while a run is going on is recorded as it was read")
  func swappedSurvey() throws {
    let program = try Program.withScenarios()
    try program.write(SurveyText.small, to: "hies.csv")
    let original = try FileDigest(path: program.directory + "/hies.csv")
    let process = try program.start(
      ["run", "base.yaml", "--survey", "hies.csv", "--replications", "200", "--quiet", "--out", "out"])
    for _ in 0..<10_000
    where process.isRunning
      && !FileManager.default.fileExists(
        atPath: program.directory + "/out.partial/journal")
    { usleep(1000) }
    try program.write(SurveyText.small.replacing("9700", with: "97000"), to: "hies.csv")
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try RunRecord(directory: program.directory + "/out").surveyFile == original)
  }
}
