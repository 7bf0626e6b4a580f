import Designs
import Foundation
import Households
import Scenarios
import Testing

/// Designs as they are read.
struct DesignLoaderTests {
  private static func load(
    _ name: String, _ overrides: ScenarioOverride..., purpose: DesignPurpose? = nil
  ) throws -> LoadedDesign {
    try DesignLoader.load(
      path: Fixtures.folder.appending(path: "designs/valid/\(name).yaml").path, overrides: overrides, purpose: purpose,
      measures: ["headcount_ratio", "programme_cost"])
  }

  @Test func readsEveryDistribution() throws {
    let loaded = try Self.load("every-distribution", purpose: .sweep)
    let design = loaded.design
    #expect(design.name == "Every distribution")
    #expect(design.method == .sobolSequence(points: 16))
    #expect(design.resamples == 200)
    #expect(design.measures == ["durable_exits", "programme_cost"])
    #expect(loaded.scenarios.map(\.scenario.name) == ["Small place", "With loans"])
    #expect(
      design.variables.map(\.domain) == [
        .number(.uniform(low: 0.03, high: 0.09), whole: false),
        .values(["20000", "40000"]),
        .number(.uniform(low: 0.1, high: 0.4), whole: false),
        .number(.normal(mean: 0.65, standardDeviation: 0.05), whole: false),
        .number(.logNormal(median: 0.3, logStandardDeviation: 0.2), whole: false),
        .number(.triangular(low: 0.1, mode: 0.2, high: 0.4), whole: false),
        .number(.logUniform(low: 0.04, high: 0.16), whole: false),
        .number(.uniform(low: 4, high: 12), whole: true),
        .values(["threshold", "convergence"]),
        .number(.uniform(low: 0.5, high: 1), whole: false),
      ])
    #expect(design.variables.prefix(2).map(\.name) == ["shocks.illness_probability", "loan size"])
    #expect(design.variables.prefix(2).map(\.usual) == ["0.06", "30000"])
    #expect(loaded.bases == [.design, .design, .assumption] + Array(repeating: .design, count: 7))
    #expect(loaded.units.prefix(2) == ["probability per quarter", "PKR of the price year"])
  }

  @Test("settings and variables apply to the scenarios that have their keys")
  func appliesWhereItCan() throws {
    let loaded = try Self.load("every-distribution")
    #expect(loaded.scenarios[0].scenario.years == 2)
    #expect(loaded.scenarios[0].scenario.population.simulatedHouseholds == 500)
    #expect(loaded.scenarios[1].scenario.programmes[0].capacityPerQuarter == 9)
    let scenarios = try loaded.scenarios(at: 5)
    #expect(scenarios.map(\.name) == ["Small place", "With loans"])
    for scenario in scenarios {
      let illness = scenario.parameters.shocks.illnessProbability
      #expect(illness == loaded.points.number(point: 5, variable: 0))
      #expect(illness != 0.06 && scenario.regime.rawValue == loaded.points.text(point: 5, variable: 8))
    }
    #expect(scenarios[0].programmes.isEmpty)
    guard case .softLoan(let amount, let terms, _) = scenarios[1].programmes[0].package[0].kind else {
      Issue.record("the loan is still there")
      return
    }
    #expect(amount == loaded.points.number(point: 5, variable: 1))
    #expect(Double(terms.instalments) == loaded.points.number(point: 5, variable: 7))
  }

  @Test("values of the command line win over those of the design, variables over both")
  func orderOfValues() throws {
    let loaded = try Self.load(
      "every-distribution", ScenarioOverride(option: "--years", path: "years", value: "3"),
      ScenarioOverride(set: "parameters.shocks.illness_probability=0.5"))
    #expect(loaded.scenarios[0].scenario.years == 3)
    #expect(loaded.scenarios[0].scenario.parameters.shocks.illnessProbability == 0.5)
    #expect(try loaded.scenarios(at: 0)[0].parameters.shocks.illnessProbability < 0.1)
  }

  @Test("a stated 95% interval is a normal distribution, and whole keys have whole values")
  func statedInterval() throws {
    let loaded = try Self.load("stated-interval")
    let variables = loaded.design.variables
    guard case .number(.normal(let mean, let deviation), false) = variables[0].domain else {
      Issue.record("the interval is not normal")
      return
    }
    #expect(mean == 0.06)
    #expect(abs(deviation - 0.04 / 3.92) < 1e-12)
    #expect(variables[1].domain == .number(.uniform(low: 1, high: 3), whole: true))
    // The value is the geometric middle of its interval.
    guard case .number(.logNormal(let median, let logarithmic), false) = variables[2].domain else {
      Issue.record("the interval is not log-normal")
      return
    }
    #expect(median == 0.02)
    #expect(abs(logarithmic - 0.35364652069384966) < 1e-12)
    #expect(loaded.bases == [.interval, .design, .interval])
    #expect(loaded.design.measures == ["headcount_ratio", "programme_cost"])
  }

  @Test("the seed of the baseline draws the points")
  func seed() throws {
    func texts(_ loaded: LoadedDesign) -> [String] {
      (0..<loaded.points.count).map { loaded.points.text(point: $0, variable: 0) }
    }
    let first = texts(try Self.load("stated-interval"))
    #expect(texts(try Self.load("stated-interval")) == first)
    #expect(
      texts(try Self.load("stated-interval", ScenarioOverride(option: "--seed", path: "seed", value: "8"))) != first)
  }

  @Test("a design is the same when it is read from texts that were kept")
  func keptTexts() throws {
    let loaded = try Self.load("every-distribution")
    let again = try DesignLoader.load(
      path: "design.yaml",
      kept: (
        loaded.source.text, loaded.scenarios.map { $0.sources.map { ScenarioSource(path: $0.path, text: $0.text) } }
      ), measures: [])
    #expect(again.design == loaded.design)
    #expect(again.scenarios.map(\.resolved.count) == loaded.scenarios.map(\.resolved.count))
    #expect(
      try again.scenarios(at: 3)[1].parameters.shocks.illnessCost
        == loaded.scenarios(at: 3)[1].parameters.shocks.illnessCost)
  }

  static let shipped: [String] = {
    let folder = Fixtures.scenarios.appending(path: "designs").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".yaml") }
      .sorted()
  }()

  @Test func shippedDesignsAreAllHere() {
    #expect(Self.shipped == ["kasur-loan-size.yaml", "kasur-screening.yaml", "kasur-what-matters.yaml"])
  }

  @Test("all points of the shipped designs make scenarios", arguments: shipped)
  func shippedDesigns(name: String) throws {
    let path = Fixtures.scenarios.appending(path: "designs/\(name)").path
    let loaded = try DesignLoader.load(path: path, measures: [])
    #expect(loaded.warnings.isEmpty)
    for point in stride(from: 0, to: loaded.points.count, by: 7) {
      #expect(try loaded.scenarios(at: point).count == 2)
    }
  }
}
