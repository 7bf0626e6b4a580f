import ExactMath
import Simulation

/// Whether local support organisations can pay their way (model, 7.4).
///
/// Fees and charges come out of the members' savings; meetings are paid from them. What community resource persons cost
/// is taken when they work, grants and loan charges are added when they are given.
struct Treasuries: Sendable {
  let parameters: InstitutionParameters

  /// Collects fees, pays for meetings and counts the quarters below zero.
  func settle(_ population: Population) {
    let geography = population.geography
    let communities = population.communities
    for council in 0..<geography.unionCouncilCount where communities.hasLocalSupportOrganisation[council] {
      let weight = geography.weights[geography.placeOfUnionCouncil[council]]
      let settlements = geography.settlements(ofUnionCouncil: council)
      let fees = settlements.reduce(0) { $0 + collectFees(population, settlement: $1) }
      let villages = settlements.count { communities.hasVillageOrganisation[$0] }
      let meetings = roundToMoneyGrid(weight * Double(villages) * parameters.meetingCost)
      communities.treasury[council] += roundToMoneyGrid(weight * fees) - meetings
      communities.federationCost[council] += meetings
      let quarters = communities.quartersInsolvent[council]
      communities.quartersInsolvent[council] = communities.treasury[council] < 0 ? max(quarters, quarters &+ 1) : 0
    }
  }

  /// Takes fee and charge out of the savings of a settlement's active members.
  /// - Returns: what the simulated households paid.
  private func collectFees(_ population: Population, settlement: Int) -> Double {
    let fee = roundToMoneyGrid(parameters.membershipFee)
    let (geography, standing) = (population.geography, population.standing.elements)
    let savings = population.savings.elements
    var total = 0.0
    for neighbourhood in geography.neighbourhoods(ofSettlement: settlement)
    where population.communities.stage[neighbourhood] == .active {
      for household in geography.members(ofNeighbourhood: neighbourhood) where standing[household].contains(.member) {
        let saved = savings[household]
        let paid = min(saved, fee)
        let charge = min(saved - paid, roundToMoneyGrid(parameters.savingsCharge * (saved - paid)))
        savings[household] = saved - (paid + charge)
        total += paid + charge
      }
    }
    population.add(total, to: .pooled, settlement: settlement)
    return total
  }
}
