import Foundation
import Reporting
import Testing

@Suite("Runs that are stopped and resumed")
struct ResumeTests {
  private static let comparison = ["compare", "base.yaml", "grants.yaml", "--quiet"]

  /// Waits until so many replications have been committed.
  private func wait(for replications: Int, _ program: borrowing Program, _ process: Process) {
    let journal = program.directory + "/out.partial/journal"
    for _ in 0..<10_000 where process.isRunning {
      let lines = (try? String(contentsOfFile: journal, encoding: .utf8))?.split(separator: "\n").count ?? 0
      if lines > replications { return }
      usleep(1000)
    }
  }

  @Test(
    "a comparison that is killed three times gives the bytes of an unbroken one, whatever the threads",
    arguments: [
      ["--replications", "90"], ["--replications", "60", "--microdata", "0,8", "--every", "1"],
      ["--precision", "headcount_ratio:0.0001", "--maximum-replications", "70"],
    ])
  func killed(options: [String]) throws {
    let program = try Program.withScenarios()
    let call = Self.comparison + ["--households", "300"] + options
    #expect(try program.call(call + ["--out", "whole"]).exitCode == 0)
    var process = try program.start(call + ["--out", "out", "--threads", "2"])
    for (replications, threads) in [(7, "1"), (21, "2"), (33, "1")] {
      wait(for: replications, program, process)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      #expect(process.terminationReason == .uncaughtSignal)
      process = try program.start(["resume", "out", "--quiet", "--threads", threads])
    }
    process.waitUntilExit()
    let errors = try program.text("stderr.txt")
    #expect(process.terminationStatus == 0, "\(errors)")
    #expect(
      try ResultIdentity.text(of: program.directory + "/out") == ResultIdentity.text(of: program.directory + "/whole"))
    #expect(try program.names().filter { $0.hasPrefix("out") } == ["out"])
  }

  @Test("sums that are missing, damaged or those of another run are added up again")
  func sums() throws {
    let program = try Program.withScenarios()
    let call = Self.comparison + ["--households", "300", "--replications", "60", "--threads", "1", "--out"]
    #expect(try program.call(call + ["whole"]).exitCode == 0)
    let files = FileManager.default
    let directory = program.directory
    func path(_ name: String) -> String { directory + "/" + name }
    for (name, seed) in [("other", ["--seed", "77"]), ("stopped", [])] {
      let process = try program.start(call + ["out"] + seed)
      wait(for: 7, program, process)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      try files.moveItem(atPath: path("out.partial"), toPath: path(name))
    }
    for damage in ["lines", "files", "even byte", "odd byte", "bytes", "swapped", "other"] {
      try files.copyItem(atPath: path("stopped"), toPath: path("out.partial"))
      let sums = ["sums.even", "sums.odd"].filter { damage.hasSuffix("byte") ? $0.hasSuffix(damage.dropLast(5)) : true }
      for (index, name) in sums.enumerated() {
        let place = URL(fileURLWithPath: path("out.partial/" + name))
        var bytes = try Data(contentsOf: place)
        switch damage {
        case "lines": continue
        case "files": try files.removeItem(at: place)
        case "swapped": try Data(contentsOf: URL(fileURLWithPath: path("stopped/" + sums[1 - index]))).write(to: place)
        case "other": try Data(contentsOf: URL(fileURLWithPath: path("other/" + name))).write(to: place)
        default:
          bytes[bytes.count / 2] ^= 1
          try bytes.write(to: place)
        }
      }
      if damage == "lines" {
        let lines = try program.text("out.partial/journal").split(separator: "\n").dropLast(3)
        try program.write(lines.joined(separator: "\n") + "\n", to: "out.partial/journal")
      }
      let resumed = try program.call("resume", "out", "--quiet")
      #expect(resumed.exitCode == 0, "\(damage): \(resumed.errors)")
      #expect(try ResultIdentity.text(of: path("out")) == ResultIdentity.text(of: path("whole")), "\(damage)")
      try files.removeItem(atPath: path("out"))
    }
  }

  /// Starts a comparison that would take long and waits for some replications.
  private func startLong(_ program: borrowing Program) throws -> Process {
    let process = try program.start(Self.comparison + ["--replications", "100000", "--out", "out"])
    wait(for: 3, program, process)
    return process
  }

  @Test("an interrupted run keeps what it has finished and says how to go on", arguments: [SIGINT, SIGTERM])
  func interrupted(signal: Int32) throws {
    let program = try Program.withScenarios()
    let process = try startLong(program)
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 128 + signal)
    #expect(try program.names().filter { $0.hasPrefix("out") } == ["out.partial"])
    let errors = try program.text("stderr.txt")
    let finished = try #require(errors.firstMatch(of: /after (\d+) of/)?.1)
    #expect(try #require(Int(finished)) >= 3)
    #expect(
      errors == "error: interrupted after \(finished) of 100000 replications; untrap resume out finishes it\n")

    let refused = try program.call(Self.comparison + ["--out", "out"])
    #expect(refused.exitCode == 1)
    // Another replication may have been finished while the program left.
    let kept = try #require(refused.errors.firstMatch(of: /holds (\d+) of/)?.1)
    #expect(
      refused.errors
        == "error: out.partial holds \(kept) of 100000 replications of a run that was stopped; untrap resume out "
        + "finishes it, --force starts anew\n")
    #expect(try #require(Int(kept)) >= #require(Int(finished)))
    #expect(try program.call(Self.comparison + ["--out", "out", "--force"]).exitCode == 0)
    #expect(try program.names().filter { $0.hasPrefix("out") } == ["out"])
  }

  @Test("nobody writes where another process does")
  func locked() throws {
    let program = try Program.withScenarios()
    let process = try startLong(program)
    defer {
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    for arguments in [Self.comparison + ["--out", "out", "--force"], ["resume", "out"]] {
      // The standard files of the long run are in use.
      let other = Process()
      other.executableURL = Program.executable
      other.arguments = arguments
      other.currentDirectoryURL = URL(fileURLWithPath: program.directory)
      let errors = Pipe()
      other.standardError = errors
      try other.run()
      other.waitUntilExit()
      #expect(other.terminationStatus == 1)
      let text = String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
      #expect(text == "error: another untrap is writing out\n")
    }
  }

  @Test("resume prints what the run would have printed")
  func report() throws {
    let program = try Program.withScenarios()
    let process = try program.start(["stocktake", "grants.yaml", "--replications", "120", "--out", "out"])
    wait(for: 2, program, process)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let resumed = try program.call("resume", "out.partial/")
    #expect(resumed.exitCode == 0, "\(resumed.errors)")
    #expect(
      resumed.output.hasPrefix("Stocktake of Village with grants after 8 quarters, means of 120 replications\n\n"))
    #expect(resumed.output.contains("\nResults: out (19 files, "))
    #expect(try program.text("out/run.json").contains("\"command\": \"stocktake\""))
  }

  @Test("where there is nothing to resume it is said why")
  func nothing() throws {
    let program = try Program.withScenarios()
    let missing = try program.call("resume", "out")
    #expect(missing.exitCode == 1)
    #expect(missing.errors == "error: nothing to resume: there is no out.partial\n")
    let partial = program.directory + "/out.partial"
    try FileManager.default.createDirectory(atPath: partial, withIntermediateDirectories: true)
    try program.write("", to: "out.partial/lock")
    let early = try program.call("resume", "out")
    #expect(early.exitCode == 1)
    #expect(
      early.errors
        == "error: nothing to resume: the run that was stopped had finished nothing of out; run the command again\n")
    #expect(!FileManager.default.fileExists(atPath: partial))
    #expect(try program.call("run", "base.yaml", "--out", "out").exitCode == 0)
    let complete = try program.call("resume", "out")
    #expect(complete.exitCode == 1)
    #expect(complete.errors == "error: nothing to resume: out is complete\n")
  }

  @Test("a copy of results that was changed is not put in their place")
  func damaged() throws {
    let program = try Program.withScenarios()
    #expect(try program.call("run", "base.yaml", "--replications", "2", "--out", "good").exitCode == 0)
    let record = try program.text("good/run.json")
    let partial = program.directory + "/good.partial"
    for file in ["run.json", "summary.csv"] {
      try? FileManager.default.removeItem(atPath: partial)
      try FileManager.default.copyItem(atPath: program.directory + "/good", toPath: partial)
      try program.write("{\"format\":\"untrap-x\"}", to: "good.partial/" + file)
      let refused = try program.call("resume", "good")
      #expect(refused.exitCode == 1)
      #expect(refused.errors.contains(file) && refused.errors.contains("nothing was changed"), "\(refused.errors)")
      #expect(try program.text("good/run.json") == record)
    }
    // Nor is an unchanged one, where nobody has said that results may be replaced.
    try? FileManager.default.removeItem(atPath: partial)
    try FileManager.default.copyItem(atPath: program.directory + "/good", toPath: partial)
    #expect(try program.call("resume", "good").exitCode == 1)
    #expect(try program.names().filter { $0.hasPrefix("good") } == ["good", "good.partial"])
  }

  @Test("the survey is looked for where it was, and must be the same")
  func survey() throws {
    let program = try Program.withScenarios()
    try program.write(SurveyText.small, to: "hies.csv")
    let whole = ["run", "base.yaml", "--survey", "hies.csv", "--replications", "3", "--quiet"]
    #expect(try program.call(whole + ["--out", "whole"]).exitCode == 0)
    let process = try program.start(
      ["run", "base.yaml", "--survey", "hies.csv", "--replications", "90", "--out", "out"])
    wait(for: 1, program, process)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try FileManager.default.moveItem(
      atPath: program.directory + "/hies.csv", toPath: program.directory + "/moved.csv")
    let lost = try program.call("resume", "out")
    #expect(lost.exitCode == 1)
    #expect(lost.errors.contains("the survey hies.csv is not at "), "\(lost.errors)")
    #expect(lost.errors.contains("name it with --survey"))
    try program.write(SurveyText.small + "\n", to: "other.csv")
    let other = try program.call("resume", "out", "--survey", "other.csv")
    #expect(other.exitCode == 1)
    #expect(other.errors.contains("other.csv is not the survey hies.csv of these results"), "\(other.errors)")
    #expect(try program.call("verify", "whole", "--survey", "moved.csv").exitCode == 0)
    #expect(try program.call("verify", "whole").exitCode == 1)
    #expect(try program.call("resume", "out", "--survey", "moved.csv", "--quiet").exitCode == 0)
    // The rows of a survey are private.
    #expect(try !program.text("out/run.json").contains("13900.5"))
  }

  @Test("another version refuses")
  func version() throws {
    let program = try Program.withScenarios()
    let process = try startLong(program)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let recipe = try program.text("out.partial/recipe.json")
    try program.write(
      recipe.replacingOccurrences(of: "\"version\": \"", with: "\"version\": \"9."), to: "out.partial/recipe.json")
    let refused = try program.call("resume", "out")
    #expect(refused.exitCode == 1)
    #expect(refused.errors.hasPrefix("error: these results were made by untrap 9."), "\(refused.errors)")
  }
}

/// A survey small enough for tests.
enum SurveyText {
  static let small =
    """
    province,region,persons,children,workers,female_head,head_literate,rooms,toilet,consumption_pkr_month

    """
    + (1...60).map { row in
      "Punjab,rural,\(2 + row % 7),\(row % 3),\(row % 2),\(row % 5 == 0 ? 1 : 0),\(row % 2),\(1 + row % 4),"
        + "\(["flush", "pit", "none"][row % 3]),\(9000 + 700 * row)\(row == 7 ? ".5" : "")\n"
    }.joined()
}
