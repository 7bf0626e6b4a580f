// A village is made in code, simulated once for five years, and its poverty is printed.

import Households
import Surveys

let punjab = Stratum(province: "Punjab", region: .rural)
let village = Place(
  district: "Kasur", tehsil: "Kasur", settlementType: .rural, households: 4000, unionCouncils: 4, stratum: punjab)
let scenario = Scenario(
  name: "Village", start: CalendarQuarter(year: 2019, quarter: 1), years: 5, replications: 1, seed: 1,
  regime: .threshold,
  population: PopulationSpecification(
    simulatedHouseholds: 1000, places: [village], officialHeadcount: [:], consumptionScale: [.rural: 1.9]))

let model = try Model(
  baseline: scenario, survey: PublishedMargins.households(), options: ModelOptions(threads: 2))
let settled = model.settled(replication: 1)
let result = model.run(scenario, from: settled, replication: 1, observeEvery: 4)

for observation in result.observations {
  // The first values are those of all households.
  for (measure, value) in zip(Model.measures, observation.values) where measure.name == "headcount_ratio" {
    print("quarter \(observation.quarter): \(value), \(measure.unit)")
    // snippet.hide
    precondition(value > 0 && value < 1)
    // snippet.show
  }
}
// snippet.hide
precondition(result.observations.map(\.quarter) == [0, 4, 8, 12, 16, 20])
precondition(Model.measures.count { $0.name == "headcount_ratio" } == 1)
