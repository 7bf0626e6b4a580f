import Foundation
import Households
import Scenarios
import Testing

@Suite("The scenario to begin with")
struct StarterScenarioTests {
  /// Both files in a folder of their own, which is gone afterwards.
  private func loaded(
    _ change: (String) -> String = { $0 },
    _ body: (_ baseline: LoadedScenario, _ scenario: LoadedScenario) throws -> Void
  ) throws {
    let starter = try #require(StarterScenario(stem: "my-town"))
    let folder = FileManager.default.temporaryDirectory.appending(path: "starter-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in [(starter.baselineFile, starter.baseline), (starter.scenarioFile, starter.scenario)] {
      try change(text).write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }
    try body(
      ScenarioLoader.load(path: folder.appending(path: starter.baselineFile).path),
      ScenarioLoader.load(path: folder.appending(path: starter.scenarioFile).path))
  }

  @Test("is right at once")
  func loads() throws {
    try loaded { baseline, scenario in
      #expect(baseline.warnings.isEmpty)
      #expect(scenario.warnings.isEmpty)
      #expect(baseline.scenario.name == "My town baseline")
      #expect(scenario.scenario.name == "My town")
      #expect(baseline.scenario.programmes.isEmpty)
      #expect(scenario.scenario.programmes.map(\.package.count) == [2])
      #expect(scenario.scenario.partners.map(\.name) == ["My organisation"])
    }
  }

  @Test("differs from its baseline in its programme alone, so that the two can be compared")
  func comparable() throws {
    try loaded { baseline, scenario in
      #expect(baseline.scenario.population == scenario.scenario.population)
      #expect(baseline.scenario.start == scenario.scenario.start)
      #expect(baseline.scenario.years == scenario.scenario.years)
      #expect(baseline.scenario.seed == scenario.scenario.seed)
      func parameters(_ loaded: LoadedScenario) -> [String] {
        loaded.resolved.filter { $0.path.hasPrefix("parameters.") }.map { "\($0.path) \($0.value) \($0.source)" }
      }
      #expect(parameters(baseline) == parameters(scenario))
      #expect(parameters(baseline).count > 300)
    }
  }

  @Test("is small enough to run in seconds")
  func size() throws {
    try loaded { _, scenario in
      let households = try #require(scenario.scenario.population.simulatedHouseholds)
      #expect(households * 4 * scenario.scenario.years * scenario.scenario.replications <= 400_000)
    }
  }

  @Test("its comments are those of the tables, and its first line leads editors to the schema")
  func comments() throws {
    let starter = try #require(StarterScenario(stem: "my-town"))
    for text in [starter.baseline, starter.scenario] {
      #expect(text.hasPrefix("# yaml-language-server: $schema=scenario.schema.json\n"))
      #expect(!text.contains("#@"))
      #expect(!text.contains("#="))
      #expect(!text.contains("{stem}"))
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 120 })
    }
    #expect(starter.baseline.contains("years: 5                                # the length (years)\n"))
    for word in Fixtures.interventions { #expect(starter.scenario.contains(word), "\(word)") }
  }

  @Test("a slip in it is found")
  func slip() throws {
    #expect(throws: ScenarioError.self) {
      try loaded({ $0.replacing("where: {district: My district}", with: "where: {district: Elsewhere}") }) { _, _ in }
    }
  }

  @Test(
    "names that make good file names", arguments: [("my-town", "My town"), ("a", "A"), ("kasur_2024", "Kasur 2024")])
  func names(stem: String, title: String) throws {
    let starter = try #require(StarterScenario(stem: stem))
    #expect(starter.scenario.contains("\nname: \(title)\nextends: \(stem)-baseline.yaml\n"))
  }

  @Test("names that do not", arguments: ["", "-", "a b", "a/b", "a.yaml", "..", "a:b", "$a"])
  func refused(stem: String) { #expect(StarterScenario(stem: stem) == nil) }
}
