import ExactMath
import Simulation

/// Numbers of the patrons process (model, 7.8).
public struct PatronParameters: Sendable {
  /// Mark-up of a patron on whom everybody depends.
  public var markUpMaximum = 0.20
  /// Part of the distance to its goal that the mark-up moves in a quarter.
  public var markUpAdjustment = 0.10
  /// How far the settlement's state follows its households.
  public var feedback = 1.0
  /// Organised share from which a patron retaliates.
  public var retaliationFrom = 0.10
  /// Organised share above which a patron concedes.
  public var concessionFrom = 0.35
  /// Part of its power that a patron loses to a settlement in which everybody is organised.
  public var organisedErosion = 0.6
  /// Part of the mark-up that collective purchase takes where everybody is organised and the whole premium is avoided.
  public var purchaseErosion = 0.5
  /// Part of the mark-up that a conceding patron gives up.
  public var concession = 0.5
  /// Part of a member's debt that a retaliating patron calls in each quarter.
  public var debtCall = 0.10

  static let catalogue: [ParameterDefinition] = [
    ParameterDefinition(
      "patrons.mark_up_maximum", \.patrons.markUpMaximum, "share of market price", 0...5, Source.assumed,
      "Mark-up of a patron on whom every household of the settlement depends."),
    ParameterDefinition(
      "patrons.mark_up_adjustment", \.patrons.markUpAdjustment, "share per quarter", 0...1, Source.assumed,
      "Part of the distance to its goal that the mark-up moves in a quarter."),
    ParameterDefinition(
      "patrons.feedback", \.patrons.feedback, "share", 0...1, "model: 1; less is an experiment",
      "How far power, mark-up, connected peers and role models follow the households; 0: they stay as they were."),
    ParameterDefinition(
      "patrons.retaliation_from", \.patrons.retaliationFrom, "share of households", 0...2, Source.assumed,
      "Organised share of a settlement from which its patron retaliates; above 1: never."),
    ParameterDefinition(
      "patrons.concession_from", \.patrons.concessionFrom, "share of households", 0...2, Source.assumed,
      "Organised share of a settlement above which its patron concedes; above 1: never."),
    ParameterDefinition(
      "patrons.organised_erosion", \.patrons.organisedErosion, "share", 0...1, Source.assumed,
      "Part of the mark-up's goal that falls away where every household is organised."),
    ParameterDefinition(
      "patrons.purchase_erosion", \.patrons.purchaseErosion, "share", 0...1, Source.assumed,
      "Part of the mark-up's goal that falls away where every household is organised and avoids the whole premium."),
    ParameterDefinition(
      "patrons.concession", \.patrons.concession, "share", 0...1, Source.assumed,
      "Part of the mark-up's goal that a conceding patron gives up."),
    ParameterDefinition(
      "patrons.debt_call", \.patrons.debtCall, "share of debt per quarter", 0...1, Source.assumed,
      "Part of the debt of organised members that a retaliating patron calls in at once."),
  ]

  /// What a patron does where a share of its settlement is organised.
  func stance(organisedShare: Double) -> PatronStance {
    guard organisedShare > 0 else { return .accommodating }
    if organisedShare > concessionFrom { return .conceding }
    return organisedShare >= retaliationFrom ? .retaliating : .accommodating
  }

  /// The mark-up that a patron is heading for.
  func markUpGoal(power: Double, organisedShare: Double, purchaseDiscount: Double, stance: PatronStance) -> Double {
    markUpMaximum * power * (1 - organisedErosion * organisedShare)
      * (1 - purchaseErosion * purchaseDiscount * organisedShare) * (stance == .conceding ? 1 - concession : 1)
  }
}

/// Process 7: power, stance and mark-up of the patrons, and what neighbours can see of each other (model, 7.8).
///
/// Power is the share of the settlement's households with E <= 1; the mark-up moves towards `muMax power`, less what
/// organised households erode. A patron retaliates against few organised households, whose debts it calls in, and
/// concedes to many. Complexity: O(households), no allocation.
struct Patrons: BlockProcess {
  static let description = ProcessDescription(
    name: "patrons",
    summary: "Patrons gain or lose power, set their mark-up, and respond to organised households.",
    rules: """
      A patron's power is the share of the settlement's households that are bonded or tied to it. The mark-up \
      moves towards a maximum times that power, less what organised households and collective purchase take from \
      it. A patron retaliates against a movement that is small, and calls in the debts of its members; it concedes \
      to one that is large.
      """,
    parameterGroups: ["patrons"])

  var name: String { Self.description.name }
  let parameters: PatronParameters
  /// What members get for assets that they must sell.
  let trade: TradeParameters

  func advance(_ world: World, _ block: Block, step: Int, worker: Int) {
    for settlement in block.groups {
      let (population, communities) = (world.population, world.population.communities)
      Self.observeNeighbours(population, settlement: settlement, feedback: parameters.feedback)
      let organisedShare = communities.organisedShare[settlement]
      let stance = parameters.stance(organisedShare: organisedShare)
      communities.stance[settlement] = stance
      let goal = parameters.markUpGoal(
        power: population.patronPower[settlement], organisedShare: organisedShare,
        purchaseDiscount: communities.purchaseDiscount[settlement], stance: stance)
      let markUp = population.markUp[settlement]
      let adjustment = parameters.feedback * parameters.markUpAdjustment
      population.markUp[settlement] = markUp + adjustment * (goal - markUp)
      if stance == .retaliating { callDebts(population, settlement: settlement) }
    }
  }

  /// Makes the members of active organisations pay part of what they owe at once, as far as savings and assets reach.
  private func callDebts(_ population: Population, settlement: Int) {
    let (debt, savings, assets) = (population.debt.elements, population.savings.elements, population.assets.elements)
    var (repaid, discounted) = (0.0, 0.0)
    for neighbourhood in population.geography.neighbourhoods(ofSettlement: settlement)
    where population.communities.stage[neighbourhood] == .active {
      for household in population.geography.members(ofNeighbourhood: neighbourhood)
      where population.standing[household].contains(.member) && debt[household] > 0 {
        let due = roundToMoneyGrid(parameters.debtCall * debt[household])
        let drawn = min(savings[household], due)
        let (sold, fetched) = trade.distressSale(of: assets[household], toFetch: due - drawn)
        savings[household] -= drawn
        assets[household] -= sold
        debt[household] -= drawn + fetched
        repaid += drawn + fetched
        discounted += sold - fetched
      }
    }
    population.add(repaid, to: .repaid, settlement: settlement)
    population.add(discounted, to: .saleDiscount, settlement: settlement)
    population.receivable[settlement] -= repaid
  }

  /// Sets the shares of a settlement's households that depend on the patron, are connected, and are role models.
  static func observeNeighbours(_ population: Population, settlement: Int, feedback: Double = 1) {
    let members = population.geography.members(ofSettlement: settlement)
    let state = population.state.elements
    var (dependent, connected, roleModels) = (0, 0, 0)
    for household in members {
      dependent += state[household].isOnPatronsCredit ? 1 : 0
      connected += state[household].isConnected ? 1 : 0
      roleModels += state[household].isRoleModel ? 1 : 0
    }
    func follow(_ share: inout Double, _ count: Int) {
      share = feedback * (Double(count) / Double(members.count)) + (1 - feedback) * share
    }
    follow(&population.patronPower[settlement], dependent)
    follow(&population.connectedPeers[settlement], connected)
    follow(&population.roleModels[settlement], roleModels)
  }
}
