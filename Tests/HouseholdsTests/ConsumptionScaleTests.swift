import Testing

@testable import Households

@Suite struct ConsumptionScaleTests {
  /// How far the headcount of a population of its own draws is from the official one, in standard errors.
  private static func deviation(_ model: Model, _ type: SettlementType, official: Double) throws -> Double {
    let result = model.run(model.baseline, from: model.settled(replication: 1), replication: 1, observeEvery: 8)
    let report = Report(model, try #require(result.observations.first))
    let headcount = try report.value("headcount_ratio", "settlement_type", type.rawValue)
    let shares = Dictionary(grouping: model.baseline.population.places, by: \.settlementType).mapValues {
      $0.reduce(0) { $0 + $1.households }
    }
    let share = try #require(shares[type]) / shares.values.reduce(0, +)
    // Sampling of this population and of the solver's; persons of one household are poor together, and households
    // differ in size, so that a household is worth no more than about two thirds of an independent draw.
    let solver = Double(ConsumptionScaleSolver.samplePerType * shares.count) * share
    let variance = 1.5 * official * (1 - official) * (1 / (60_000 * share) + 1 / solver)
    return abs(headcount - official) / variance.squareRoot()
  }

  /// Without events of union councils, which strike many households at once.
  private static func scenario(regime: Regime = .threshold, scale: [SettlementType: Double]) -> Scenario {
    .small(households: 60_000, regime: regime, scale: scale) { $0.shocks.eventProbability = 0 }
  }

  @Test("the burn-in ends with the official headcounts of villages and towns", arguments: Regime.allCases)
  func officialHeadcounts(regime: Regime) throws {
    let model = try Self.scenario(regime: regime, scale: [:]).model()
    #expect(try Self.deviation(model, .rural, official: 0.307) < 5)
    #expect(try Self.deviation(model, .urban, official: 0.125) < 5)
  }

  @Test("the scale does not depend on how many households are simulated", arguments: [1000, 60_000])
  func sameForAllSizes(households: Int) throws {
    let model = try Scenario.small(households: households, scale: [:]).model()
    let usual = try Scenario.small(households: 5000, scale: [:]).model()
    #expect(model.consumptionScale == usual.consumptionScale)
  }

  @Test("a scale that is given is kept, and the other is solved")
  func givenScale() throws {
    let model = try Self.scenario(scale: [.rural: 1.9]).model()
    #expect(model.consumptionScale[.rural] == 1.9)
    #expect(try Self.deviation(model, .urban, official: 0.125) < 5)
  }

  @Test("a headcount that no scale gives is refused, and so is none at all")
  func impossible() {
    var scenario = Scenario.small(scale: [:])
    scenario.population.officialHeadcount = [.rural: 1.5, .urban: 0.1]
    #expect(throws: ModelError.self) { try scenario.model() }
    scenario.population.officialHeadcount = [.rural: 0.3]
    #expect(throws: ModelError.self) { try scenario.model() }
  }
}
