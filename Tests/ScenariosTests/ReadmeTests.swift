import Foundation
import Households
import Scenarios
import Testing

@Suite struct ReadmeTests {
  /// The scenarios of the README, as they would be loaded from the folder of those that they extend.
  private func scenarios() throws -> [LoadedScenario] {
    let readme = try String(
      contentsOf: Fixtures.scenarios.deletingLastPathComponent().appending(path: "README.md"), encoding: .utf8)
    var loaded: [LoadedScenario] = []
    var rest = readme[...]
    while let start = rest.range(of: "```yaml\n")?.upperBound {
      let end = try #require(rest.range(of: "```", range: start..<rest.endIndex))
      let text = rest[start..<end.lowerBound].replacing(
        "extends: ", with: "extends: " + Fixtures.scenarios.path + "/", maxReplacements: 1)
      rest = rest[end.upperBound...]
      let file = FileManager.default.temporaryDirectory.appending(path: "readme-\(UUID().uuidString).yaml")
      try text.write(to: file, atomically: true, encoding: .utf8)
      defer { try? FileManager.default.removeItem(at: file) }
      loaded.append(try ScenarioLoader.load(path: file.path))
    }
    return loaded
  }

  @Test("the scenarios of the README can be run as they are written")
  func load() throws {
    let loaded = try scenarios()
    #expect(loaded.map(\.scenario.name) == ["Bigger loans", "Organise, then act"])
    for scenario in loaded { #expect(scenario.warnings.isEmpty) }
  }

  @Test("the first changes a programme and adds one")
  func change() throws {
    let scenario = try #require(try scenarios().first).scenario
    #expect(scenario.programmes.map(\.name).last == "Cash for the poorest")
    let loans = try #require(scenario.programmes.first { $0.name == "Interest-free loans" })
    #expect(loans.package.map(\.kind) == [.softLoan(amount: 50_000, instalments: 8, buysOutDebt: false)])
    #expect(scenario.parameters.shocks.illnessProbability == 0.08)
  }

  @Test("the second organises first")
  func organise() throws {
    let programmes = try #require(try scenarios().last).scenario.programmes
    #expect(programmes.map(\.community.count) == [2, 0, 0])
    #expect(programmes.map(\.after) == [[], [], ["Skills"]])
    #expect(programmes.map(\.targeting.membersChoose) == [false, false, true])
  }

  @Test("every intervention and regime of coordination is mentioned")
  func mentions() throws {
    let readme = try String(
      contentsOf: Fixtures.scenarios.deletingLastPathComponent().appending(path: "README.md"), encoding: .utf8)
    let words = Fixtures.interventions + Coordination.allCases.map(\.rawValue)
    for word in words { #expect(readme.contains(word), "\(word)") }
  }
}
