import Foundation
import TestSupport
import Testing

/// Records, tables, recipes and journals that were changed at random, with digests that fit or do not.
///
/// Whatever stands in them, a call ends with a result or a reason: exit code 0, 1, 64 or 65. Within 20 seconds, too, but
/// where a record asks for more work than that.
@Suite(
  "Changed records, journals and tables", .serialized, .enabled(if: Verification.isWanted, Verification.reason))
struct RecordVerification {
  private static let tries = ProcessInfo.processInfo.environment["UNTRAP_MUTATIONS"].flatMap { Int($0) } ?? 150

  /// A directory with results, and unfinished ones.
  private struct Place: ~Copyable {
    let path: String

    init() throws {
      path = FileManager.default.temporaryDirectory.appending(path: "untrap-\(UUID().uuidString)").path
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try write(VillageScenarios.baseline, to: "base.yaml")
      try write(VillageScenarios.grants, to: "grants.yaml")
      let comparison = ["compare", "base.yaml", "grants.yaml", "--quiet", "--years", "1", "--households", "100"]
      try #require(try call(comparison + ["--out", "results"]) == 0)
      // Unfinished ones are results in the making that was stopped.
      let process = try start(comparison + ["--replications", "60", "--threads", "1", "--out", "unfinished"])
      let journal = path + "/unfinished.partial/journal"
      for _ in 0..<20_000 where process.isRunning {
        if (try? String(contentsOfFile: journal, encoding: .utf8))?.split(separator: "\n").count ?? 0 > 4 { break }
        usleep(500)
      }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      try #require(FileManager.default.fileExists(atPath: journal))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func text(_ name: String) throws -> String { try String(contentsOfFile: path + "/" + name, encoding: .utf8) }

    func write(_ text: String, to name: String) throws {
      try text.write(toFile: path + "/" + name, atomically: false, encoding: .utf8)
    }

    /// A fresh copy of a directory, under the name `out` with the same ending.
    func copy(_ name: String) throws {
      for old in try FileManager.default.contentsOfDirectory(atPath: path) where old.hasPrefix("out") {
        try FileManager.default.removeItem(atPath: path + "/" + old)
      }
      let ending = name.split(separator: ".").dropFirst().map { "." + $0 }.joined()
      try FileManager.default.copyItem(atPath: path + "/" + name, toPath: path + "/out" + ending)
    }

    func start(_ arguments: [String]) throws -> Process {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Tool.built("untrap").command)
      process.arguments = arguments
      process.currentDirectoryURL = URL(fileURLWithPath: path)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      return process
    }

    /// The exit code; -1 where the clock ended it, -2 where a signal did.
    func call(_ arguments: [String]) throws -> Int32 {
      let process = try start(arguments)
      let end = Date().addingTimeInterval(20)
      while process.isRunning, Date() < end { usleep(2000) }
      guard !process.isRunning else {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return -1
      }
      return process.terminationReason == .exit ? process.terminationStatus : -2
    }
  }

  private static let allowed: [Int32] = [0, 1, 64, 65]

  /// What differs between a text and another, for the report of a failure.
  private static func difference(_ text: String, _ changed: String) -> String {
    let (lines, others) = (text.split(separator: "\n"), changed.split(separator: "\n"))
    let shown = zip(lines, others).filter { $0 != $1 }.prefix(3).map { "\($0.prefix(300)) -> \($1.prefix(300))" }
    return "\(lines.count) to \(others.count) lines\n" + shown.joined(separator: "\n")
  }

  @Test("a record")
  func records() throws {
    let place = try Place()
    var mutations = RecordMutations(seed: 1)
    let record = try place.text("results/run.json")
    for number in 0..<Self.tries {
      try place.copy("results")
      var changed = mutations.changed(record)
      if number % 3 > 0 { changed = MendedDigests.ofRecord(changed) }
      try place.write(changed, to: "out/run.json")
      let call = mutations.one(of: [
        ["verify", "out"], ["extend", "out", "--replications", "3"], ["traps", "out"],
        ["plot", "out", "--chart", "paths"], ["resume", "out"], ["run", "base.yaml", "--years", "1", "--out", "out"],
      ])
      let code = try place.call(call)
      #expect((Self.allowed + [-1]).contains(code), "\(call) \(code): \(Self.difference(record, changed))")
    }
  }

  @Test("a table of results whose record knows it")
  func tables() throws {
    let place = try Place()
    var mutations = RecordMutations(seed: 2)
    let record = try place.text("results/run.json")
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path + "/results").sorted()
    let charts = [
      "paths", "differences", "flows", "transitions", "survival", "plane", "coverage", "targeting", "gains",
    ]
    for number in 0..<Self.tries {
      try place.copy("results")
      let name = mutations.one(of: names.filter { $0 != "run.json" })
      let table = try place.text("results/" + name)
      let changed = mutations.changed(table)
      try place.write(changed, to: "out/" + name)
      if number % 8 > 0 {
        try place.write(MendedDigests.ofRecord(record, file: name, contents: changed), to: "out/run.json")
      }
      let call = mutations.one(of: [
        ["extend", "out", "--replications", "3"], ["extend", "out", "--replications", "3"], ["traps", "out"],
        ["plot", "out", "--chart", mutations.one(of: charts)], ["verify", "out"],
      ])
      let code = try place.call(call)
      #expect(Self.allowed.contains(code), "\(call) \(code) \(name): \(Self.difference(table, changed))")
    }
  }

  @Test("a recipe, a journal or a table of a run that was stopped")
  func unfinished() throws {
    let place = try Place()
    var mutations = RecordMutations(seed: 3)
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path + "/unfinished.partial").sorted()
    let journal = try place.text("unfinished.partial/journal")
    for number in 0..<Self.tries {
      try place.copy("unfinished.partial")
      let name = number % 4 == 0 ? "journal" : mutations.one(of: names.filter { $0 != "lock" })
      let text = try place.text("unfinished.partial/" + name)
      let isMended = number % 8 > 1
      var changed = mutations.changed(text)
      if isMended {
        switch name {
        case "journal": changed = MendedDigests.ofJournal(changed)
        case "recipe.json": changed = MendedDigests.ofRecord(changed)
        default:
          let mended = MendedDigests.ofJournal(journal, table: name, contents: changed)
          try place.write(mended, to: "out.partial/journal")
        }
      }
      try place.write(changed, to: "out.partial/" + name)
      let code = try place.call(["resume", "out", "--quiet"])
      #expect((Self.allowed + [-1]).contains(code), "\(code) \(name): \(Self.difference(text, changed))")
      // What was finished is there still, in its place or out of it.
      let isThere = ["out", "out.partial"].contains { FileManager.default.fileExists(atPath: place.path + "/" + $0) }
      #expect(isThere, "\(name): \(Self.difference(text, changed))")
    }
  }
}
