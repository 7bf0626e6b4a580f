import Simulation

@testable import Households

/// Every variable of one household as plain values; equal where all bits are.
struct HouseholdState {
  var need, labourPotential: Double
  var persons, traits: UInt8
  var scoreBase: Float
  var initialWealth: Int16
  var assets, debt, savings, loan, promised, consumption: Double
  var welfare, labourDeviation, awareness, coaching, hunger, score: Float
  var wealth, surplus: Int16
  var distress, state, skill, standing, instalmentsLeft, graceLeft, lender, quartersOut, milestones: UInt8
  var quartersTrapped: UInt16

  init(_ population: Population, _ household: Int) {
    need = population.need[household]
    labourPotential = population.labourPotential[household]
    persons = population.persons[household]
    traits = population.traits[household].rawValue
    scoreBase = population.scoreBase[household]
    initialWealth = population.initialWealth[household]
    assets = population.assets[household]
    debt = population.debt[household]
    savings = population.savings[household]
    loan = population.loan[household]
    promised = population.promisedTransfer[household]
    consumption = population.consumption[household]
    welfare = population.welfare[household]
    labourDeviation = population.labourDeviation[household]
    awareness = population.awareness[household]
    coaching = population.coaching[household]
    hunger = population.hunger[household]
    score = population.score[household]
    wealth = population.wealth[household]
    surplus = population.surplus[household]
    distress = population.distress[household]
    state = population.state[household].rawValue
    skill = population.skill[household]
    standing = population.standing[household].rawValue
    instalmentsLeft = population.instalmentsLeft[household]
    graceLeft = population.graceLeft[household]
    lender = population.lender[household]
    quartersOut = population.quartersOut[household]
    milestones = population.milestones[household].rawValue
    quartersTrapped = population.quartersTrapped[household]
  }

  var economic: Int { Int(state % 4) }
  var social: Int { Int(state / 4 % 4) }
  var political: Int { Int(state / 16) }
}

extension HouseholdState: Equatable {
  private var reals: [UInt64] {
    [need, labourPotential, assets, debt, savings, loan, promised, consumption].map(\.bitPattern)
      + [scoreBase, welfare, labourDeviation, awareness, coaching, hunger, score].map { UInt64($0.bitPattern) }
  }

  private var wholes: [Int] {
    [persons, traits, distress, state, skill, standing, instalmentsLeft, graceLeft, lender, quartersOut, milestones]
      .map(Int.init)
      + [initialWealth, wealth, surplus].map(Int.init) + [Int(quartersTrapped)]
  }

  static func == (left: HouseholdState, right: HouseholdState) -> Bool {
    left.wholes == right.wholes && left.reals == right.reals
  }
}

/// Every variable of one settlement; equal where all bits are.
struct SettlementState {
  var markUp, patronPower, connectedPeers, roleModels, marketAccess, receivable: Double
  var organisedShare, rateInformation, purchaseDiscount: Double
  var works: UInt8
  var stance: PatronStance
  /// By `Flow.rawValue`.
  var flows: [Double]

  init(_ population: Population, _ settlement: Int) {
    markUp = population.markUp[settlement]
    patronPower = population.patronPower[settlement]
    connectedPeers = population.connectedPeers[settlement]
    roleModels = population.roleModels[settlement]
    marketAccess = population.marketAccess[settlement]
    receivable = population.receivable[settlement]
    organisedShare = population.communities.organisedShare[settlement]
    rateInformation = population.communities.rateInformation[settlement]
    purchaseDiscount = population.communities.purchaseDiscount[settlement]
    works = population.communities.works[settlement]
    stance = population.communities.stance[settlement]
    let width = Flow.allCases.count
    flows = Array(population.flows.elements[settlement * width..<(settlement + 1) * width])
  }
}

extension SettlementState: Equatable {
  static func == (left: SettlementState, right: SettlementState) -> Bool {
    func bits(_ state: SettlementState) -> [UInt64] {
      ([
        state.markUp, state.patronPower, state.connectedPeers, state.roleModels, state.marketAccess,
        state.receivable, state.organisedShare, state.rateInformation, state.purchaseDiscount, Double(state.works),
        Double(state.stance.rawValue),
      ] + state.flows).map(\.bitPattern)
    }
    return bits(left) == bits(right)
  }
}

/// What a neighbourhood's organisation is to its members.
struct NeighbourhoodState {
  let isActive: Bool
  let maturity, tier: Double

  init(_ population: Population, _ neighbourhood: Int) {
    isActive = population.communities.stage[neighbourhood] == .active
    maturity = population.communities.maturity[neighbourhood]
    tier = population.communities.tier[neighbourhood]
  }
}

extension Population {
  var neighbourhoodStates: [NeighbourhoodState] {
    (0..<geography.neighbourhoodCount).map { NeighbourhoodState(self, $0) }
  }

  /// The neighbourhood of each household.
  var neighbourhoodOfHousehold: [Int] {
    (0..<geography.neighbourhoodCount).flatMap { neighbourhood in
      geography.members(ofNeighbourhood: neighbourhood).map { _ in neighbourhood }
    }
  }

  var householdStates: [HouseholdState] { (0..<households).map { HouseholdState(self, $0) } }

  var settlementStates: [SettlementState] { (0..<geography.settlementCount).map { SettlementState(self, $0) } }

  /// A flow since creation, over all settlements.
  func total(_ flow: Flow) -> Double { settlementStates.reduce(0) { $0 + $1.flows[flow.rawValue] } }

  /// Households of a district.
  func households(of district: String) -> [Int] {
    (0..<geography.settlementCount)
      .filter { geography.places[geography.place(ofSettlement: $0)].district == district }
      .flatMap { Array(geography.members(ofSettlement: $0)) }
  }
}
