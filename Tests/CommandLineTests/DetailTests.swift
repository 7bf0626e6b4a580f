import Foundation
import Reporting
import Testing

@Suite("How far results tell of groups")
struct DetailTests {
  private func lines(_ program: borrowing Program, _ file: String) throws -> [Substring] {
    try program.text(file).split(separator: "\n")
  }

  @Test("what is told without detail is told with it, in the same words")
  func subset() throws {
    let program = try Program.withScenarios()
    let call = ["compare", "base.yaml", "grants.yaml", "--years", "3", "--households", "300", "--quiet", "--out"]
    #expect(try program.call(call + ["small"]).exitCode == 0)
    #expect(try program.call(call + ["large", "--detail", "groups"]).exitCode == 0)
    let names = try program.names("small").filter { $0.hasSuffix(".csv") }
    for name in names {
      let (small, large) = (try lines(program, "small/" + name), try lines(program, "large/" + name))
      #expect(small[0] == large[0], "\(name)")
      #expect(Set(small).isSubset(of: large), "\(name)")
    }
    func quarters(_ directory: String) throws -> Set<Substring> {
      let rows = try lines(program, directory + "/summary.csv").map { $0.split(separator: ",") }
      return Set(rows.filter { $0.contains("sex_of_head") }.map { $0[1] })
    }
    #expect(try quarters("small") == ["0", "12"])
    #expect(try quarters("large") == ["0", "4", "8", "12"])
    #expect(try lines(program, "small/outcomes.csv").dropFirst().allSatisfy { $0.contains(",all,all,") })
    let (page, other) = (try program.call("report", "small"), try program.call("report", "large"))
    #expect(page.exitCode == 0 && other.exitCode == 0)
    #expect(try program.call("verify", "small").exitCode == 0)
    #expect(try program.call("verify", "large").exitCode == 0)
  }

  @Test("a detail that there is not is refused")
  func refused() throws {
    let program = try Program.withScenarios()
    let outcome = try program.call("run", "base.yaml", "--detail", "all")
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors.contains("give population or groups"), "\(outcome.errors)")
  }

  @Test("sums that were changed keep results from being extended or resumed, and verify tells the byte")
  func changedSums() throws {
    let program = try Program.withScenarios()
    #expect(try program.call("run", "base.yaml", "--quiet", "--out", "out").exitCode == 0)
    let path = program.directory + "/out/sums.bin"
    var sums = try Data(contentsOf: URL(fileURLWithPath: path))
    sums[sums.count / 2] ^= 1
    try sums.write(to: URL(fileURLWithPath: path))
    let extended = try program.call("extend", "out", "--replications", "4")
    #expect(extended.exitCode == 1)
    #expect(extended.errors.contains("(sums.bin)"), "\(extended.errors)")
    let verified = try program.call("verify", "out")
    #expect(verified.exitCode == 1)
    // As a run leaves its results that dies before they are in their place.
    try FileManager.default.moveItem(atPath: program.directory + "/out", toPath: program.directory + "/out.partial")
    let resumed = try program.call("resume", "out")
    #expect(resumed.exitCode == 1)
    #expect(resumed.errors.contains("(sums.bin)"), "\(resumed.errors)")
    #expect(try program.names().filter { $0.hasPrefix("out") } == ["out.partial"])
    #expect(verified.output.contains(/sums\.bin +byte \d+ differs/), "\(verified.output)")
  }
}
