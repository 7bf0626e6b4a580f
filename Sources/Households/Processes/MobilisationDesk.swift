import Randomness
import Simulation

/// What one programme keeps of its social mobilisation: its crews, whom they visit and what that costs (model, 7.4).
///
/// Visits, persons and money are real: a simulated neighbourhood stands for as many as its households do.
final class MobilisationDesk: @unchecked Sendable {
  /// The name under which costs are booked.
  let name: String
  let plan: SocialMobilisation
  let account: ProgrammeAccount
  let scores: MeasuredScores
  /// Real union councils that each simulated one stands for.
  let unionCouncilWeights: [Double]

  private let parameters: InstitutionParameters
  private let geography: Geography
  private let stream: RandomStream
  private let orderPurpose: Purpose
  private let enrolment: ClosedRange<Int>?
  private let staffMobiliser: Mobiliser
  private let resourcePersonMobiliser: Mobiliser
  private let unionCouncils: [Int]
  private let areaIncludes: [Bool]
  private var staff = VisitDivision()
  private var resourcePersons: [VisitDivision]
  private var staffBook = MobilisationBook()
  private var resourcePersonBook = MobilisationBook()
  private var seedGrantBook = MobilisationBook()
  private var trainingBook = MobilisationBook()

  init(
    _ intervention: CommunityIntervention, plan: SocialMobilisation, account: ProgrammeAccount, scenario: Scenario,
    geography: Geography, survey: SurveyedScores?, stream: RandomStream
  ) {
    name = intervention.name
    self.plan = plan
    self.account = account
    self.geography = geography
    self.stream = stream
    parameters = scenario.parameters.institutions
    let scores = MeasuredScores(survey: survey, wealthPoints: scenario.parameters.score.wealth)
    self.scores = scores
    let quality = (plan.selection + plan.training + plan.procedures) / 3
    staffMobiliser = Mobiliser(scores: scores, credibility: plan.credibility, womenOutreach: plan.womenOutreach)
    resourcePersonMobiliser = Mobiliser(
      scores: scores, credibility: scenario.parameters.institutions.resourcePersonCredibility * quality,
      womenOutreach: plan.womenOutreach)
    unionCouncilWeights = geography.unionCouncilWeights(sizes: scenario.parameters.initial.unionCouncilSize)
    orderPurpose = Purpose(label: "\(account.programme.name)/visits")
    enrolment = account.programme.enrolment(in: scenario)
    let area = scenario.area(of: account.programme)
    let areaIncludes = (0..<geography.unionCouncilCount).map { council in
      geography.settlements(ofUnionCouncil: council).contains { geography.includes(area, settlement: $0) }
    }
    self.areaIncludes = areaIncludes
    unionCouncils = areaIncludes.indices.filter { areaIncludes[$0] }
    resourcePersons = Array(repeating: VisitDivision(), count: geography.unionCouncilCount)
  }

  /// Whether the programme works in a union council; all settlements of one are of one type.
  func includes(unionCouncil: Int) -> Bool { areaIncludes[unionCouncil] }

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
    let councils = unionCouncils.filter {
      !parameters.hasWorkingResourcePersons(communities, unionCouncil: $0)
    }
    let organisers = plan.organisers * realUnionCouncils(councils) / max(1, realUnionCouncils(unionCouncils))
    let salaries = account.money(organisers * plan.salary)
    guard organisers > 0, account.spendIfWithinBudget(salaries, step: step) else { return }
    staffBook.money += salaries
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
      guard account.spendIfWithinBudget(travel, step: step) else { return false }
      let joined = organisations.visit(call, population, by: staffMobiliser, step: step)
      communities.organiser[call.neighbourhood] =
        communities.stage[call.neighbourhood] == .none ? 0 : UInt8(account.number)
      staffBook.add(units: call.visits, households: call.weight * Double(joined), money: travel)
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
    let persons = plan.resourcePersons * unionCouncilWeights[council]
    let honoraria = account.money(persons * plan.honorarium)
    let isPaidByProgramme =
      isRunning(step: step) && account.hasMoney && account.spendIfWithinBudget(honoraria, step: step)
    if !isPaidByProgramme { communities.treasury[council] -= honoraria }
    communities.federationCost[council] += honoraria
    var book = MobilisationBook(money: honoraria)
    let calls = calls(on: population, unionCouncils: [council]) { !communities.isSupported[$0] }
    resourcePersons[council].divide(
      persons * plan.visitsPerResourcePerson * parameters.resourcePersonActivity,
      formationShare: parameters.formationShare, formations: calls.formations, supports: calls.supports
    ) { call in
      let joined = organisations.visit(call, population, by: resourcePersonMobiliser, step: step)
      if communities.stage[call.neighbourhood] != .none, communities.organiser[call.neighbourhood] == 0 {
        communities.organiser[call.neighbourhood] = UInt8(account.number)
      }
      book.add(units: call.visits, households: call.weight * Double(joined), money: 0)
      return true
    }
    if isPaidByProgramme { resourcePersonBook.add(book) }
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
          let lot = stream.draw(
            entity: UInt32(truncatingIfNeeded: neighbourhood), quarter: 0, purpose: orderPurpose)
          let call = Call(
            neighbourhood: neighbourhood, settlement: settlement, weight: weight,
            visits: weight * (isActive ? parameters.supportVisits : parameters.formationVisits), key: key,
            lot: lot.word0)
          if isActive { supports.append(call) } else { formations.append(call) }
        }
      }
    }
    return (formations.sorted(), supports.sorted())
  }

  private func realUnionCouncils(_ councils: [Int]) -> Double { councils.reduce(0) { $0 + unionCouncilWeights[$1] } }

  // MARK: - Money for federations

  /// Gives a local support organisation its seed grant and trains its community resource persons, each once, as soon as
  /// the budget allows.
  func endow(_ communities: Communities, unionCouncil council: Int, step: Int) {
    guard isRunning(step: step), account.hasMoney else { return }
    let weight = unionCouncilWeights[council]
    let grant = account.money(weight * plan.seedGrant)
    if !communities.hasSeedGrant[council], grant > 0, account.spendIfWithinBudget(grant, step: step) {
      communities.hasSeedGrant[council] = true
      communities.treasury[council] += grant
      seedGrantBook.add(units: weight, households: 0, money: grant)
    }
    let persons = parameters.resourcePersonActivity > 0 ? weight * plan.resourcePersons : 0
    let training = account.money(persons * plan.trainingCost)
    if !communities.hasResourcePersons[council], persons > 0, account.spendIfWithinBudget(training, step: step) {
      communities.hasResourcePersons[council] = true
      communities.federationCost[council] += training
      trainingBook.add(units: persons, households: 0, money: training)
    }
  }

  /// Enters what the quarter cost into the account.
  func closeBooks(step: Int) {
    for (work, book) in [
      ("staff", staffBook), ("resource persons", resourcePersonBook), ("seed grants", seedGrantBook),
      ("training", trainingBook),
    ] {
      account.book(
        "\(name)/\(work)", units: book.units, households: book.households, money: book.money, step: step)
    }
    (staffBook, resourcePersonBook) = (MobilisationBook(), MobilisationBook())
    (seedGrantBook, trainingBook) = (MobilisationBook(), MobilisationBook())
  }
}

/// What one kind of work did and cost in a quarter.
private struct MobilisationBook {
  var units = 0.0
  var households = 0.0
  var money = 0.0

  mutating func add(units: Double, households: Double, money: Double) {
    self.units += units
    self.households += households
    self.money += money
  }

  mutating func add(_ other: MobilisationBook) {
    add(units: other.units, households: other.households, money: other.money)
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
