import Testing

@testable import Households

@Suite struct ConsumptionScaleTests {
  private static func scale(_ official: Double, _ rows: [SurveyHousehold]) throws -> Double? {
    var scenario = Scenario.small(places: [.kasurVillages], scale: [:])
    scenario.population.officialHeadcount = [.rural: official]
    return try scenario.model(survey: rows).consumptionScale[.rural]
  }

  @Test("the scale is one over the official headcount's quantile over persons")
  func quantile() throws {
    // Five adult equivalents; 2, 4 and 6 persons of weights 3, 1 and 1 make 6, 4 and 6 parts of 16.
    let rows = [(20_000.0, 2, 3.0), (10_000, 4, 1), (30_000, 6, 1)].map { consumption, persons, weight in
      SyntheticSurvey.plainRow(persons: persons, consumptionPerMonth: consumption, weight: weight)
    }
    func expected(_ consumption: Double) -> Double { 5 * 9.75084 * 1000 / (3 * consumption) }
    for (official, consumption) in [(0.0, 10_000.0), (0.24, 10_000), (0.26, 20_000), (0.6, 20_000), (0.63, 30_000)] {
      let scale = try #require(try Self.scale(official, rows))
      #expect((scale - expected(consumption)).magnitude < 1e-12, "\(official)")
    }
  }

  @Test("places count by their households, and their rows by weight within them")
  func places() throws {
    let scenario = Scenario.small(scale: [:])
    let scale = try #require(try scenario.model().consumptionScale[.rural])
    let strata = scenario.population.places.filter { $0.settlementType == .rural }
    var (poor, all) = (0.0, 0.0)
    for place in strata {
      let rows = SyntheticSurvey.rows.filter { $0.stratum == place.stratum }
      let total = rows.reduce(0) { $0 + $1.weight }
      for row in rows {
        let persons = place.households * row.weight / total * Double(row.persons)
        all += persons
        if scale * row.welfareRatio(povertyLine: 9.75084) < 1 { poor += persons }
      }
    }
    #expect((poor / all - 0.307).magnitude < 0.02)
  }

  @Test("a scale that is given is kept")
  func givenScale() throws {
    let model = try Scenario.small(scale: [.rural: 1.9]).model()
    #expect(model.consumptionScale[.rural] == 1.9 && model.consumptionScale[.urban] != nil)
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
