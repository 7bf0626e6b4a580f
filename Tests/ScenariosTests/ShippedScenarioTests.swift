import Foundation
import Households
import Scenarios
import Testing

/// The scenarios that come with the program.
struct ShippedScenarioTests {
  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: Fixtures.scenarios.path)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.sorted()
  }()

  @Test func areAllHere() {
    let expected = [
      "ajk-baseline", "ajkrsp", "ehsaas", "kasur-baseline", "kasur-mawakhat", "national-baseline", "quetta-baseline",
      "seher-mupp",
    ]
    #expect(Set(expected.map { $0 + ".yaml" }).isSubset(of: Self.names))
  }

  @Test(arguments: names)
  func loadWithoutWarnings(name: String) throws {
    let loaded = try ScenarioLoader.load(path: Fixtures.scenarios.appending(path: name).path)
    #expect(loaded.warnings.isEmpty)
    #expect(loaded.scenario.years == 10)
    #expect(loaded.scenario.programmes.isEmpty == name.contains("baseline"))
  }

  /// Settings of a run are choices, not facts; all other numbers need a source or the word assumed.
  @Test(arguments: names)
  func everyNumberHasASource(name: String) throws {
    let loaded = try ScenarioLoader.load(path: Fixtures.scenarios.appending(path: name).path)
    let choices = ["years", "replications", "seed", "union_councils", "price_year"]
    for value in loaded.resolved where value.kind == .number && value.source.isEmpty {
      let key = value.path.split(separator: ".").last.map(String.init) ?? ""
      #expect(choices.contains(key) || value.path == "population.households", "\(value.path)")
    }
  }

  @Test func describeTheirPlaces() throws {
    func population(_ name: String) throws -> PopulationSpecification {
      try ScenarioLoader.load(path: Fixtures.scenarios.appending(path: name).path).scenario.population
    }
    #expect(try population("quetta-baseline.yaml").places.compactMap(\.unionCouncils).reduce(0, +) == 2)
    #expect(try population("kasur-baseline.yaml").places.compactMap(\.unionCouncils).reduce(0, +) == 3)
    let national = try population("national-baseline.yaml")
    #expect(national.places.count == 8)
    #expect(national.places.reduce(0) { $0 + $1.households } == 31_646_732)
    #expect(national.officialHeadcount == [.rural: 0.307, .urban: 0.125])
    #expect(national.simulatedHouseholds == 50_000)
  }
}
