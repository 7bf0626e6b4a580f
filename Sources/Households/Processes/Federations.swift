import ExactMath
import Simulation

/// How villages, union councils and tehsils federate what is organised below them (model, 7.4).
///
/// A federation forms where its programme's coverage is reached and lapses below half of it. The criteria are those of
/// the programme that is at work in the place, or was the last to be; among several, of the first in the scenario.
struct Federations: Sendable {
  /// The programmes that cover each union council and each tehsil, in the order of the scenario.
  private let desksOfUnionCouncil: [[MobilisationDesk]]
  private let desksOfTehsil: [[MobilisationDesk]]
  private let unionCouncilsOfTehsil: [[Int]]
  /// Part of its coverage below which a federation lapses.
  private static let lapse = 0.5

  init(desks: [MobilisationDesk], geography: Geography) {
    let councils = 0..<geography.unionCouncilCount
    desksOfUnionCouncil = councils.map { council in desks.filter { $0.includes(unionCouncil: council) } }
    let members = geography.tehsilNames.indices.map { tehsil in
      councils.filter { geography.tehsilOfUnionCouncil[$0] == tehsil }
    }
    unionCouncilsOfTehsil = members
    desksOfTehsil = members.map { members in
      desks.filter { desk in members.contains { desk.includes(unionCouncil: $0) } }
    }
  }

  /// The programme that a union council goes by in a step; nil before the first begins.
  func desk(ofUnionCouncil council: Int, step: Int) -> MobilisationDesk? {
    Self.latest(desksOfUnionCouncil[council], step: step)
  }

  private static func latest(_ desks: [MobilisationDesk], step: Int) -> MobilisationDesk? {
    var latest: (desk: MobilisationDesk, step: Int)?
    for desk in desks {
      guard let last = desk.lastStepAtWork(by: step), last > latest?.step ?? .min else { continue }
      latest = (desk, last)
    }
    return latest?.desk
  }

  /// Lets federations form and lapse from below, and gives new local support organisations what their programme has for
  /// them.
  func form(_ population: Population, step: Int) {
    let communities = population.communities
    for (council, desks) in desksOfUnionCouncil.enumerated() {
      guard let desk = Self.latest(desks, step: step) else { continue }
      let settlements = population.geography.settlements(ofUnionCouncil: council)
      for settlement in settlements { formVillageOrganisation(population, settlement: settlement, desk) }
      let share = Self.share(of: settlements) { communities.hasVillageOrganisation[$0] }
      Self.update(&communities.hasLocalSupportOrganisation[council], share, desk.plan.unionCouncilCoverage)
      if communities.hasLocalSupportOrganisation[council] {
        desk.endow(communities, unionCouncil: council, step: step)
      }
    }
    for (tehsil, desks) in desksOfTehsil.enumerated() {
      guard let desk = Self.latest(desks, step: step) else { continue }
      let share = Self.share(of: unionCouncilsOfTehsil[tehsil]) { communities.hasLocalSupportOrganisation[$0] }
      Self.update(&communities.hasNetwork[tehsil], share, desk.plan.tehsilCoverage)
    }
  }

  private func formVillageOrganisation(_ population: Population, settlement: Int, _ desk: MobilisationDesk) {
    let communities = population.communities
    let share = communities.organisedShare[settlement]
    if !communities.hasVillageOrganisation[settlement], share > 0,
      RoundingTolerance.reaches(share, desk.plan.villageCoverage),
      !reachesPoorest(population, settlement: settlement, desk)
    {
      return
    }
    Self.update(&communities.hasVillageOrganisation[settlement], share, desk.plan.villageCoverage)
  }

  /// Whether enough of a settlement's extremely poor households are organised; so where there are none.
  private func reachesPoorest(_ population: Population, settlement: Int, _ desk: MobilisationDesk) -> Bool {
    var (poorest, organised) = (0, 0)
    for neighbourhood in population.geography.neighbourhoods(ofSettlement: settlement) {
      let isActive = population.communities.stage[neighbourhood] == .active
      for household in population.geography.members(ofNeighbourhood: neighbourhood)
      where desk.scores.points(population, household) <= MeasuredScores.extremelyPoor {
        poorest += 1
        organised += isActive ? population.standing[household].index(of: .member) : 0
      }
    }
    return RoundingTolerance.reaches(Double(organised), desk.plan.poorestCoverage * Double(poorest))
  }

  /// Lets a federation form at its coverage, or lapse below half of it; nobody federates where nobody is organised.
  private static func update(_ exists: inout Bool, _ share: Double, _ coverage: Double) {
    exists = share > 0 && RoundingTolerance.reaches(share, (exists ? lapse : 1) * coverage)
  }

  private static func share(of parts: some Collection<Int>, where holds: (Int) -> Bool) -> Double {
    Double(parts.count(where: holds)) / Double(max(1, parts.count))
  }
}

extension InstitutionParameters {
  /// Weight of the highest tier above the organisations of a settlement, through every tier between; 0 without any.
  func tierWeight(_ population: Population, settlement: Int) -> Double {
    let communities = population.communities
    let council = population.geography.unionCouncilOfSettlement[settlement]
    guard communities.hasVillageOrganisation[settlement] else { return 0 }
    guard communities.hasLocalSupportOrganisation[council] else { return tier[0] }
    return communities.hasNetwork[population.geography.tehsilOfUnionCouncil[council]] ? tier[2] : tier[1]
  }
}
