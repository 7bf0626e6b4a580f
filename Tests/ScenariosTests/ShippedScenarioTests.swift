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
      "ajk-baseline", "ajkrsp", "ajkrsp-coverage-40", "ajkrsp-staff-only", "ajkrsp-without-inclusion", "ehsaas",
      "ehsaas-none", "ehsaas-registry", "kasur-baseline", "kasur-mawakhat", "kasur-top-down",
      "kasur-without-organisation", "national-baseline", "quetta-baseline", "seher-first-phase",
      "seher-grants-after-training", "seher-grants-first", "seher-mupp", "seher-without-organisation",
    ]
    #expect(Self.names == expected.map { $0 + ".yaml" }.sorted())
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

  @Test("each variant shares the households and the luck of the programme that it varies", arguments: names)
  func varyOneProgramme(name: String) throws {
    let bases = ["ajkrsp": "ajk", "ehsaas": "national", "kasur": "kasur", "seher": "quetta"]
    let first = try #require(name.split(whereSeparator: { "-.".contains($0) }).first.map(String.init))
    guard let base = bases[first] else { return }
    func scenario(_ name: String) throws -> Scenario {
      try ScenarioLoader.load(path: Fixtures.scenarios.appending(path: name).path).scenario
    }
    let (variant, baseline) = (try scenario(name), try scenario("\(base)-baseline.yaml"))
    #expect(variant.population == baseline.population)
    #expect(variant.seed == baseline.seed)
    #expect(variant.start == baseline.start)
  }

  @Test("orders compared spend the same money on the same things for equally long")
  func compareOrders() throws {
    func programmes(_ name: String) throws -> [Programme] {
      try ScenarioLoader.load(path: Fixtures.scenarios.appending(path: name).path).scenario.programmes
    }
    let (first, second) = (
      try programmes("seher-grants-first.yaml"), try programmes("seher-grants-after-training.yaml")
    )
    for (one, other) in zip(first, second) {
      #expect(one.package == other.package)
      #expect(one.totalBudget == other.totalBudget)
      #expect(one.until.ordinal - one.from.ordinal == other.until.ordinal - other.from.ordinal)
    }
    #expect(first.map(\.after) != second.map(\.after))
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
