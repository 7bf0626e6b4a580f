import Households
import Randomness
import Testing

@testable import Experiments

@Suite("What surveys see")
struct SurveyDistributionTests {
  private static func row(_ type: SettlementType, consumption: Double, weight: Double = 1) -> SurveyHousehold {
    SurveyHousehold(
      stratum: Stratum(province: "Punjab", region: type), persons: 2, adultEquivalents: 2, workers: 1, children: 0,
      elderly: 0, femaleHead: false, headLiterate: true, schoolAge: 0, inSchool: 0, rooms: 2, toilet: .pit,
      livestock: false, landAcres: 0, consumptionPerMonth: consumption, weight: weight)
  }

  private static func scenario(_ headcounts: [SettlementType: Double], towns: Double) -> Scenario {
    var scenario = Scenario.made("Country")
    scenario.population = PopulationSpecification(
      simulatedHouseholds: 100,
      places: [SettlementType.rural, .urban].map { type in
        Place(
          district: "Punjab", tehsil: type.rawValue, settlementType: type, households: type == .rural ? 100 : towns,
          unionCouncils: nil, stratum: Stratum(province: "Punjab", region: type))
      }, officialHeadcount: headcounts)
    return scenario
  }

  @Test("welfare at the official headcount is the line, in villages and in towns")
  func scales() {
    let rows =
      (1...10).map { Self.row(.rural, consumption: 1000 * Double($0)) }
      + (1...10).map { Self.row(.urban, consumption: 5000 * Double($0)) }
    let survey = SurveyDistribution(rows, of: Self.scenario([.rural: 0.5, .urban: 0.2], towns: 100))
    // Villages have welfare of n/5, towns of n/2: the deciles of all twenty.
    let expected = ((1...10).map { Double($0) / 5 } + (1...10).map { Double($0) / 2 }).sorted()
    for (decile, place) in zip(survey.deciles, stride(from: 1, through: 17, by: 2)) {
      #expect((decile - expected[place]).magnitude < 1e-12)
    }
  }

  @Test("places count with their real households, rows with their weights")
  func weights() {
    let rows = [
      Self.row(.rural, consumption: 1000, weight: 7), Self.row(.urban, consumption: 1000),
      Self.row(.urban, consumption: 1000),
    ]
    let equal = SurveyDistribution(rows, of: Self.scenario([.rural: 0.5, .urban: 0.5], towns: 300))
    #expect(equal.gini == 0)
    var scenario = Self.scenario([:], towns: 100)
    scenario.population.consumptionScale = [.rural: 1, .urban: 3]
    #expect((SurveyDistribution(rows, of: scenario).gini - 0.25).magnitude < 1e-12)
  }

  @Test("errors are those of household, quarter and replication, about 0 with the deviations that are stated")
  func errors() {
    let error = MeasurementError(stream: RandomStream(seed: 7, replication: 1))
    let first = error.factors(household: 3, quarter: 8)
    #expect(first == error.factors(household: 3, quarter: 8))
    #expect(first.consumption != error.factors(household: 3, quarter: 12).consumption)
    #expect(first.assets != error.factors(household: 4, quarter: 8).assets)
    let factors = (0..<4000).map { error.factors(household: $0, quarter: 0) }
    // A share of 84.1% lies below one deviation, with an error of 0.6 points.
    let consumption = weightedQuantiles(
      of: factors.map(\.consumption), weights: factors.map { _ in 1 }, shares: [0.5, 0.8413])
    #expect((consumption[0] - 1).magnitude < 0.02 && (consumption[1] - 1.2214).magnitude < 0.03)
    let assets = weightedQuantiles(of: factors.map(\.assets), weights: factors.map { _ in 1 }, shares: [0.5, 0.8413])
    #expect((assets[0] - 1).magnitude < 0.06 && (assets[1] - 1.9155).magnitude < 0.15)
  }
}
