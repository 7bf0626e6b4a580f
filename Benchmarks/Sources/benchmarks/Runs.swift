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

private func scenario(households: Int, quarters: Int) -> Scenario {
  let place = Place(
    district: "Kasur", tehsil: "Kasur", settlementType: .rural, households: Double(households), unionCouncils: nil,
    stratum: Stratum(province: "Punjab", region: .rural))
  return Scenario(
    name: "benchmark", start: CalendarQuarter(year: 2019, quarter: 1), years: quarters / 4, replications: 1, seed: 1,
    regime: .threshold,
    population: PopulationSpecification(
      simulatedHouseholds: households, places: [place], officialHeadcount: [:], consumptionScale: [.rural: 1.7]))
}

/// The share of poor persons at the end of a run.
private func headcountRatio(at end: RunResult) -> Double {
  let headcount = Model.measures.firstIndex { $0.name == "headcount_ratio" } ?? 0
  return end.observations[end.observations.count - 1].values[headcount]
}

/// Whole quarters of the model: one and two threads, and one thread with yearly observations.
func runEntries(households: Int, quarters: Int) throws -> [Contest.Entry] {
  let scenario = scenario(households: households, quarters: quarters)
  func entry(_ name: String, threads: Int, observeEvery: Int) throws -> Contest.Entry {
    let model = try Model(baseline: scenario, survey: survey(), options: ModelOptions(threads: threads))
    let settled = model.settled(replication: 0)
    return Contest.Entry(
      name: name, units: households * quarters,
      work: {
        headcountRatio(at: model.run(scenario, from: settled, replication: 0, observeEvery: observeEvery))
      }, expected: 0.22...0.27)
  }
  return [
    try entry("quarter, 1 thread", threads: 1, observeEvery: .max),
    try entry("quarter, 2 threads", threads: 2, observeEvery: .max),
    try entry("quarter with yearly outcomes, 2 threads", threads: 2, observeEvery: 4),
  ]
}

/// A quarter without institutions and one with all of them in every settlement; the ratio is to stay below 1.35.
func institutionEntries(households: Int, quarters: Int) throws -> [Contest.Entry] {
  let without = scenario(households: households, quarters: quarters)
  var mobilisation = SocialMobilisation()
  mobilisation.organisers = 1000
  mobilisation.visitsPerOrganiser = Double(households) / 1000
  mobilisation.credibility = 1
  mobilisation.womenOutreach = 0.5
  mobilisation.seedGrant = 1_000_000
  mobilisation.resourcePersons = 5
  mobilisation.visitsPerResourcePerson = 20
  // It enrols no single household: only what is done for places is to be measured.
  var programme = Programme(
    name: "Institutions", partner: "Everybody", from: without.start,
    until: CalendarQuarter(year: 2019 + quarters / 4, quarter: 4), priceYear: 2016, capacityPerQuarter: 0, package: [])
  programme.community = [
    CommunityIntervention(name: "mobilisation", kind: .socialMobilisation(mobilisation)),
    CommunityIntervention(name: "rates", kind: .marketRateAnalysis(gain: 0.2, cost: 0)),
    CommunityIntervention(name: "purchase", kind: .collectivePurchase(discount: 0.3, cost: 0)),
    CommunityIntervention(name: "works", kind: .collectiveWorks(cost: 0, localShare: 0)),
    CommunityIntervention(name: "display", kind: .displayCentre(marketGain: 0.05, setupCost: 0, runningCost: 0)),
  ]
  var with = without
  with.programmes = [programme]
  let model = try Model(baseline: without, survey: survey(), options: ModelOptions(threads: 1))
  let settled = model.settled(replication: 0)
  func entry(_ name: String, _ scenario: Scenario, expected: ClosedRange<Double>) -> Contest.Entry {
    Contest.Entry(
      name: name, units: households * quarters,
      work: { headcountRatio(at: model.run(scenario, from: settled, replication: 0, observeEvery: .max)) },
      expected: expected)
  }
  return [
    entry("quarter", without, expected: 0.22...0.27),
    entry("quarter with all institutions on", with, expected: 0.02...0.27),
  ]
}
