import Designs
import Foundation
import Households
import Scenarios
import Testing

@Suite struct ReadmeTests {
  /// The files of the README.
  private func texts() throws -> [String] {
    let readme = try String(
      contentsOf: Fixtures.scenarios.deletingLastPathComponent().appending(path: "README.md"), encoding: .utf8)
    var texts: [String] = []
    var rest = readme[...]
    while let start = rest.range(of: "```yaml\n")?.upperBound {
      let end = try #require(rest.range(of: "```", range: start..<rest.endIndex))
      texts.append(String(rest[start..<end.lowerBound]))
      rest = rest[end.upperBound...]
    }
    return texts
  }

  /// The scenarios of the README, as they would be loaded from the folder of those that they extend.
  private func scenarios() throws -> [LoadedScenario] {
    try texts().filter { !$0.contains("\nmethod:") && !$0.contains("\ncandidates:") }.map { text in
      let text = text.replacing(
        "extends: ", with: "extends: " + Fixtures.scenarios.path + "/", maxReplacements: 1)
      return try load(text) { try ScenarioLoader.load(path: $0) }
    }
  }

  private func load<Loaded>(_ text: String, _ body: (_ path: String) throws -> Loaded) throws -> Loaded {
    let file = FileManager.default.temporaryDirectory.appending(path: "readme-\(UUID().uuidString).yaml")
    try text.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    return try body(file.path)
  }

  @Test("the design of the README can be run as it is written")
  func design() throws {
    let text = try #require(try texts().first { $0.contains("\nmethod:") })
    let placed = text.replacing("[kasur-baseline", with: "[\(Fixtures.scenarios.path)/kasur-baseline")
      .replacing(" kasur-mawakhat", with: " \(Fixtures.scenarios.path)/kasur-mawakhat")
    let loaded = try load(placed) { try DesignLoader.load(path: $0, purpose: .sensitivity, measures: []) }
    #expect(
      loaded.design.variables.map(\.name) == ["shocks.illness_probability", "loan size", "patrons.mark_up_maximum"])
    #expect(loaded.bases == [.design, .design, .assumption])
    #expect(loaded.points.count == 64 * 5)
    #expect(loaded.warnings.isEmpty)
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
    #expect(
      loans.package.map(\.kind) == [.softLoan(amount: 50_000, terms: LoanTerms(instalments: 8), buysOutDebt: false)])
    // Another world would confound the comparison.
    for definition in Parameters.catalogue {
      #expect(definition.value(in: scenario.parameters) == definition.value(in: Parameters()), "\(definition.path)")
    }
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
