import ExactMath
import Randomness
import Simulation

/// Numbers of the shocks process (model, 7.1).
public struct ShockParameters: Sendable {
  /// Probability that an event strikes a union council in a quarter.
  public var eventProbability = 0.02
  /// Mildest event.
  public var eventSeverityMinimum = 0.1
  /// Worst event.
  public var eventSeverityMaximum = 0.4
  /// Share of an event's severity that strikes assets.
  public var eventAssetShare = 0.5
  /// Probability of illness.
  public var illnessProbability = 0.06
  /// Added probability of illness with an elderly member.
  public var elderlyIllnessProbability = 0.02
  /// Mean cost of illness, share of need.
  public var illnessCost = 0.3
  /// Probability of losing assets.
  public var assetLossProbability = 0.168
  /// Share of assets lost.
  public var assetLossShare = 0.5
  /// Share of a shock that the network absorbs, by social level.
  public var insurance = [0, 0.10, 0.25, 0.35]
  /// Loss of labour income from which an event counts as severe.
  public var severeEvent = 0.2
  /// Illness cost from which illness counts as severe, share of need.
  public var severeIllness = 0.5
  /// Share of an event from which each of the settlement's works protects.
  public var worksProtection = 0.10
  /// Share of the cost of illness that members are spared below the highest tier.
  public var serviceAccess = 0.2

  static let catalogue: [ParameterDefinition] =
    [
      ParameterDefinition(
        "shocks.event_probability", \.shocks.eventProbability, "probability per quarter", 0...1, Source.assumed,
        "Chance that an event such as a flood strikes a whole union council."),
      ParameterDefinition(
        "shocks.event_severity_minimum", \.shocks.eventSeverityMinimum, "share of labour income", 0...1,
        Source.assumed, "Severity of the mildest event."),
      ParameterDefinition(
        "shocks.event_severity_maximum", \.shocks.eventSeverityMaximum, "share of labour income", 0...1,
        Source.assumed, "Severity of the worst event."),
      ParameterDefinition(
        "shocks.event_asset_share", \.shocks.eventAssetShare, "ratio", 0...1, Source.assumed,
        "Loss of assets in an event, relative to the loss of labour income."),
      ParameterDefinition(
        "shocks.illness_probability", \.shocks.illnessProbability, "probability per quarter", 0...1, Source.assumed,
        "Chance that illness costs a household money."),
      ParameterDefinition(
        "shocks.elderly_illness_probability", \.shocks.elderlyIllnessProbability, "probability per quarter", 0...1,
        Source.assumed, "Added chance of illness with a member over 64."),
      ParameterDefinition(
        "shocks.illness_cost", \.shocks.illnessCost, "share of quarterly need", 0...10, Source.assumed,
        "Mean cost of an illness; costs are exponentially distributed."),
      ParameterDefinition(
        "shocks.asset_loss_probability", \.shocks.assetLossProbability, "probability per quarter", 0...1,
        Source.assumed, "Chance of losing assets to death of animals, theft or fire.", interval: 0.09...0.31,
        evidence: .not),
      ParameterDefinition(
        "shocks.asset_loss_share", \.shocks.assetLossShare, "share of assets", 0...1, Source.assumed,
        "Share of assets that such a loss takes."),
      ParameterDefinition(
        "shocks.severe_event", \.shocks.severeEvent, "share of labour income", 0...1, Source.assumed,
        "Uninsured severity from which an event is felt as distress."),
      ParameterDefinition(
        "shocks.severe_illness", \.shocks.severeIllness, "share of quarterly need", 0...10, Source.assumed,
        "Cost from which an illness is felt as distress."),
      ParameterDefinition(
        "shocks.works_protection", \.shocks.worksProtection, "share per work", 0...1, Source.assumed,
        "Share of an event's severity from which each of a settlement's works protects it."),
      ParameterDefinition(
        "shocks.service_access", \.shocks.serviceAccess, "share of cost", 0...1, Source.assumed,
        "Share of the cost of illness that services spare a member whose organisation has the whole tier weight."),
    ]
    + Dimension.social.levelNames.enumerated().map { level, name in
      ParameterDefinition(
        "shocks.insurance.\(name)", \.shocks.insurance[level], "share of the shock", 0...1, Source.assumed,
        "Share of a shock that the network of a household at this social level absorbs.")
    }

  /// What shocks cost a household on average in a quarter: illness, share of need, and what events leave of labour income.
  func expected(social: Int, hasElderlyMember: Bool) -> (illnessCost: Double, labourFactor: Double) {
    let exposure = 1 - insurance[social]
    let probability = illnessProbability + (hasElderlyMember ? elderlyIllnessProbability : 0)
    let severity = (eventSeverityMinimum + eventSeverityMaximum) / 2
    return (probability * illnessCost * exposure, 1 - eventProbability * severity * exposure)
  }

  /// Share of an event's severity that a settlement feels behind its works: `max(0, 1 - protection works)`.
  func exposure(works: UInt8) -> Double { max(0, 1 - worksProtection * Double(works)) }
}

/// Process 1: events of union councils, illness and loss of assets (model, 7.1).
///
/// Works protect their settlement from events; members have better access to services in illness. Most households are
/// spared in most quarters, so the few that are struck are picked out by their draws and seen one by one.
/// The last of the four numbers of a household's draw is left to trade and consume, for a small purchase on credit.
/// Complexity: O(households), one draw each, no allocation.
struct Shocks: BlockProcess {
  static let description = ProcessDescription(
    name: "shocks",
    summary: "Events strike union councils, illness strikes households, and some lose assets.",
    rules: """
      An event strikes a union council with the same chance in every quarter; it lowers the labour income of its \
      households and takes a part of their assets. Illness costs a household money, more often where a member is \
      over 64. Some households lose assets to the death of animals, theft or fire. Social networks bear a part of \
      every shock, a settlement's works keep a part of each event away, and members of organisations that \
      federations link to services pay less for illness.
      """,
    parameterGroups: ["shocks"])

  var name: String { Self.description.name }
  let parameters: ShockParameters
  let stream: RandomStream

  func advance(_ world: World, _ block: Block, step: Int, worker: Int) {
    let population = world.population
    let workspace = world.workspaces[worker]
    let quarter = Int32(step)
    stream.fill(workspace.uniforms, for: block.members, quarter: quarter, purpose: .shocks)
    workspace.labourFactor[0..<block.members.count].update(repeating: 1)
    workspace.illnessCost[0..<block.members.count].update(repeating: 0)
    population.distress[block.members].update(repeating: 0)
    for settlement in block.groups {
      let severity =
        eventSeverity(population.geography.unionCouncilOfSettlement[settlement], quarter: quarter)
        * parameters.exposure(works: population.communities.works[settlement])
      if severity > 0 { strike(population, block, settlement, severity: severity, workspace) }
      loseAssets(population, block, settlement, severity: severity, workspace)
    }
    fallIll(population, block, workspace)
  }

  /// Share of a shock that a household feels: what its network does not absorb.
  private func exposure(_ state: DependencyState) -> Double { 1 - parameters.insurance[state.social] }

  /// Takes the labour income that an event costs.
  private func strike(
    _ population: Population, _ block: Block, _ settlement: Int, severity: Double, _ workspace: Workspace
  ) {
    let (state, distress) = (population.state[block.members], population.distress[block.members])
    for row in block.rows(of: population.geography.members(ofSettlement: settlement)) {
      let felt = severity * exposure(state[row])
      workspace.labourFactor[row] = 1 - felt
      if felt > 0 && felt >= parameters.severeEvent { distress[row] = Distress.severeShock }
    }
  }

  /// Takes the assets that events and accidents cost.
  private func loseAssets(
    _ population: Population, _ block: Block, _ settlement: Int, severity: Double, _ workspace: Workspace
  ) {
    let (state, assets) = (population.state[block.members], population.assets[block.members])
    let luck = workspace.uniforms[2].elements
    let probability = parameters.assetLossProbability
    var lostTotal = 0.0
    for row in block.rows(of: population.geography.members(ofSettlement: settlement))
    where severity > 0 || luck[row] < probability {
      let exposure = exposure(state[row])
      var kept = 1 - severity * exposure * parameters.eventAssetShare
      if luck[row] < probability { kept *= 1 - parameters.assetLossShare * exposure }
      let remaining = roundToMoneyGrid(assets[row] * kept)
      lostTotal += assets[row] - remaining
      assets[row] = remaining
    }
    population.add(lostTotal, to: .assetsLost, settlement: settlement)
  }

  /// Draws who falls ill and what treatment costs.
  private func fallIll(_ population: Population, _ block: Block, _ workspace: Workspace) {
    let (need, traits) = (population.need[block.members], population.traits[block.members])
    let (state, distress) = (population.state[block.members], population.distress[block.members])
    let standing = population.standing[block.members]
    let (illnessLuck, costLuck) = (workspace.uniforms[0].elements, workspace.uniforms[1].elements)
    let illnessCost = workspace.illnessCost.elements
    let (usual, elderly) = (parameters.illnessProbability, parameters.elderlyIllnessProbability)
    for neighbourhood in population.neighbourhoods(of: block) {
      let paidByMembers = 1 - parameters.serviceAccess * population.communities.tier[neighbourhood]
      for row in block.rows(of: population.geography.members(ofNeighbourhood: neighbourhood))
      where illnessLuck[row] < usual + elderly {
        guard illnessLuck[row] < (traits[row].contains(.elderlyMember) ? usual + elderly : usual) else { continue }
        let cost = roundToMoneyGrid(
          parameters.illnessCost * need[row] * exposure(state[row]) * exponentialVariate(costLuck[row])
            * (standing[row].contains(.member) ? paidByMembers : 1))
        illnessCost[row] = cost
        if cost > 0 && cost >= parameters.severeIllness * need[row] { distress[row] = Distress.severeShock }
      }
    }
  }

  /// Severity of the event that strikes a union council in a quarter; 0 where none does.
  private func eventSeverity(_ unionCouncil: Int, quarter: Int32) -> Double {
    let luck = stream.draw(
      entity: UInt32(truncatingIfNeeded: unionCouncil), quarter: quarter, purpose: .unionCouncilEvent)
    guard luck.uniform0 < parameters.eventProbability else { return 0 }
    let range = parameters.eventSeverityMaximum - parameters.eventSeverityMinimum
    return parameters.eventSeverityMinimum + luck.uniform1 * range
  }
}
