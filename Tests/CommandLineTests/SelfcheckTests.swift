@testable import Experiments
import Testing

@testable import untrap

@Suite("Self-checks from the command line")
struct SelfcheckTests {
  @Test("a scenario gets a verdict for each promise and a summary in the last line")
  func selfcheck() throws {
    let program = try Program.withScenarios()
    let outcome = try program.call("selfcheck", "grants.yaml", "--years", "1")
    #expect(outcome.exitCode == 0, "\(outcome.output)\(outcome.errors)")
    #expect(
      outcome.output.hasPrefix(
        "Self-checks of Village with grants (300 households, 4 quarters, 2 replications, seed 7)\n\nverdict  check "))
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("ok ") } == 7)
    #expect(lines.last == "All 7 checks passed.")
    #expect(try program.names() == ["base.yaml", "broken.yaml", "grants.yaml", "stderr.txt", "stdout.txt"])
  }

  @Test("a promise that is not kept is a failure")
  func failure() {
    let kept = SelfCheckVerdict("kept", [.count(0, of: 1, "things break")])
    let broken = SelfCheckVerdict("broken", [.count(1, of: 1, "things break")])
    #expect(throws: Never.self) { try SelfcheckCommand.conclude([kept, kept]) }
    #expect(throws: (any Error).self) { try SelfcheckCommand.conclude([kept, broken]) }
  }

  @Test("a bad scenario is 65", arguments: ["broken.yaml", "missing.yaml"])
  func badScenario(file: String) throws {
    let program = try Program.withScenarios()
    let outcome = try program.call("selfcheck", file)
    #expect(outcome.exitCode == 65)
    #expect(outcome.output.isEmpty)
  }
}
