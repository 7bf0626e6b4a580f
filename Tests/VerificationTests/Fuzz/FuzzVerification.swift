import Foundation
import TestSupport
import Testing

/// Broken files of every kind: whatever they hold, the program reads or refuses them, and does not crash, hang, or
/// take all memory.
@Suite("Fuzz", .enabled(if: Verification.isWanted, Verification.reason))
struct FuzzVerification {
  private static let scenarios = 5_000
  private static let simulated = 600
  private static let designs = 1_500
  private static let portfolios = 1_000
  private static let surveys = 2_000
  private static let measured = 1_000

  /// A directory with good files, gone when the test is over.
  private final class Place {
    let url: URL

    init() throws {
      url = FileManager.default.temporaryDirectory.appending(path: "untrap-fuzz-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      try FuzzSeeds.baseline.write(to: url.appending(path: "base.yaml"), atomically: true, encoding: .utf8)
      try FuzzSeeds.programmes.write(to: url.appending(path: "programmes.yaml"), atomically: true, encoding: .utf8)
    }

    deinit { try? FileManager.default.removeItem(at: url) }
  }

  /// Tells which file of a batch offends.
  private static func report(_ names: ArraySlice<String>, in place: Place, call: ([String]) -> [String]) throws {
    let fuzzed = FuzzedCall(arguments: call(Array(names)), directory: place.url)
    guard let offence = try fuzzed.offence() else { return }
    guard names.count > 1 else {
      let bytes = try Data(contentsOf: place.url.appending(path: names[names.startIndex]))
      Issue.record("\(fuzzed.arguments.joined(separator: " ")) \(offence): \(String(decoding: bytes, as: UTF8.self))")
      return
    }
    let middle = names.startIndex + names.count / 2
    try report(names[..<middle], in: place, call: call)
    try report(names[middle...], in: place, call: call)
  }

  /// Breaks files so many times and hands them to the program, some together.
  private static func fuzz(
    _ seeds: [String], count: Int, batch: Int = 1, ending: String, _ call: ([String]) -> [String]
  ) throws {
    let place = try Place()
    for start in stride(from: 0, to: count, by: batch) {
      var names: [String] = []
      for index in start..<min(count, start + batch) {
        var mutation = Mutation(seed: UInt64(index))
        let name = "it\(index).\(ending)"
        try Data(mutation.broken(Array(seeds[index % seeds.count].utf8))).write(to: place.url.appending(path: name))
        names.append(name)
      }
      try report(names[...], in: place, call: call)
      for name in names { try FileManager.default.removeItem(at: place.url.appending(path: name)) }
    }
  }

  @Test func brokenScenarios() throws {
    try Self.fuzz(
      [FuzzSeeds.baseline, FuzzSeeds.programmes, FuzzSeeds.everything], count: Self.scenarios, batch: 100,
      ending: "yaml"
    ) {
      ["check"] + $0
    }
  }

  /// What can still be read is simulated too.
  @Test func brokenScenariosThatRun() throws {
    try Self.fuzz([FuzzSeeds.programmes, FuzzSeeds.everything], count: Self.simulated, ending: "yaml") {
      ["run", "--households", "100", "--years", "1", "--replications", "1", "--quiet", "--force", "--out", "out"] + $0
    }
  }

  @Test func brokenDesigns() throws {
    try Self.fuzz(FuzzSeeds.designs, count: Self.designs, ending: "yaml") { ["sweep", "--dry-run"] + $0 }
  }

  @Test func brokenPortfolios() throws {
    try Self.fuzz([FuzzSeeds.portfolio], count: Self.portfolios, ending: "yaml") { ["optimize", "--dry-run"] + $0 }
  }

  @Test func brokenSurveys() throws {
    try Self.fuzz([FuzzSeeds.survey], count: Self.surveys, ending: "csv") { ["check", "base.yaml", "--survey"] + $0 }
    try Self.fuzz([FuzzSeeds.survey], count: Self.measured, ending: "csv") { ["measure", "--by", "province"] + $0 }
    try Self.fuzz([FuzzSeeds.survey], count: Self.simulated, ending: "csv") {
      ["run", "base.yaml", "--years", "1", "--replications", "1", "--quiet", "--force", "--out", "out", "--survey"] + $0
    }
  }

  @Test(
    "a call that waits is found out, one that works among many is not",
    arguments: [
      (25.0, 1.0, 1.0, true), (25, 5, 1, false), (10, 0, 1, false), (250, 19, 1, true), (100, 19, 1, false),
      (30, 21, 1, true), (25, 1, 0.1, false), (25, 0.1, 0.1, true),
    ])
  func slow(seconds: Double, processorSeconds: Double, share: Double, isOffence: Bool) {
    let end = Child.End(
      exitCode: 0, wasEnded: false, processorSeconds: processorSeconds, seconds: seconds, bytes: 1_000_000)
    #expect((FuzzedCall.offence(of: end, share: share) != nil) == isOffence)
  }

  @Test func thereAreTenThousandInputs() {
    let all = [
      Self.scenarios, Self.simulated, Self.designs, Self.portfolios, Self.surveys, Self.measured,
      3 * RecordVerification.tries,
    ]
    #expect(all.reduce(0, +) >= 10_000)
  }
}
