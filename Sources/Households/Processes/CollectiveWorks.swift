import ExactMath
import Randomness
import Simulation

/// Works for which a programme pays what organised households do not bring from their savings; the settlements with
/// the lowest mean welfare come first.
struct CollectiveWorks: PlaceTask {
  let books: PlaceBooks
  let area: WorkingArea
  let works: CommunityWorks
  /// Of a work, PKR thousand of 2015-16.
  let cost: Double
  /// Part of it that the members pay.
  let localShare: Double

  func work(_ population: Population, step: Int) {
    let geography = population.geography
    let contribution = roundToMoneyGrid(localShare * cost)
    let candidates = area.settlements.filter { works.canBuild(population, settlement: $0, step: step) }
      .map { (welfare: population.meanWelfare(ofSettlement: $0), settlement: $0) }
      .sorted { ($0.welfare, $0.settlement) < ($1.welfare, $1.settlement) }
    for (_, settlement) in candidates {
      let organisations = ActiveOrganisations(of: settlement, population)
      guard organisations.savings >= contribution else { continue }
      let weight = books.account.weights[geography.place(ofSettlement: settlement)]
      let households = weight * Double(geography.members(ofSettlement: settlement).count)
      guard books.pay(cost - contribution, weight: weight, households: households, step: step) else { return }
      organisations.pool(contribution)
      works.complete(population, settlement: settlement, step: step)
    }
  }
}

/// The works of all communities, whoever paid for them: where one can be built, self-help, and wear.
final class CommunityWorks: @unchecked Sendable {
  private let parameters: ProgrammeParameters
  private let stream: RandomStream
  /// Step in which each settlement last completed a work.
  private let lastWork: Column<Int32>

  init(_ parameters: ProgrammeParameters, settlements: Int, stream: RandomStream) {
    self.parameters = parameters
    self.stream = stream
    lastWork = Column(repeating: -4, count: settlements)
  }

  /// Whether a settlement has an organisation, use for another work, and built none in the last three quarters.
  func canBuild(_ population: Population, settlement: Int, step: Int) -> Bool {
    let communities = population.communities
    guard Double(communities.works[settlement]) < parameters.worksLimit, step - Int(lastWork[settlement]) >= 4 else {
      return false
    }
    return communities.hasVillageOrganisation[settlement] || ActiveOrganisations(of: settlement, population).exist
  }

  /// Adds a work to those in use.
  func complete(_ population: Population, settlement: Int, step: Int) {
    population.communities.works[settlement] += 1
    lastWork[settlement] = Int32(step)
  }

  /// Lets village organisations whose members have saved enough build a work with no help from outside.
  func helpThemselves(_ population: Population, step: Int) {
    let cost = roundToMoneyGrid(parameters.selfHelpCost)
    for settlement in 0..<lastWork.count
    where population.communities.hasVillageOrganisation[settlement]
      && canBuild(population, settlement: settlement, step: step)
    {
      let organisations = ActiveOrganisations(of: settlement, population)
      guard RoundingTolerance.reaches(organisations.savings * parameters.selfHelpPoolShare, cost) else { continue }
      organisations.pool(cost)
      complete(population, settlement: settlement, step: step)
    }
  }

  /// Lets works fall out of use, fewer of them where a village organisation keeps them up.
  func wear(_ population: Population, step: Int) {
    let communities = population.communities
    for settlement in 0..<lastWork.count where communities.works[settlement] > 0 {
      let isKeptUp = communities.hasVillageOrganisation[settlement]
      let probability = isKeptUp ? parameters.worksUpkeepWear : parameters.worksWear
      let worn = (0..<Int(communities.works[settlement])).count { work in
        stream.draw(settlement * 256 + work, .worksWear, step: step).uniform0 < probability
      }
      communities.works[settlement] -= UInt8(worn)
    }
  }
}

extension Population {
  /// Mean consumption over need of a settlement's households.
  fileprivate func meanWelfare(ofSettlement settlement: Int) -> Double {
    let members = geography.members(ofSettlement: settlement)
    return members.reduce(0) { $0 + Double(welfare[$1]) } / Double(members.count)
  }
}
