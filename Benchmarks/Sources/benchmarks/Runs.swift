import Households

/// A survey of 400 made-up households, enough to draw a population from.
private func survey() -> [SurveyHousehold] {
  (0..<400).map { row in
    let persons = 3 + row % 7
    let children = persons / 2
    return SurveyHousehold(
      stratum: Stratum(province: "Punjab", region: .rural), persons: persons,
      adultEquivalents: Double(persons) - 0.2 * Double(children), workers: 1 + row % 3, children: children,
      elderly: row % 5 == 0 ? 1 : 0, femaleHead: row % 10 == 0, headLiterate: row % 2 == 0, schoolAge: children / 2,
      inSchool: children / 3, rooms: 1 + row % 4, toilet: SurveyHousehold.Toilet.allCases[row % 3],
      livestock: row % 2 == 1, landAcres: row % 4 == 0 ? 2.5 : 0,
      consumptionPerMonth: Double(persons) * (1500 + 10 * Double(row)), weight: 1)
  }
}

/// Whole quarters of the model: one and two threads, and one thread with yearly observations.
func runEntries(households: Int, quarters: Int) throws -> [Contest.Entry] {
  let place = Place(
    district: "Kasur", tehsil: "Kasur", settlementType: .rural, households: Double(households), unionCouncils: nil,
    stratum: Stratum(province: "Punjab", region: .rural))
  let scenario = Scenario(
    name: "benchmark", start: CalendarQuarter(year: 2019, quarter: 1), years: quarters / 4, replications: 1, seed: 1,
    regime: .threshold,
    population: PopulationSpecification(
      simulatedHouseholds: households, places: [place], officialHeadcount: [:], consumptionScale: [.rural: 1.7]))
  let headcount = Model.measures.firstIndex { $0.name == "headcount_ratio" } ?? 0
  func entry(_ name: String, threads: Int, observeEvery: Int) throws -> Contest.Entry {
    let model = try Model(baseline: scenario, survey: survey(), options: ModelOptions(threads: threads))
    let settled = model.settled(replication: 0)
    return Contest.Entry(
      name: name, units: households * quarters,
      work: {
        let result = model.run(scenario, from: settled, replication: 0, observeEvery: observeEvery)
        return result.observations[result.observations.count - 1].values[headcount]
      }, expected: 0.22...0.27)
  }
  return [
    try entry("quarter, 1 thread", threads: 1, observeEvery: .max),
    try entry("quarter, 2 threads", threads: 2, observeEvery: .max),
    try entry("quarter with yearly outcomes, 2 threads", threads: 2, observeEvery: 4),
  ]
}
