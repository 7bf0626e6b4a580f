import Testing

@testable import Households

@Suite struct ConsumptionScaleTests {
  private static func headcount(_ model: Model, _ type: SettlementType) throws -> Double {
    let result = model.run(model.baseline, from: model.settled(replication: 0), replication: 0, observeEvery: 8)
    let report = Report(model, try #require(result.observations.first))
    return try report.value("headcount_ratio", "settlement_type", type.rawValue)
  }

  @Test("the burn-in ends with the official headcounts of villages and towns", arguments: Regime.allCases)
  func officialHeadcounts(regime: Regime) throws {
    let model = try Scenario.small(regime: regime, scale: [:]).model()
    #expect(try (Self.headcount(model, .rural) - 0.307).magnitude < 0.01)
    #expect(try (Self.headcount(model, .urban) - 0.125).magnitude < 0.01)
  }

  @Test("a scale that is given is kept, and the other is solved")
  func givenScale() throws {
    let model = try Scenario.small(scale: [.rural: 1.9]).model()
    #expect(model.consumptionScale[.rural] == 1.9)
    #expect(try (Self.headcount(model, .urban) - 0.125).magnitude < 0.01)
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
