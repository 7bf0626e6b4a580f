import Simulation

/// Numbers of the patrons process (model, 7.8).
public struct PatronParameters: Sendable {
  /// Mark-up of a patron on whom everybody depends.
  public var markUpMaximum = 0.20
  /// Part of the distance to its goal that the mark-up moves in a quarter.
  public var markUpAdjustment = 0.10
  /// 1: households react to their settlement; 0: the settlement's state stays as it is.
  public var feedback = 1.0

  static let catalogue: [ParameterDefinition] = [
    ParameterDefinition(
      "patrons.mark_up_maximum", \.patrons.markUpMaximum, "share of market price", 0...5, Source.assumed,
      "Mark-up of a patron on whom every household of the settlement depends."),
    ParameterDefinition(
      "patrons.mark_up_adjustment", \.patrons.markUpAdjustment, "share per quarter", 0...1, Source.assumed,
      "Part of the distance to its goal that the mark-up moves in a quarter."),
    ParameterDefinition(
      "patrons.feedback", \.patrons.feedback, "switch, 0 or 1", 0...1, "model: design switch",
      "1: power, mark-up, connected peers and role models follow the households; 0: they stay as they were."),
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
    guard parameters.feedback > 0 else { return }
    for settlement in block.groups {
      Self.observeNeighbours(world.population, settlement: settlement)
      let goal = parameters.markUpMaximum * world.population.patronPower[settlement]
      let markUp = world.population.markUp[settlement]
      world.population.markUp[settlement] = markUp + parameters.markUpAdjustment * (goal - markUp)
    }
  }

  /// Sets the shares of a settlement's households that depend on the patron, are connected, and are role models.
  static func observeNeighbours(_ population: Population, settlement: Int) {
    let members = population.geography.members(ofSettlement: settlement)
    let state = population.state.elements
    var (dependent, connected, roleModels) = (0, 0, 0)
    for household in members {
      dependent += state[household].isOnPatronsCredit ? 1 : 0
      connected += state[household].isConnected ? 1 : 0
      roleModels += state[household].isRoleModel ? 1 : 0
    }
    let count = Double(members.count)
    population.patronPower[settlement] = Double(dependent) / count
    population.connectedPeers[settlement] = Double(connected) / count
    population.roleModels[settlement] = Double(roleModels) / count
  }
}
