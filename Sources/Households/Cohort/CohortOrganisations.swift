import ExactMath
import Simulation

/// How neighbourhoods organise in a projection: the institutions process in expectation (model, 7.4).
///
/// For each neighbourhood the chances of being without an organisation, of having one that does not meet the rules of
/// inclusion, an active or a dormant one, and the mean maturity of the active. Crews go down the same lists as in the
/// model, a part of a visit where a chance is less than 1. Village organisations, local support organisations and
/// networks follow from expected shares; what keeps them solvent is left out. Who has joined is a member with the chance
/// that the organisation is active.
final class CohortOrganisations {
  let desks: [CohortMobilisation]
  private let rows: CohortRows
  private let parameters: Parameters
  private let geography: Geography
  private(set) var active: [Double]
  private var forming: [Double]
  private var dormant: [Double]
  private var maturity: [Double]
  private var supported: [Double]
  private var organisedShare: [Double]
  private var hasVillageOrganisation: [Bool]
  private var hasLocalSupportOrganisation: [Bool]
  private var hasNetwork: [Bool]
  private let settlementOfNeighbourhood: [Int]
  /// Who would join, by class and neighbourhood: chances summed over households.
  private let joiners: [Joiners]
  private var sums: [ClassSums]

  private struct Joiners {
    let profileClass: Int
    let neighbourhood: Int
    var chance: Double
  }

  /// Members of a class, and what they feel of their organisations, summed over them.
  private struct ClassSums {
    var members = 0.0
    var maturity = 0.0
    var tier = 0.0
    var retaliation = 0.0
  }

  init(_ desks: [CohortMobilisation], rows: CohortRows, parameters: Parameters) {
    self.desks = desks
    self.rows = rows
    self.parameters = parameters
    let geography = rows.cohort.population.geography
    self.geography = geography
    let neighbourhoods = [Double](repeating: 0, count: geography.neighbourhoodCount)
    (active, forming, dormant) = (neighbourhoods, neighbourhoods, neighbourhoods)
    (maturity, supported) = (neighbourhoods, neighbourhoods)
    organisedShare = Array(repeating: 0, count: geography.settlementCount)
    hasVillageOrganisation = Array(repeating: false, count: geography.settlementCount)
    hasLocalSupportOrganisation = Array(repeating: false, count: geography.unionCouncilCount)
    hasNetwork = Array(repeating: false, count: geography.tehsilNames.count)
    var settlements = [Int](repeating: 0, count: geography.neighbourhoodCount)
    for settlement in 0..<geography.settlementCount {
      for neighbourhood in geography.neighbourhoods(ofSettlement: settlement) {
        settlements[neighbourhood] = settlement
      }
    }
    settlementOfNeighbourhood = settlements
    var neighbourhoodOfHousehold = [Int](repeating: 0, count: geography.householdCount)
    for neighbourhood in 0..<geography.neighbourhoodCount {
      for household in geography.members(ofNeighbourhood: neighbourhood) {
        neighbourhoodOfHousehold[household] = neighbourhood
      }
    }
    let chances = (0..<geography.householdCount).map { household in
      desks.first { $0.covers(neighbourhoodOfHousehold[household]) }?.joiningChance[household] ?? 0
    }
    let classes = rows.cohort.classes
    joiners = (0..<classes.count).flatMap { index in
      var joiners: [Joiners] = []
      for household in classes.members(of: index) where chances[household] > 0 {
        let neighbourhood = neighbourhoodOfHousehold[household]
        if let last = joiners.last, last.neighbourhood == neighbourhood {
          joiners[joiners.count - 1].chance += chances[household]
        } else {
          joiners.append(Joiners(profileClass: index, neighbourhood: neighbourhood, chance: chances[household]))
        }
      }
      return joiners
    }
    sums = Array(repeating: ClassSums(), count: classes.count)
  }

  /// Whether the patron of a household's settlement has conceded.
  func hasConceded(settlement: Int) -> Bool { stance(ofSettlement: settlement) == .conceding }

  /// The chance that a settlement has an active organisation.
  func chanceOfAny(settlement: Int) -> Double {
    1 - geography.neighbourhoods(ofSettlement: settlement).reduce(1) { $0 * (1 - active[$1]) }
  }

  // MARK: - A quarter

  /// Sends the crews out, lets organisations develop and federate, and moves households between members and others.
  func advance(step: Int) {
    for neighbourhood in supported.indices { supported[neighbourhood] = 0 }
    for desk in desks { sendStaff(desk, step: step) }
    for desk in desks { sendResourcePersons(desk, step: step) }
    develop()
    for desk in desks { federate(desk, step: step) }
    enter()
  }

  private func sendStaff(_ desk: CohortMobilisation, step: Int) {
    guard desk.isRunning(step: step) else { return }
    let councils = desk.councils.filter { !desk.hasResourcePersons[$0] || !hasLocalSupportOrganisation[$0] }
    let part = desk.realCouncils(councils) / max(1, desk.realCouncils(desk.councils))
    let organisers = desk.plan.organisers * part
    guard organisers > 0 else { return }
    let salaries = desk.account.money(organisers * desk.plan.salary)
    let paid = desk.account.affordableShare(of: [salaries], from: step)
    guard paid > 0.999_999 else { return }
    let visits = organisers * desk.plan.visitsPerOrganiser
    let made = visit(
      desk, councils: Set(councils), visits: visits, credibility: desk.plan.credibility,
      travel: desk.account.money(desk.plan.travelCost), reserved: salaries, step: step)
    _ = desk.account.spend(
      salaries + made.visits * desk.account.money(desk.plan.travelCost), on: desk.name + "/staff", units: made.visits,
      households: made.joined, step: step)
  }

  private func sendResourcePersons(_ desk: CohortMobilisation, step: Int) {
    guard desk.isRunning(step: step) else { return }
    for council in desk.councils where desk.hasResourcePersons[council] && hasLocalSupportOrganisation[council] {
      let persons = desk.plan.resourcePersons * desk.councilWeights[council]
      let honoraria = desk.account.money(persons * desk.plan.honorarium)
      guard desk.account.affordableShare(of: [honoraria], from: step) > 0.999_999 else { continue }
      let made = visit(
        desk, councils: [council],
        visits: persons * desk.plan.visitsPerResourcePerson * parameters.institutions.resourcePersonActivity,
        credibility: desk.resourcePersonCredibility, travel: 0, reserved: honoraria, step: step)
      _ = desk.account.spend(
        honoraria, on: desk.name + "/resource persons", units: made.visits, households: made.joined, step: step)
    }
  }

  /// Makes visits down both lists, as in `VisitDivision`.
  private func visit(
    _ desk: CohortMobilisation, councils: Set<Int>, visits: Double, credibility: Double, travel: Double,
    reserved: Double, step: Int
  ) -> (visits: Double, joined: Double) {
    let rules = parameters.institutions
    var left = visits
    if travel > 0 {
      // As many as there is money for.
      left *= desk.account.affordableShare(of: [reserved + visits * travel], from: step)
    }
    let callable = desk.neighbourhoods.filter { neighbourhood in
      let council = geography.unionCouncilOfSettlement[settlementOfNeighbourhood[neighbourhood]]
      return councils.contains(council) && desk.isKnown(neighbourhood: neighbourhood)
    }
    var made = (visits: 0.0, joined: 0.0)
    var part = (formation: rules.formationShare * left, support: (1 - rules.formationShare) * left)
    func form(_ budget: inout Double, again: Bool) {
      for neighbourhood in callable where budget > 1e-9 {
        let open = max(0, 1 - active[neighbourhood] - (again ? supported[neighbourhood] : 0))
        let needed = desk.weight(neighbourhood) * rules.formationVisits * open
        guard needed > 0 else { continue }
        let share = min(1, budget / needed)
        budget -= share * needed
        made.visits += share * needed
        made.joined += formation(desk, neighbourhood, share: share, credibility: credibility)
      }
    }
    func support(_ budget: inout Double) {
      let active = callable.filter { self.active[$0] > 0 }
      for neighbourhood in active.sorted(by: { (maturity[$0], $0) < (maturity[$1], $1) }) where budget > 1e-9 {
        let needed =
          desk.weight(neighbourhood) * rules.supportVisits * self.active[neighbourhood]
          * (1 - supported[neighbourhood])
        guard needed > 0 else { continue }
        let share = min(1, budget / needed)
        budget -= share * needed
        made.visits += share * needed
        supported[neighbourhood] += share * (1 - supported[neighbourhood])
      }
    }
    // Support goes to those who were active when the quarter began.
    support(&part.support)
    part.formation += part.support
    form(&part.formation, again: false)
    support(&part.formation)
    return made
  }

  /// What a visit to the part of a neighbourhood's futures without an active organisation brings about.
  /// - Returns: real households that join.
  private func formation(
    _ desk: CohortMobilisation, _ neighbourhood: Int, share: Double, credibility: Double
  ) -> Double {
    let rules = parameters.institutions
    let settlement = settlementOfNeighbourhood[neighbourhood]
    let chance = logistic(
      rules.formationConstant + rules.formationPoorShare * desk.poorShare[neighbourhood]
        + rules.formationOrganisedShare * organisedShare[settlement] + rules.formationCredibility * credibility
        - rules.formationPatronPower * rows.cohort.population.patronPower[settlement])
    let none = max(0, 1 - active[neighbourhood] - forming[neighbourhood] - dormant[neighbourhood])
    let (formed, woken) = (share * chance * none, share * chance * dormant[neighbourhood])
    let inclusive = desk.inclusionChance[neighbourhood]
    let before = active[neighbourhood]
    let started = formed * inclusive + woken
    forming[neighbourhood] += formed * (1 - inclusive)
    dormant[neighbourhood] -= woken
    active[neighbourhood] += started
    if active[neighbourhood] > 0 {
      // New organisations start without maturity, in a quarter in which they are supported.
      maturity[neighbourhood] *= before / active[neighbourhood]
      supported[neighbourhood] = (supported[neighbourhood] * before + started) / active[neighbourhood]
    }
    return desk.weight(neighbourhood) * formed * desk.expectedJoiners[neighbourhood]
  }

  private func develop() {
    let rules = parameters.institutions
    for neighbourhood in active.indices where active[neighbourhood] > 0 || forming[neighbourhood] > 0 {
      let tier = tierWeight(settlement: settlementOfNeighbourhood[neighbourhood])
      let share = min(1, supported[neighbourhood])
      let before = maturity[neighbourhood]
      maturity[neighbourhood] =
        share * (before + rules.maturityGain * (1 - before)) + (1 - share) * max(0, before - rules.maturityLoss)
      let hazard = rules.dormancyHazard * (1 - maturity[neighbourhood]) * (1 - tier)
      let struck = active[neighbourhood] * hazard
      active[neighbourhood] -= struck
      dormant[neighbourhood] += struck
      forming[neighbourhood] *= 1 - rules.dormancyHazard * (1 - share)
    }
    var organised = [Double](repeating: 0, count: organisedShare.count)
    for entry in joiners {
      organised[settlementOfNeighbourhood[entry.neighbourhood]] += active[entry.neighbourhood] * entry.chance
    }
    for settlement in organised.indices {
      organisedShare[settlement] = organised[settlement] / Double(geography.members(ofSettlement: settlement).count)
    }
  }

  private func federate(_ desk: CohortMobilisation, step: Int) {
    guard desk.hasStarted(step: step) else { return }
    for council in desk.councils {
      let settlements = geography.settlements(ofUnionCouncil: council)
      for settlement in settlements {
        let share = organisedShare[settlement]
        let exists = hasVillageOrganisation[settlement]
        let poorest = exists ? 1 : desk.poorestOrganised(settlement: settlement, active)
        hasVillageOrganisation[settlement] =
          Self.exists(exists, share, desk.plan.villageCoverage)
          && RoundingTolerance.reaches(poorest, desk.plan.poorestCoverage)
      }
      let villages = Double(settlements.count { hasVillageOrganisation[$0] }) / Double(max(1, settlements.count))
      hasLocalSupportOrganisation[council] = Self.exists(
        hasLocalSupportOrganisation[council], villages, desk.plan.unionCouncilCoverage)
      if hasLocalSupportOrganisation[council], desk.isRunning(step: step) { desk.endow(council, step: step) }
    }
    for tehsil in hasNetwork.indices {
      let councils = (0..<geography.unionCouncilCount).filter { geography.tehsilOfUnionCouncil[$0] == tehsil }
      guard councils.contains(where: desk.councils.contains) else { continue }
      let share = Double(councils.count { hasLocalSupportOrganisation[$0] }) / Double(councils.count)
      hasNetwork[tehsil] = Self.exists(hasNetwork[tehsil], share, desk.plan.tehsilCoverage)
    }
  }

  /// A federation forms at its coverage and lapses below half of it.
  private static func exists(_ exists: Bool, _ share: Double, _ coverage: Double) -> Bool {
    share > 0 && RoundingTolerance.reaches(share, (exists ? 0.5 : 1) * coverage)
  }

  private func tierWeight(settlement: Int) -> Double {
    let council = geography.unionCouncilOfSettlement[settlement]
    let tier = parameters.institutions.tier
    guard hasVillageOrganisation[settlement] else { return 0 }
    guard hasLocalSupportOrganisation[council] else { return tier[0] }
    return hasNetwork[geography.tehsilOfUnionCouncil[council]] ? tier[2] : tier[1]
  }

  private func stance(ofSettlement settlement: Int) -> PatronStance {
    parameters.patrons.stance(organisedShare: organisedShare[settlement])
  }

  // MARK: - Members

  /// Moves households to and from the strands of members, and tells these what their organisations are.
  private func enter() {
    for index in sums.indices { sums[index] = ClassSums() }
    for entry in joiners where active[entry.neighbourhood] > 0 {
      let members = active[entry.neighbourhood] * entry.chance
      let settlement = settlementOfNeighbourhood[entry.neighbourhood]
      sums[entry.profileClass].members += members
      sums[entry.profileClass].maturity += members * maturity[entry.neighbourhood]
      sums[entry.profileClass].tier += members * maturity[entry.neighbourhood] * tierWeight(settlement: settlement)
      if stance(ofSettlement: settlement) == .retaliating { sums[entry.profileClass].retaliation += members }
    }
    for (index, sum) in sums.enumerated() {
      let share = sum.members / Double(rows.cohort.classes.members(of: index).count)
      rows.setMembers(share, ofClass: index)
      guard sum.members > 0 else { continue }
      for strand in 0..<rows.strands where strand & CohortRows.member != 0 {
        let row = rows.row(ofClass: index, strand: strand)
        rows.set(.organisationMaturity, ofRow: row, to: sum.maturity / sum.members)
        rows.set(.tier, ofRow: row, to: sum.tier / sum.members)
        rows.set(.retaliation, ofRow: row, to: sum.retaliation / sum.members)
      }
    }
  }
}
