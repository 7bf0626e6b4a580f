import Surveys

@testable import Households

/// A few hundred households for two years, with and without a grant of assets.
enum SmallTown {
  static let baseline = Scenario(
    name: "Small town", start: CalendarQuarter(year: 2016, quarter: 1), years: 2, replications: 10, seed: 29,
    regime: .threshold,
    population: PopulationSpecification(
      simulatedHouseholds: 400,
      places: [
        Place(
          district: "Kasur", tehsil: "Kasur", settlementType: .rural, households: 4000, unionCouncils: 4,
          stratum: Stratum(province: "Punjab", region: .rural))
      ],
      officialHeadcount: [.rural: 0.307], consumptionScale: [.rural: 1.9]))

  static var grants: Scenario {
    var scenario = baseline
    scenario.name = "Small town with grants"
    scenario.programmes = [
      Programme(
        name: "Grants", partner: "Fund", from: scenario.start, until: scenario.start, priceYear: 2016,
        targeting: Targeting(scoreAtMost: 50),
        package: [Intervention(name: "asset_grant", kind: .assetGrant(amount: 60_000), deliveryCost: 0)])
    ]
    return scenario
  }

  static func model() throws -> Model {
    try Model(baseline: baseline, survey: PublishedMargins.households(), options: ModelOptions(threads: 2))
  }
}
