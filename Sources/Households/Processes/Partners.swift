import ExactMath
import Randomness
import Simulation

/// What programmes see of the scenario, of the world and of each other when they set up their desks.
struct ProgrammeSetting: Sendable {
  let scenario: Scenario
  let population: Population
  let stream: RandomStream
  /// What poverty surveys have found so far, by the programme that makes them: points of each household before they are
  /// cut to 0-100, NaN where the survey has not been.
  let surveys: [String: Column<Float>]
  /// What programmes note of the households that they have enrolled, by programme.
  let marks: [String: Column<EnrolmentMarks>]
  /// One register of beneficiaries for each partner, in the order of their first programmes.
  let registers: [PartnerRegister]
  /// The works of all communities, whoever paid for them.
  let works: CommunityWorks

  init(_ scenario: Scenario, population: Population, stream: RandomStream) {
    let households = population.households
    self.scenario = scenario
    self.population = population
    self.stream = stream
    surveys = scenario.programmes.filter(\.hasPovertySurvey).reduce(into: [:]) {
      $0[$1.name] = Column(repeating: .nan, count: households)
    }
    marks = scenario.programmes.reduce(into: [:]) { $0[$1.name] = Column(repeating: [], count: households) }
    registers = scenario.programmes.reduce(into: []) { registers, programme in
      guard !registers.contains(where: { $0.partner == programme.partner }) else { return }
      registers.append(PartnerRegister(partner: programme.partner, households: households))
    }
    works = CommunityWorks(
      scenario.parameters.programmes, settlements: population.geography.settlementCount, stream: stream)
  }
}

/// All that partners keep during a run: accounts, registers and the desks that enrol and deliver.
struct Partners: Sendable {
  let setting: ProgrammeSetting
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

  /// One register of beneficiaries for each partner.
  var registers: [PartnerRegister] { setting.registers }

  init(_ scenario: Scenario, population: Population, stream: RandomStream, workers: Int) {
    let setting = ProgrammeSetting(scenario, population: population, stream: stream)
    self.setting = setting
    var purses: [String: PartnerPurse] = [:]
    for partner in scenario.partners {
      guard let budget = partner.totalBudget,
        let deflator = scenario.parameters.prices.deflator(of: partner.priceYear)
      else { continue }
      purses[partner.name] = PartnerPurse(total: roundToMoneyGrid(budget / (1000 * deflator)))
    }
    accounts = zip(1..., scenario.programmes).map { [purses] number, programme in
      ProgrammeAccount(
        programme, number: number, scenario: scenario, weights: population.geography.weights,
        purse: purses[programme.partner])
    }
    areas = scenario.programmes.map { population.geography.names(of: scenario.area(of: $0)) }
    places = accounts.map { PlaceDesk($0, setting) }
    desks = zip(accounts, places).map { account, place in
      ProgrammeDesk(
        account, setting, skillCentres: place.tasks.compactMap { $0 as? SkillCentres }, workers: workers)
    }
    mobilisations = accounts.compactMap { MobilisationDesk($0, setting) }
  }
}
