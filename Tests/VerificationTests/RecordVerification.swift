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

  /// A call that makes results, and a longer one that can be stopped before its end.
  private struct Work {
    let call: [String]
    var longCall: [String] = []
    let charts: [String]

    /// What is made of its results.
    func readers(_ mutation: inout Mutation) -> [[String]] {
      [
        ["verify", "out"], ["report", "out"], ["plot", "out", "--chart", mutation.one(of: charts)],
        ["extend", "out", "--replications", "3"], ["traps", "out", "--out", "out-traps"],
      ]
    }
  }

  private static let small = ["--years", "1", "--households", "100"]

  private static let works: [Work] = {
    let charts = [
      "paths", "differences", "flows", "transitions", "survival", "plane", "coverage", "targeting", "gains",
    ]
    let comparison = ["compare", "base.yaml", "programmes.yaml"] + small
    return [
      Work(call: comparison, longCall: comparison + ["--replications", "30"], charts: charts),
      Work(call: ["sweep", "sweep.yaml"], longCall: ["sweep", "long.yaml"], charts: ["tornado"]),
      Work(
        call: ["optimize", "portfolio.yaml"], longCall: ["optimize", "portfolio.yaml", "--replications", "30"],
        charts: ["frontier"]),
      Work(call: ["sensitivity", "tornado.yaml"], charts: ["tornado"]),
      Work(call: ["traps", "programmes.yaml"] + small, charts: ["flows"]),
      Work(call: ["stocktake", "programmes.yaml"] + small, charts: ["institutions", "coverage", "survival"]),
    ]
  }()

  /// The tries that each of some works has.
  private static func tries(of works: [Work]) -> [(work: Work, numbers: Range<Int>)] {
    works.indices.map { index in
      (works[index], index * tries / works.count..<(index + 1) * tries / works.count)
    }
  }

  /// Tries of calls that end well as long as nothing is changed, and how many of them were refused.
  private struct Tally {
    var tries = 0
    var refused = 0

    mutating func count(_ isRefused: Bool) {
      tries += 1
      if isRefused { refused += 1 }
    }

    /// Checks that so large a share was refused: changes that nobody reads would test nothing.
    func expect(atLeast share: Double) {
      #expect(Double(refused) >= share * Double(tries), "\(refused) of \(tries)")
      #expect(tries > RecordVerification.tries / 4)
    }
  }

  /// A directory with what calls need.
  private struct Place: ~Copyable {
    let path: String

    init() throws {
      path = FileManager.default.temporaryDirectory.appending(path: "untrap-\(UUID().uuidString)").path
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try write(FuzzSeeds.baseline, to: "base.yaml")
      try write(FuzzSeeds.programmes, to: "programmes.yaml")
      try write(FuzzSeeds.portfolio, to: "portfolio.yaml")
      let sweep = FuzzSeeds.designs[0] + "resamples: 100\n"
      try write(sweep, to: "sweep.yaml")
      try write(sweep.replacing("{points: 4}", with: "{points: 16}"), to: "long.yaml")
      try write(sweep.replacing("latin_hypercube: {points: 4}", with: "tornado: {low: 0.1}"), to: "tornado.yaml")
    }

    /// Makes the results of some work, in `results`.
    func make(_ work: Work) throws {
      try? FileManager.default.removeItem(atPath: path + "/results")
      try #require(try succeeds(work.call + ["--quiet", "--out", "results"]), "\(work.call)")
    }

    /// Leaves some work as a process does that is killed, in `unfinished.partial`.
    func leave(_ work: Work) throws {
      try? FileManager.default.removeItem(atPath: path + "/unfinished.partial")
      let process = try start(work.longCall + ["--quiet", "--threads", "1", "--out", "unfinished"])
      let journal = path + "/unfinished.partial/journal"
      for _ in 0..<100_000 where process.isRunning {
        if (try? String(contentsOfFile: journal, encoding: .utf8))?.split(separator: "\n").count ?? 0 > 4 { break }
        usleep(500)
      }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      try #require(FileManager.default.fileExists(atPath: journal), "\(work.longCall)")
    }

    /// The calls that end well with the results as they are.
    func sound(_ calls: [[String]]) throws -> Set<[String]> {
      var sound: Set<[String]> = []
      for call in calls {
        try copy("results")
        if try succeeds(call) { sound.insert(call) }
      }
      return sound
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
      process.environment = ProcessInfo.processInfo.environment.merging(["UNTRAP_PYTHON": "true"]) { $1 }
      process.currentDirectoryURL = URL(fileURLWithPath: path)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      return process
    }

    /// Whether a call ends well.
    func succeeds(_ arguments: [String]) throws -> Bool {
      try !FuzzedCall(arguments: arguments, directory: URL(fileURLWithPath: path)).outcome().isRefused
    }

    /// Makes a call, tells what it did that none may do, and returns whether it refused.
    func isRefused(
      _ arguments: [String], _ file: String, number: Int, _ was: [UInt8], _ changed: [UInt8]
    ) throws -> Bool {
      let outcome = try FuzzedCall(arguments: arguments, directory: URL(fileURLWithPath: path)).outcome()
      if let offence = outcome.offence {
        Issue.record("\(arguments), \(file) \(number), \(offence): \(RecordVerification.difference(was, changed))")
      }
      return outcome.isRefused
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
    guard let record = try? RunRecord(path: path), let simulation = record.simulation else { return false }
    let points = if case .sweep(_, let design) = record.kind { design.points } else { 1 }
    let limits = ["replications": 100.0 / Double(points), "population.households": 1000, "years": 5]
    return simulation.overrides.contains { override in
      guard let limit = limits[override.path], let value = Double(override.value) else { return false }
      return value > limit
    }
  }

  @Test("a record")
  func records() throws {
    let place = try Place()
    var (skipped, tally) = (0, Tally())
    for (work, numbers) in Self.tries(of: Self.works) {
      try place.make(work)
      let record = try place.bytes("results/run.json")
      var all = Mutation(seed: 0)
      let sound = try place.sound(work.readers(&all))
      for number in numbers {
        var mutation = Mutation(seed: UInt64(number))
        try place.copy("results")
        var changed = mutation.brokenRecord(record)
        if number % 3 > 0 { changed = [UInt8](MendedDigests.ofRecord(String(decoding: changed, as: UTF8.self)).utf8) }
        try place.write(changed, to: "out/run.json")
        let others = [["resume", "out"], ["run", "base.yaml", "--years", "1", "--out", "out"]]
        let call = mutation.one(of: work.readers(&mutation) + others)
        guard !Self.asksForMuch(place.path + "/out/run.json") else {
          skipped += 1
          continue
        }
        let isRefused = try place.isRefused(call, "run.json", number: number, record, changed)
        if sound.contains(call) { tally.count(isRefused) }
      }
    }
    #expect(skipped < Self.tries / 10)
    tally.expect(atLeast: 0.6)
  }

  @Test("a table of results whose record knows it")
  func tables() throws {
    let place = try Place()
    var tally = Tally()
    for (work, numbers) in Self.tries(of: Self.works) {
      try place.make(work)
      let record = try place.text("results/run.json")
      let names = try FileManager.default.contentsOfDirectory(atPath: place.path + "/results").sorted()
      var all = Mutation(seed: 0)
      let sound = try place.sound(work.readers(&all))
      for number in numbers {
        var mutation = Mutation(seed: UInt64(number))
        try place.copy("results")
        let name = mutation.one(of: names.filter { $0 != "run.json" })
        let table = try place.bytes("results/" + name)
        let changed = mutation.broken(table)
        try place.write(changed, to: "out/" + name)
        if number % 8 > 0 {
          try place.write(MendedDigests.ofRecord(record, file: name, contents: changed), to: "out/run.json")
        }
        let call = mutation.one(of: work.readers(&mutation))
        let isRefused = try place.isRefused(call, name, number: number, table, changed)
        if sound.contains(call) { tally.count(isRefused) }
      }
    }
    tally.expect(atLeast: 0.4)
  }

  @Test("a recipe, a journal or a table of a run that was stopped")
  func unfinished() throws {
    let place = try Place()
    var (skipped, tally) = (0, Tally())
    for (work, numbers) in Self.tries(of: Self.works.filter { !$0.longCall.isEmpty }) {
      try place.leave(work)
      let names = try FileManager.default.contentsOfDirectory(atPath: place.path + "/unfinished.partial").sorted()
      let journal = try place.text("unfinished.partial/journal")
      // As it is, it can be resumed: what is broken is then refused for what is broken.
      try place.copy("unfinished.partial")
      try #require(try place.succeeds(["resume", "out", "--quiet"]))
      for number in numbers {
        var mutation = Mutation(seed: UInt64(number))
        try place.copy("unfinished.partial")
        let name = number % 4 == 0 ? "journal" : mutation.one(of: names.filter { $0 != "lock" })
        let whole = try place.bytes("unfinished.partial/" + name)
        var changed = name == "recipe.json" ? mutation.brokenRecord(whole) : mutation.broken(whole)
        if number % 8 > 1 {
          switch name {
          case "journal": changed = [UInt8](MendedDigests.ofJournal(String(decoding: changed, as: UTF8.self)).utf8)
          case "recipe.json": changed = [UInt8](MendedDigests.ofRecord(String(decoding: changed, as: UTF8.self)).utf8)
          default:
            let mended =
              StoredSums.workingNames.contains(name)
              ? MendedDigests.ofJournal(journal, sums: changed, was: whole)
              : MendedDigests.ofJournal(journal, table: name, contents: changed, was: whole)
            try place.write(mended, to: "out.partial/journal")
          }
        }
        try place.write(changed, to: "out.partial/" + name)
        guard !Self.asksForMuch(place.path + "/out.partial/recipe.json") else {
          skipped += 1
          continue
        }
        tally.count(try place.isRefused(["resume", "out", "--quiet"], name, number: number, whole, changed))
        // What was finished is there still, in its place or out of it.
        let isThere = ["out", "out.partial"].contains { FileManager.default.fileExists(atPath: place.path + "/" + $0) }
        #expect(isThere, "\(name) \(number): \(Self.difference(whole, changed))")
      }
    }
    #expect(skipped < Self.tries / 10)
    tally.expect(atLeast: 0.25)
  }
}
