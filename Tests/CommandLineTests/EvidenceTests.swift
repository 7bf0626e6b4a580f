import Foundation
import TestSupport
import Testing

@Suite("Holding the model against the evidence")
struct EvidenceTests {
  private static let call =
    ["evidence", Tool.package.appending(path: "scenarios/evidence").path, "--households", "600", "--replications", "2"]

  @Test("a small call prints and writes the same on any number of threads, and replaces its own table alone")
  func table() throws {
    let program = try Program()
    let first = try program.call(Self.call + ["--threads", "1", "--out", "evidence.csv"])
    #expect(first.exitCode == 0, "\(first.errors)")
    #expect(first.output.contains("2 replications of 600 households from published margins"))
    #expect(first.output.contains("\nC1a   always poor in 5 yearly waves, rural"))
    #expect(first.output.contains("\nclubs "))
    let table = try program.text("evidence.csv")
    #expect(table.split(separator: "\n").count == 38)
    #expect(!table.contains("nan"))

    #expect(try program.call(Self.call + ["--out", "evidence.csv"]).exitCode == 1)
    let again = try program.call(Self.call + ["--threads", "2", "--out", "evidence.csv", "--force"])
    #expect(again.exitCode == 0 && again.output == first.output, "\(again.errors)")
    #expect(try program.text("evidence.csv") == table)

    try program.write("something else\n", to: "evidence.csv")
    #expect(try program.call(Self.call + ["--out", "evidence.csv", "--force"]).exitCode == 1)
    #expect(try program.text("evidence.csv") == "something else\n")
  }

  @Test("one theory, and parameters to be tried out")
  func theory() throws {
    let program = try Program()
    let usual = try program.call(Self.call + ["--regime", "convergence"])
    let calm = try program.call(
      Self.call + ["--regime", "convergence", "--set", "parameters.shocks.illness_probability=0"])
    #expect(usual.exitCode == 0 && calm.exitCode == 0, "\(usual.errors)\(calm.errors)")
    #expect(!usual.output.contains("\nthreshold"))
    #expect(usual.output != calm.output)
  }

  @Test(
    "a wrong call is refused",
    arguments: [
      (["--replications", "1"], 64), (["--regime", "other"], 64), (["--set", "years"], 64), (["--out", ""], 64),
      (["--set", "years=9"], 65),
    ] as [([String], Int32)])
  func refused(options: [String], code: Int32) throws {
    #expect(try Program().call(Self.call + options).exitCode == code)
  }
}
