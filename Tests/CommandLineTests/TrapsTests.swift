import Foundation
import Reporting
import Testing

@Suite("Traps as a user calls them")
struct TrapsTests {
  private static let files = [
    "chain.csv", "classes.csv", "datapackage.json", "elasticities.csv", "exits.csv", "passage_times.csv", "run.json",
    "spectrum.csv",
    "traps.csv",
  ]

  @Test("a scenario with programmes is told beside itself without them, and the results are proved")
  func scenario() throws {
    let program = try Program.withScenarios()
    let outcome = try program.call("traps", "grants.yaml", "--years", "1", "--out", "out")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("The traps of Village with grants without programmes, Village with grants"))
    #expect(outcome.output.contains("What this is not"))
    #expect(try program.names("out") == Self.files)
    let rows = try program.text("out/exits.csv").split(separator: "\n")
    #expect(rows.count == 17)
    let verified = try program.call("verify", "out")
    #expect(verified.exitCode == 0, "\(verified.output)\(verified.errors)")
    let again = try program.call("traps", "grants.yaml", "--years", "1", "--out", "out")
    #expect(again.exitCode == 1)
    #expect(again.errors.contains("holds earlier results"))
  }

  @Test("a directory of results gives all its scenarios; its traps are not computed again from another place")
  func results() throws {
    let program = try Program.withScenarios()
    #expect(try program.call("compare", "base.yaml", "grants.yaml", "--out", "out", "--years", "1").exitCode == 0)
    let outcome = try program.call("traps", "out", "--out", "traps")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(try program.names("traps") == Self.files)
    let scenarios = Set(
      try program.text("traps/chain.csv").split(separator: "\n").dropFirst().map { $0.prefix { $0 != "," } })
    #expect(scenarios == ["Village", "Village with grants"])
    let verified = try program.call("verify", "traps")
    #expect(verified.exitCode == 1)
    #expect(verified.errors.contains("were found in the results of another directory"))
    let changed = try program.text("out/transitions.csv")
      .replacing(",0,0,0,", with: ",0,1,0,", maxReplacements: 1)
    try program.write(changed, to: "out/transitions.csv")
    let refused = try program.call("traps", "out", "--out", "other")
    #expect(refused.exitCode == 1)
    #expect(refused.errors.contains("has changed since it was written"))
  }

  @Test("the chain of a profile and that of a household are exact ones, on all 64 states")
  func profiles() throws {
    let program = try Program.withScenarios()
    for (name, options) in [("poorest", ["--profile", "poorest"]), ("one", ["--household", "17"])] {
      let outcome = try program.call(["traps", "base.yaml", "--years", "1", "--out", name] + options)
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      #expect(try program.text(name + "/chain.csv").split(separator: "\n").count == 65)
      #expect(try program.call("verify", name).exitCode == 0)
    }
    #expect(try program.text("poorest/exits.csv") != program.text("one/exits.csv"))
  }

  @Test(
    "a shipped scenario has a way out, traps and a narrowest door under two theories",
    arguments: [nil, "convergence"] as [String?])
  func shipped(regime: String?) throws {
    let program = try Program()
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = root.appendingPathComponent("scenarios/kasur-baseline.yaml").path
    let size = ["--households", "1000", "--years", "4", "--replications", "2"]
    let outcome = try program.call(
      ["traps", path, "--out", "out"] + size + (regime.map { ["--regime", $0] } ?? []))
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    for words in [" needs ", " trap", "The narrowest door"] {
      #expect(outcome.output.contains(words), "\(words): \(outcome.output)")
    }
  }

  @Test("a door that nobody goes through parts the households: who is trapped for ever, and who is out")
  func withoutDoor() throws {
    let program = try Program()
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = root.appendingPathComponent("scenarios/kasur-baseline.yaml").path
    let coefficients = ["client.political_up=-32", "aware.political_down=-32"].flatMap {
      ["--set", "parameters.dependency.coefficients." + $0]
    }
    let outcome = try program.call(
      ["traps", path, "--out", "out", "--households", "1000", "--years", "5", "--replications", "3"] + coefficients)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let text = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("of household-quarters were spent in a trap without a door (voiceless or client)"))
    #expect(!text.contains("obody was out"))
    let rows = try program.text("out/classes.csv").split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(rows.prefix(2).map { $0[3] } == ["trap_without_a_door", "way_out"])
    let (shares, out) = (rows.compactMap { Double($0[5]) }, rows.compactMap { Double($0[6]) })
    // States that few were seen in are left out.
    #expect((0.999...1 + 1e-9).contains(shares.reduce(0, +)))
    // A fifth of the household-quarters are out of dependency, all of them in the second class.
    #expect(out[0] == 0 && (0.18...0.25).contains(shares[1] * out[1]))
  }

  @Test("results do not depend on threads or on the kernels of OpenBLAS")
  func identity() throws {
    let program = try Program.withScenarios()
    func identity(_ name: String, _ options: [String], core: String? = nil) throws -> String {
      let outcome = try program.call(
        ["traps", "grants.yaml", "--quiet", "--households", "1000", "--out", name] + options,
        environment: core.map { ["OPENBLAS_CORETYPE": $0] } ?? [:])
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      return try ResultIdentity.text(of: program.directory + "/" + name)
    }
    let reference = try identity("reference", ["--threads", "1"])
    #expect(try identity("threads", ["--threads", "3"]) == reference)
    let information = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    for (core, feature) in [("Prescott", "sse2"), ("Nehalem", "sse4_2"), ("Haswell", "avx2"), ("Zen", "avx2")]
    where information.contains(" \(feature) ") {
      #expect(try identity(core, [], core: core) == reference, "\(core)")
    }
    #expect(try identity("seed", ["--seed", "8"]) != reference)
  }

  @Test("wrong calls are refused in words")
  func wrongCalls() throws {
    let program = try Program.withScenarios()
    func refused(_ arguments: String..., code: Int32, words: String) throws {
      let outcome = try program.call(["traps"] + arguments)
      #expect(outcome.exitCode == code, "\(arguments): \(outcome.errors)")
      #expect(outcome.errors.contains(words), "\(arguments): \(outcome.errors)")
    }
    try refused("base.yaml", "--profile", "rich", code: 64, words: "choose one of typical, poorest")
    try refused("base.yaml", "--profile", "poorest", "--household", "3", code: 64, words: "not both")
    try refused("base.yaml", "--household", "300", code: 64, words: "there are 300 households, from 0 to 299")
    try refused(".", "--profile", "poorest", code: 64, words: "is a directory of results")
    try refused(".", "--seed", "3", code: 64, words: "which no option can change")
    try refused(".", code: 1, words: "no run.json")
    try refused("broken.yaml", code: 65, words: "did you mean 'years'")
    #expect(try program.call("traps", "grants.yaml", "--dry-run").exitCode == 0)
    #expect(!FileManager.default.fileExists(atPath: program.directory + "/notebooks-output"))
  }
}
