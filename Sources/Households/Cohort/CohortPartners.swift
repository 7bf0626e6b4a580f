import ExactMath

/// All that partners do in a projection, in the order of the model: organisations, work for places, enrolment, delivery.
final class CohortPartners {
  let accounts: [CohortAccount]
  let programmes: [CohortProgramme]
  private let organisations: CohortOrganisations?
  private let places: [CohortPlaceWork]
  private let treatment: CohortTreatment

  init(_ scenario: Scenario, rows: CohortRows) {
    let cohort = rows.cohort
    let (population, geography) = (cohort.population, cohort.population.geography)
    var purses: [String: PartnerPurse] = [:]
    for partner in scenario.partners {
      guard let budget = partner.totalBudget, let deflator = scenario.parameters.prices.deflator(of: partner.priceYear)
      else { continue }
      purses[partner.name] = PartnerPurse(total: budget / (1000 * deflator))
    }
    let accounts = scenario.programmes.map { programme in
      CohortAccount(programme, scenario: scenario, purse: purses[programme.partner])
    }
    self.accounts = accounts
    let places = accounts.map { CohortPlaceWork($0, scenario: scenario, geography: geography) }
    self.places = places
    var surveys: [String: CohortSurvey] = [:]
    for (account, place) in zip(accounts, places) { surveys[account.programme.name] = place.surveys.first }
    let mobilisations = accounts.compactMap { account -> CohortMobilisation? in
      for intervention in account.programme.community {
        guard case .socialMobilisation(let plan) = intervention.kind else { continue }
        return CohortMobilisation(
          intervention, plan: plan, account: account, survey: plan.survey.flatMap { surveys[$0] }, scenario: scenario,
          population: population)
      }
      return nil
    }
    organisations =
      mobilisations.isEmpty
      ? nil : CohortOrganisations(mobilisations, rows: rows, parameters: scenario.parameters)
    let means = (0..<cohort.classCount).map { ClassMeans(cohort, ofClass: $0, scenario.parameters) }
    let treatment = CohortTreatment(rows, scenario: scenario, means: means)
    self.treatment = treatment
    var programmes: [CohortProgramme] = []
    for (account, place) in zip(accounts, places) {
      let programme = account.programme
      let chosen =
        programme.targeting.membersChoose
        ? CohortChoice.shares(
          programme, cohort, settlements: geography.settlements(of: scenario.area(of: programme))
        ) { household in mobilisations.first { $0.joiningChance[household] > 0 }?.joiningChance[household] ?? 0 }
        : nil
      let earlier = programmes.filter { programme.after.contains($0.programme.name) }
      programmes.append(
        CohortProgramme(
          account, rows, treatment: treatment, means: means, scenario: scenario, surveys: surveys,
          skillCentres: place.skillCentres, chosen: chosen, after: earlier))
    }
    self.programmes = programmes
  }

  /// How many strands the rows of a scenario need.
  static func strands(of scenario: Scenario) -> Int {
    if scenario.programmes.contains(where: { !$0.package.isEmpty }) { return 4 }
    return scenario.programmes.contains { programme in
      programme.community.contains { if case .socialMobilisation = $0.kind { true } else { false } }
    } ? 2 : 1
  }

  /// Does the work of a quarter.
  func advance(step: Int) {
    organisations?.advance(step: step)
    treatment.fade()
    for place in places { place.work(step: step, treatment: treatment, organisations: organisations) }
    for programme in programmes { programme.enrol(step: step) }
    for programme in programmes { programme.deliver(step: step) }
    treatment.writeFeatures(quarter: step)
  }

  /// Expected costs by quarter, then by programme and intervention in the order of the scenario.
  var costs: [CostEntry] {
    let entries = accounts.flatMap(\.costs).enumerated()
    return entries.sorted { ($0.element.quarter, $0.offset) < ($1.element.quarter, $1.offset) }.map(\.element)
  }
}
