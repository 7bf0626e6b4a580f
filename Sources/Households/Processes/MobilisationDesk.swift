import Randomness
import Simulation

/// What one programme keeps of its social mobilisation: its crews, whom they visit and what that costs (model, 7.4).
///
/// Visits, persons and money are real: a simulated neighbourhood stands for as many as its households do.
final class MobilisationDesk: @unchecked Sendable {
  let plan: SocialMobilisation
  let account: ProgrammeAccount
  let scores: MeasuredScores

  private let parameters: InstitutionParameters
  private let geography: Geography
  private let orderLot: Lot
  private let enrolment: ClosedRange<Int>?
  private let staffMobiliser: Mobiliser
  private let resourcePersonMobiliser: Mobiliser
  private let area: WorkingArea
  private var staff = VisitDivision()
  private var resourcePersons: [VisitDivision]
  private let staffBooks: PlaceBooks
  private let resourcePersonBooks: PlaceBooks
  private let seedGrantBooks: PlaceBooks
  private let trainingBooks: PlaceBooks

  /// The desk of a programme; nil where it does not organise households.
  init?(_ account: ProgrammeAccount, _ setting: ProgrammeSetting) {
    guard let (name, plan) = account.programme.socialMobilisation else { return nil }
    let scenario = setting.scenario
    self.plan = plan
    self.account = account
    geography = setting.population.geography
    parameters = scenario.parameters.institutions
    let scores = MeasuredScores(
      survey: plan.survey.flatMap { setting.surveys[$0] }, wealthPoints: scenario.parameters.score.wealth)
    self.scores = scores
    let quality = (plan.selection + plan.training + plan.procedures) / 3
    staffMobiliser = Mobiliser(scores: scores, credibility: plan.credibility, womenOutreach: plan.womenOutreach)
    resourcePersonMobiliser = Mobiliser(
      scores: scores, credibility: scenario.parameters.institutions.resourcePersonCredibility * quality,
      womenOutreach: plan.womenOutreach)
    orderLot = Lot("\(account.programme.name)/visits", setting.stream)
    enrolment = account.programme.enrolment(in: scenario)
    area = WorkingArea(of: account.programme, setting)
    func books(_ work: String) -> PlaceBooks { PlaceBooks("\(name)/\(work)", account: account) }
    staffBooks = books("staff")
    resourcePersonBooks = books("resource persons")
    seedGrantBooks = books("seed grants")
    trainingBooks = books("training")
    resourcePersons = Array(repeating: VisitDivision(), count: geography.unionCouncilCount)
  }

  /// Whether the programme works in a union council.
  func includes(unionCouncil: Int) -> Bool { area.unionCouncils.contains(unionCouncil) }

  /// The last step of the programme's period up to a step; nil before it begins.
  func lastStepAtWork(by step: Int) -> Int? {
    guard let enrolment, enrolment.lowerBound <= step else { return nil }
    return min(step, enrolment.upperBound)
  }

  /// Whether the programme is in its period.
  func isRunning(step: Int) -> Bool { enrolment?.contains(step) ?? false }

  // MARK: - Visits

  /// Pays the staff and sends them out, where no community resource persons are at work.
  ///
  /// Each union council that resource persons take over ends the work of its part of the staff.
  func sendStaff(
    to population: Population, desks: [MobilisationDesk], _ organisations: CommunityOrganisations, step: Int
  ) {
    guard isRunning(step: step), account.hasMoney else { return }
    let communities = population.communities
    let councils = area.unionCouncils.filter {
      !parameters.hasWorkingResourcePersons(communities, unionCouncil: $0)
    }
    let organisers =
      plan.organisers * area.realUnionCouncils(councils) / max(1, area.realUnionCouncils(area.unionCouncils))
    let salaries = account.money(organisers * plan.salary)
    guard organisers > 0, staffBooks.spend(salaries, step: step) else { return }
    let others = desks.filter { $0 !== self && $0.isRunning(step: step) }.map(\.account.number)
    let calls = calls(on: population, unionCouncils: councils) { neighbourhood in
      !communities.isSupported[neighbourhood] && !others.contains(Int(communities.organiser[neighbourhood]))
    }
    var made: [Call] = []
    staff.divide(
      organisers * plan.visitsPerOrganiser, formationShare: parameters.formationShare,
      formations: calls.formations,
      supports: calls.supports
    ) { call in
      let travel = account.money(call.visits * plan.travelCost)
      guard staffBooks.spend(travel, step: step) else { return false }
      let joined = organisations.visit(call, population, by: staffMobiliser, step: step)
      communities.organiser[call.neighbourhood] =
        communities.stage[call.neighbourhood] == .none ? 0 : UInt8(account.number)
      staffBooks.count(units: call.visits, households: call.weight * Double(joined))
      communities.organisingCost[call.neighbourhood] += travel
      made.append(call)
      return true
    }
    let visits = made.reduce(0) { $0 + $1.visits }
    for call in made { communities.organisingCost[call.neighbourhood] += salaries * call.visits / visits }
  }

  /// Sends out the community resource persons of a local support organisation, if it has any at work.
  ///
  /// The programme pays them while it runs and its money lasts, then their organisation does.
  func sendResourcePersons(
    ofUnionCouncil council: Int, _ population: Population, _ organisations: CommunityOrganisations, step: Int
  ) {
    let communities = population.communities
    guard parameters.hasWorkingResourcePersons(communities, unionCouncil: council) else { return }
    let persons = plan.resourcePersons * area.unionCouncilWeights[council]
    let honoraria = account.money(persons * plan.honorarium)
    let isPaidByProgramme =
      isRunning(step: step) && account.hasMoney && resourcePersonBooks.spend(honoraria, step: step)
    if !isPaidByProgramme { communities.treasury[council] -= honoraria }
    communities.federationCost[council] += honoraria
    let calls = calls(on: population, unionCouncils: [council]) { !communities.isSupported[$0] }
    resourcePersons[council].divide(
      persons * plan.visitsPerResourcePerson * parameters.resourcePersonActivity,
      formationShare: parameters.formationShare, formations: calls.formations, supports: calls.supports
    ) { call in
      let joined = organisations.visit(call, population, by: resourcePersonMobiliser, step: step)
      if communities.stage[call.neighbourhood] != .none, communities.organiser[call.neighbourhood] == 0 {
        communities.organiser[call.neighbourhood] = UInt8(account.number)
      }
      if isPaidByProgramme {
        resourcePersonBooks.count(units: call.visits, households: call.weight * Double(joined))
      }
      return true
    }
  }

  /// The neighbourhoods that may be visited: those without an active organisation poorest first, the others least
  /// mature first; the lot decides among equals.
  private func calls(
    on population: Population, unionCouncils: [Int], where mayVisit: (Int) -> Bool
  ) -> (formations: [Call], supports: [Call]) {
    var (formations, supports): ([Call], [Call]) = ([], [])
    let communities = population.communities
    for council in unionCouncils {
      let weight = geography.weights[geography.placeOfUnionCouncil[council]]
      for settlement in geography.settlements(ofUnionCouncil: council) {
        for neighbourhood in geography.neighbourhoods(ofSettlement: settlement) where mayVisit(neighbourhood) {
          let isActive = communities.stage[neighbourhood] == .active
          let households = geography.members(ofNeighbourhood: neighbourhood)
          guard
            let key = isActive ? communities.maturity[neighbourhood] : scores.mean(population, of: households)
          else { continue }
          let call = Call(
            neighbourhood: neighbourhood, settlement: settlement, weight: weight,
            visits: weight * (isActive ? parameters.supportVisits : parameters.formationVisits), key: key,
            lot: orderLot.draw(neighbourhood).word0)
          if isActive { supports.append(call) } else { formations.append(call) }
        }
      }
    }
    return (formations.sorted(), supports.sorted())
  }

  // MARK: - Money for federations

  /// Gives a local support organisation its seed grant and trains its community resource persons, each once, as soon as
  /// the budget allows.
  func endow(_ communities: Communities, unionCouncil council: Int, step: Int) {
    guard isRunning(step: step), account.hasMoney else { return }
    let weight = area.unionCouncilWeights[council]
    let grant = account.money(weight * plan.seedGrant)
    if !communities.hasSeedGrant[council], grant > 0, seedGrantBooks.spend(grant, step: step) {
      communities.hasSeedGrant[council] = true
      communities.treasury[council] += grant
      seedGrantBooks.count(units: weight)
    }
    let persons = parameters.resourcePersonActivity > 0 ? weight * plan.resourcePersons : 0
    let training = account.money(persons * plan.trainingCost)
    if !communities.hasResourcePersons[council], persons > 0, trainingBooks.spend(training, step: step) {
      communities.hasResourcePersons[council] = true
      communities.federationCost[council] += training
      trainingBooks.count(units: persons)
    }
  }

  /// Enters what the quarter cost into the account.
  func closeBooks(step: Int) {
    for books in [staffBooks, resourcePersonBooks, seedGrantBooks, trainingBooks] { books.close(step: step) }
  }
}

extension InstitutionParameters {
  /// Whether a union council has community resource persons whom its local support organisation has not lost.
  func hasWorkingResourcePersons(_ communities: Communities, unionCouncil: Int) -> Bool {
    resourcePersonActivity > 0 && communities.hasLocalSupportOrganisation[unionCouncil]
      && communities.hasResourcePersons[unionCouncil] && !isInsolvent(communities, unionCouncil: unionCouncil)
  }

  /// Whether a treasury has been below zero for too long.
  func isInsolvent(_ communities: Communities, unionCouncil: Int) -> Bool {
    Double(communities.quartersInsolvent[unionCouncil]) >= insolvencyQuarters
  }
}
