import Testing

@testable import untrap

@Suite("Plans without runs")
struct DryRunTests {
  private func report(_ files: [String], replications: Int, designPoints: Int = 1) throws -> String {
    let program = try Program.withScenarios()
    let console = Console(isQuiet: true)
    let scenarios = try ScenarioSet(
      files: files.map { program.directory + "/" + $0 }, overrides: [], console: console)
    let before = try program.names()
    let text = try DryRun(
      basis: Basis("compare", scenarios, SurveySource(path: nil), console), threads: 2, replications: replications,
      observeEvery: 4, designPoints: designPoints,
      destination: Destination(path: "out", replacesEarlier: false, sources: [])
    ).report()
    #expect(try program.names() == before)
    return text
  }

  @Test("a plan counts runs and tells what to expect")
  func plan() throws {
    let text = try report(["base.yaml", "grants.yaml"], replications: 3)
    for part in [
      "\nVillage with grants           1         300         8     3\n",
      "\nRuns: 6 (3 replications x 2 scenarios), 14,400 household-quarters, threads: 2\n",
      "\nResults: out (nothing is in the way)\n", "\nExpected time: about ",
      " s, as measured with 300 households\n", "\nNothing was run or written.\n",
    ] {
      #expect(text.contains(part), "\(part) in \(text)")
    }
  }

  @Test("points of a design multiply the runs")
  func design() throws {
    #expect(try report(["base.yaml"], replications: 3, designPoints: 1000).contains("\nRuns: 3,000 (1,000 design "))
  }
}
