import Foundation
import TestSupport
import Testing

@testable import Reporting

/// Records, tables, recipes and journals that were changed at random, with digests that fit or do not.
///
/// Whatever stands in them, a call ends with a result or a reason, and takes neither long nor much memory.
@Suite(
  "Changed records, journals and tables", .serialized, .enabled(if: Verification.isWanted, Verification.reason))
struct RecordVerification {
  static let tries = 500

  /// A directory with results, and unfinished ones.
  private struct Place: ~Copyable {
    let path: String

    init() throws {
      path = FileManager.default.temporaryDirectory.appending(path: "untrap-\(UUID().uuidString)").path
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try write(VillageScenarios.baseline, to: "base.yaml")
      try write(VillageScenarios.grants, to: "grants.yaml")
      let comparison = ["compare", "base.yaml", "grants.yaml", "--quiet", "--years", "1", "--households", "100"]
      try #require(try exitCode(comparison + ["--out", "results"]) == 0)
      // Unfinished ones are results in the making that was stopped.
      let process = try start(comparison + ["--replications", "30", "--threads", "1", "--out", "unfinished"])
      let journal = path + "/unfinished.partial/journal"
      for _ in 0..<100_000 where process.isRunning {
        if (try? String(contentsOfFile: journal, encoding: .utf8))?.split(separator: "\n").count ?? 0 > 4 { break }
        usleep(500)
      }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      try #require(FileManager.default.fileExists(atPath: journal))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func bytes(_ name: String) throws -> [UInt8] {
      [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)))
    }

    func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

    func write(_ text: String, to name: String) throws { try write([UInt8](text.utf8), to: name) }

    func write(_ bytes: [UInt8], to name: String) throws {
      try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
    }

    /// A fresh copy of a directory, under the name `out` with the same ending.
    func copy(_ name: String) throws {
      for old in try FileManager.default.contentsOfDirectory(atPath: path) where old.hasPrefix("out") {
        try FileManager.default.removeItem(atPath: path + "/" + old)
      }
      let ending = name.split(separator: ".").dropFirst().map { "." + $0 }.joined()
      try FileManager.default.copyItem(atPath: path + "/" + name, toPath: path + "/out" + ending)
    }

    private func start(_ arguments: [String]) throws -> Process {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Tool.built("untrap").command)
      process.arguments = arguments
      process.currentDirectoryURL = URL(fileURLWithPath: path)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      return process
    }

    /// How a call ends that is all right.
    func exitCode(_ arguments: [String]) throws -> Int32 {
      let process = try start(arguments)
      process.waitUntilExit()
      return process.terminationReason == .exit ? process.terminationStatus : -1
    }

    /// Makes a call, and tells what it did that none may do.
    func check(_ arguments: [String], _ file: String, number: Int, _ was: [UInt8], _ changed: [UInt8]) throws {
      let call = FuzzedCall(arguments: arguments, directory: URL(fileURLWithPath: path))
      guard let offence = try call.offence() else { return }
      Issue.record("\(arguments), \(file) \(number), \(offence): \(RecordVerification.difference(was, changed))")
    }
  }

  /// What differs between a file and another, for the report of a failure.
  private static func difference(_ bytes: [UInt8], _ changed: [UInt8]) -> String {
    func lines(_ bytes: [UInt8]) -> [Substring] { String(decoding: bytes, as: UTF8.self).split(separator: "\n") }
    let (all, others) = (lines(bytes), lines(changed))
    let shown = zip(all, others).filter { $0 != $1 }.prefix(3).map { "\($0.prefix(300)) -> \($1.prefix(300))" }
    return "\(all.count) to \(others.count) lines\n" + shown.joined(separator: "\n")
  }

  /// Whether a record asks for so much that a call may take long: that is no fault of the program's.
  private static func asksForMuch(_ path: String) -> Bool {
    let limits = ["replications": 100.0, "population.households": 1000, "years": 5]
    guard let record = try? StoredRecord(path: path) else { return false }
    return record.overrides.contains { override in
      guard let limit = limits[override.path], let value = Double(override.value) else { return false }
      return value > limit
    }
  }

  @Test("a record")
  func records() throws {
    let place = try Place()
    let record = try place.bytes("results/run.json")
    var skipped = 0
    for number in 0..<Self.tries {
      var mutation = Mutation(seed: UInt64(number))
      try place.copy("results")
      var changed = mutation.broken(record)
      if number % 3 > 0 { changed = [UInt8](MendedDigests.ofRecord(String(decoding: changed, as: UTF8.self)).utf8) }
      try place.write(changed, to: "out/run.json")
      let call = mutation.one(of: [
        ["verify", "out"], ["extend", "out", "--replications", "3"], ["traps", "out", "--out", "out-traps"],
        ["plot", "out", "--chart", "paths"], ["resume", "out"], ["run", "base.yaml", "--years", "1", "--out", "out"],
      ])
      guard !Self.asksForMuch(place.path + "/out/run.json") else {
        skipped += 1
        continue
      }
      try place.check(call, "run.json", number: number, record, changed)
    }
    #expect(skipped < Self.tries / 10)
  }

  @Test("a table of results whose record knows it")
  func tables() throws {
    let place = try Place()
    let record = try place.text("results/run.json")
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path + "/results").sorted()
    let charts = [
      "paths", "differences", "flows", "transitions", "survival", "plane", "coverage", "targeting", "gains",
    ]
    try place.copy("results")
    try #require(try place.exitCode(["extend", "out", "--replications", "3", "--quiet"]) == 0)
    for number in 0..<Self.tries {
      var mutation = Mutation(seed: UInt64(number))
      try place.copy("results")
      let name = mutation.one(of: names.filter { $0 != "run.json" })
      let table = try place.bytes("results/" + name)
      let changed = mutation.broken(table)
      try place.write(changed, to: "out/" + name)
      if number % 8 > 0 {
        try place.write(MendedDigests.ofRecord(record, file: name, contents: changed), to: "out/run.json")
      }
      let call = mutation.one(of: [
        ["extend", "out", "--replications", "3"], ["extend", "out", "--replications", "3"],
        ["traps", "out", "--out", "out-traps"], ["plot", "out", "--chart", mutation.one(of: charts)],
        ["verify", "out"],
      ])
      try place.check(call, name, number: number, table, changed)
    }
  }

  @Test("a recipe, a journal or a table of a run that was stopped")
  func unfinished() throws {
    let place = try Place()
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path + "/unfinished.partial").sorted()
    let journal = try place.text("unfinished.partial/journal")
    // As it is, it can be resumed: what is broken is then refused for what is broken.
    try place.copy("unfinished.partial")
    try #require(try place.exitCode(["resume", "out", "--quiet"]) == 0)
    var skipped = 0
    for number in 0..<Self.tries {
      var mutation = Mutation(seed: UInt64(number))
      try place.copy("unfinished.partial")
      let name = number % 4 == 0 ? "journal" : mutation.one(of: names.filter { $0 != "lock" })
      let whole = try place.bytes("unfinished.partial/" + name)
      var changed = mutation.broken(whole)
      if number % 8 > 1 {
        switch name {
        case "journal": changed = [UInt8](MendedDigests.ofJournal(String(decoding: changed, as: UTF8.self)).utf8)
        case "recipe.json": changed = [UInt8](MendedDigests.ofRecord(String(decoding: changed, as: UTF8.self)).utf8)
        default:
          let mended = MendedDigests.ofJournal(journal, table: name, contents: changed, was: whole)
          try place.write(mended, to: "out.partial/journal")
        }
      }
      try place.write(changed, to: "out.partial/" + name)
      guard !Self.asksForMuch(place.path + "/out.partial/recipe.json") else {
        skipped += 1
        continue
      }
      try place.check(["resume", "out", "--quiet"], name, number: number, whole, changed)
      // What was finished is there still, in its place or out of it.
      let isThere = ["out", "out.partial"].contains { FileManager.default.fileExists(atPath: place.path + "/" + $0) }
      #expect(isThere, "\(name) \(number): \(Self.difference(whole, changed))")
    }
    #expect(skipped < Self.tries / 10)
  }
}
