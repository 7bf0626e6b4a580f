import Foundation
import Reporting
import TestSupport
import Testing

/// A comparison of 200 replications that is killed at twenty moments and resumed each time, on one thread and two.
@Suite(
  "Killed twenty times", .serialized, .enabled(if: ProcessInfo.processInfo.environment["UNTRAP_VERIFY"] != nil))
struct ResumeVerification {
  private static let kills = 20
  private static let comparison = [
    "compare", "base.yaml", "grants.yaml", "--replications", "200", "--households", "1000", "--years", "5", "--quiet",
  ]

  @Test("it gives the bytes of an unbroken run, and nothing else is left", arguments: [[], ["--microdata", "20"]])
  func killed(options: [String]) throws {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("untrap-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    try VillageScenarios.baseline.write(to: place.appending(path: "base.yaml"), atomically: true, encoding: .utf8)
    try VillageScenarios.grants.write(to: place.appending(path: "grants.yaml"), atomically: true, encoding: .utf8)
    let call = Self.comparison + options + ["--out"]

    let clock = ContinuousClock()
    let start = clock.now
    let unbroken = try Self.start(call + ["whole"], in: place)
    unbroken.waitUntilExit()
    #expect(unbroken.terminationStatus == 0)
    let seconds = (clock.now - start) / .seconds(1)

    var process = try Self.start(call + ["out", "--threads", "1"], in: place)
    var killed = 0
    var killedBetweenReplications = 0
    var isInPlace = false
    while killed < Self.kills {
      let before = Self.committedLines(in: place)
      // Every other moment is counted from the start of the program, the rest from the first replication it finishes;
      // together they are less than the time of an unbroken run.
      if killed % 2 == 1 {
        while process.isRunning, Self.committedLines(in: place) <= before { usleep(500) }
      }
      usleep(UInt32(1e6 * seconds / Double(Self.kills) * Double.random(in: 0...0.8)))
      // A run that was faster than the moment leaves nothing to kill.
      guard process.isRunning else { break }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      killed += 1
      if Self.committedLines(in: place) > before { killedBetweenReplications += 1 }
      let names = Set(try FileManager.default.contentsOfDirectory(atPath: place.path))
      // It may have been killed when its results were in their place already; to resume it only tidies up.
      isInPlace = names.contains("out") && !names.contains("out.partial")
      if isInPlace {
        process = try Self.start(["resume", "out", "--quiet"], in: place)
        break
      }
      let threads = ["--threads", killed % 2 == 0 ? "1" : "2"]
      process = try Self.start(Self.next(call, in: place) + threads, in: place)
    }
    process.waitUntilExit()
    #expect(process.terminationStatus == (isInPlace ? 1 : 0))
    #expect(killed == Self.kills)
    #expect(killedBetweenReplications >= Self.kills / 2)
    #expect(
      try ResultIdentity.text(of: place.path + "/out") == ResultIdentity.text(of: place.path + "/whole"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: place.path).sorted()
        == ["base.yaml", "grants.yaml", "out", "whole"])
  }

  /// What finishes a run that was killed: it begins anew if it had not even written down what it was to do.
  private static func next(_ call: [String], in place: URL) -> [String] {
    let isResumable = ["recipe.json", "run.json"].contains {
      FileManager.default.fileExists(atPath: place.path + "/out.partial/" + $0)
    }
    return isResumable ? ["resume", "out", "--quiet"] : call + ["out"]
  }

  /// Lines of the journal: a header, and one for each replication.
  private static func committedLines(in place: URL) -> Int {
    let journal = try? String(contentsOfFile: place.path + "/out.partial/journal", encoding: .utf8)
    return max(1, journal?.split(separator: "\n").count ?? 0)
  }

  /// Starts the executable beside the test bundle.
  private static func start(_ arguments: [String], in place: URL) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("untrap")
    process.arguments = arguments
    process.currentDirectoryURL = place
    try process.run()
    return process
  }
}
