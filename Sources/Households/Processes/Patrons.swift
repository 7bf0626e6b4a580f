import Simulation

/// Numbers of the patrons process (model, 7.8).
public struct PatronParameters: Sendable {
  /// Mark-up of a patron on whom everybody depends.
  public var markUpMaximum = 0.20
  /// Part of the distance to its goal that the mark-up moves in a quarter.
  public var markUpAdjustment = 0.10
  /// How far the settlement's state follows its households.
  public var feedback = 1.0

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
  ]
}

/// Process 7: power and mark-up of the patrons, and what neighbours can see of each other (model, 7.8).
///
/// Power is the share of the settlement's households with E <= 1; the mark-up moves towards `muMax power`.
/// Complexity: O(households), no allocation.
struct Patrons: BlockProcess {
  let name = "patrons"
  let parameters: PatronParameters

  func advance(_ world: World, _ block: Block, step: Int, worker: Int) {
    for settlement in block.groups {
      Self.observeNeighbours(world.population, settlement: settlement, feedback: parameters.feedback)
      let goal = parameters.markUpMaximum * world.population.patronPower[settlement]
      let markUp = world.population.markUp[settlement]
      let adjustment = parameters.feedback * parameters.markUpAdjustment
      world.population.markUp[settlement] = markUp + adjustment * (goal - markUp)
    }
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
