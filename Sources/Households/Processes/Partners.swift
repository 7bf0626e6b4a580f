import ExactMath
import Randomness
import Simulation

/// All that partners keep during a run: accounts, registers and the desks that enrol and deliver.
struct Partners: Sendable {
  /// Where they work.
  let geography: Geography
  /// What the poverty surveys have found so far, by the programme that makes them.
  let surveys: [String: SurveyedScores]
  /// The names of the district and union council of each programme, for tables; words where it works in several.
  let areas: [(district: String, unionCouncil: String)]
  /// One account for each programme, in the order of the scenario.
  let accounts: [ProgrammeAccount]
  /// One desk for each programme, for what households are offered.
  let desks: [ProgrammeDesk]
  /// One desk for each programme with a social mobilisation, in the order of the scenario.
  let mobilisations: [MobilisationDesk]
  /// One desk for each programme, for what is done for places.
  let places: [PlaceDesk]
  /// The works of all communities, whoever paid for them.
  let works: CommunityWorks
  /// One register of beneficiaries for each partner, in the order of their first programmes.
  let registers: [PartnerRegister]

  init(_ scenario: Scenario, population: Population, stream: RandomStream, workers: Int) {
    let geography = population.geography
    self.geography = geography
    var purses: [String: PartnerPurse] = [:]
    for partner in scenario.partners {
      guard let budget = partner.totalBudget,
        let deflator = scenario.parameters.prices.deflator(of: partner.priceYear)
      else { continue }
      purses[partner.name] = PartnerPurse(total: roundToMoneyGrid(budget / (1000 * deflator)))
    }
    var surveys: [String: SurveyedScores] = [:]
    for programme in scenario.programmes where programme.hasPovertySurvey {
      surveys[programme.name] = SurveyedScores(households: population.households)
    }
    self.surveys = surveys
    var accounts: [ProgrammeAccount] = []
    for (index, programme) in scenario.programmes.enumerated() {
      accounts.append(
        ProgrammeAccount(
          programme, number: index + 1, scenario: scenario, weights: population.geography.weights,
          purse: purses[programme.partner], lastStep: ProgrammeDesk.lastStep(of: programme, in: scenario)))
    }
    self.accounts = accounts
    areas = scenario.programmes.map { geography.names(of: scenario.area(of: $0)) }
    var registers: [PartnerRegister] = []
    var marks: [String: Column<EnrolmentMarks>] = [:]
    for programme in scenario.programmes {
      marks[programme.name] = Column(repeating: [], count: population.households)
      guard !registers.contains(where: { $0.partner == programme.partner }) else { continue }
      registers.append(PartnerRegister(partner: programme.partner, households: population.households))
    }
    self.registers = registers
    let setting = ProgrammeSetting(
      scenario: scenario, population: population, surveys: surveys, marks: marks, registers: registers)
    let works = CommunityWorks(
      scenario.parameters.programmes, settlements: geography.settlementCount, stream: stream)
    self.works = works
    let places = accounts.map { account in
      PlaceDesk(
        account, scenario: scenario, geography: geography, scores: surveys[account.programme.name], works: works,
        stream: stream)
    }
    self.places = places
    desks = zip(accounts, places).map { account, place in
      ProgrammeDesk(
        account, setting, skillCentres: place.tasks.compactMap { $0 as? SkillCentres }, stream: stream,
        workers: workers)
    }
    mobilisations = accounts.compactMap { account in
      for intervention in account.programme.community {
        guard case .socialMobilisation(let plan) = intervention.kind else { continue }
        return MobilisationDesk(
          intervention, plan: plan, account: account, scenario: scenario, geography: population.geography,
          survey: plan.survey.flatMap { surveys[$0] }, stream: stream)
      }
      return nil
    }
  }
}
