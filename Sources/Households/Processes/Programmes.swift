import Randomness
import Simulation

/// Numbers of the programmes process (model, 7.6).
public struct ProgrammeParameters: Sendable {
  /// Part of the awareness stock lost in a quarter.
  public var awarenessDecay = 0.05
  /// Part of their neighbours' mean awareness that those who were not there hear of.
  public var awarenessSpread = 0.25
  /// Part of what a household is given or lent at once that becomes productive assets.
  public var windfallShare = 0.50
  /// Quarters after the last instalment up to which a household counts what a loan will earn.
  public var loanHorizonQuarters = 8.0
  /// Part of what is to be paid back that a loan's returns must carry before a household takes it; 0: every loan is taken.
  public var loanCoverage = 1.0
  /// Part of the coaching stock lost in a quarter.
  public var coachingDecay = 0.10
  /// Part of what people know of market rates that is out of date after a quarter.
  public var rateInformationDecay = 0.05
  /// Works that a settlement has use for.
  public var worksLimit = 4.0
  /// Chance that a work falls out of use in a quarter.
  public var worksWear = 0.03
  /// The same where a village organisation keeps works up.
  public var worksUpkeepWear = 0.01
  /// Cost of a work that a community builds by itself, PKR thousand of 2015-16.
  public var selfHelpCost = 100.0
  /// Most of its members' savings that a community puts into a work of its own.
  public var selfHelpPoolShare = 0.2

  static let catalogue: [ParameterDefinition] = [
    ParameterDefinition(
      "programmes.awareness_decay", \.programmes.awarenessDecay, "share per quarter", 0...1, Source.assumed,
      "Part of what awareness training gave that is forgotten in a quarter."),
    ParameterDefinition(
      "programmes.awareness_spread", \.programmes.awarenessSpread, "share", 0...1, Source.assumed,
      "Part of the mean awareness of a neighbourhood that those of its households hear of who were not trained."),
    ParameterDefinition(
      "programmes.windfall_share", \.programmes.windfallShare, "share", 0...1, Source.calibrated,
      "Part of assets given and of loans that becomes productive assets; the rest is cash of the next quarter.",
      interval: 0.31...0.81, evidence: .weakly),
    ParameterDefinition(
      "programmes.loan_horizon", \.programmes.loanHorizonQuarters, "quarters", 0...400, Source.assumed,
      "Quarters after the last instalment up to which a household counts what a loan will earn when it takes one."),
    ParameterDefinition(
      "programmes.loan_coverage", \.programmes.loanCoverage, "share", 0...10, Source.assumed,
      "Part of what is to be paid back that a loan's returns must carry before a household takes it; 0: all are taken."),
    ParameterDefinition(
      "programmes.coaching_decay", \.programmes.coachingDecay, "share per quarter", 0...1, Source.assumed,
      "Part of the effect of coaching that fades in a quarter after the coach has left."),
    ParameterDefinition(
      "programmes.rate_information_decay", \.programmes.rateInformationDecay, "share per quarter", 0...1,
      Source.assumed, "Part of what people know of market rates that is out of date after a quarter."),
    ParameterDefinition(
      "programmes.works_limit", \.programmes.worksLimit, "works", 0...255, Source.assumed,
      "Works such as a lane, a drain or a water scheme that a settlement has use for."),
    ParameterDefinition(
      "programmes.works_wear", \.programmes.worksWear, "probability per quarter", 0...1, Source.assumed,
      "Chance that a work falls out of use in a quarter."),
    ParameterDefinition(
      "programmes.works_upkeep_wear", \.programmes.worksUpkeepWear, "probability per quarter", 0...1, Source.assumed,
      "Chance that a work falls out of use in a quarter where a village organisation keeps it up."),
    ParameterDefinition(
      "programmes.self_help_cost", \.programmes.selfHelpCost, "PKR thousand of 2015-16", 0...100_000,
      Source.assumed, "Cost of a work that a village organisation builds from its members' savings alone."),
    ParameterDefinition(
      "programmes.self_help_pool_share", \.programmes.selfHelpPoolShare, "share of savings", 0...1,
      "assumed: 80% of 781 local support organisations studied had self-help activity (RSPN 2014)",
      "Most of its members' savings that a village organisation puts into a work of its own, once a year."),
  ]
}

/// Process 5: partners register, enrol and deliver (model, 7.6 and 7.7).
///
/// What is done for places comes first. Then programmes enrol in the order of the scenario, each down its own list while
/// money, time and capacity last; then all blocks receive what is due at the same time.
/// Complexity: O(households) for each programme that is delivering.
struct Programmes: WholeProcess {
  static let description = ProcessDescription(
    name: "programmes",
    summary: "Partners work for places, register and enrol households, and deliver what they offer.",
    rules: """
      Work for places comes first. Then programmes enrol in the order of the scenario, each down its own list of \
      eligible households, while time, money and capacity last; the list is renewed every four quarters, or every \
      quarter with prerequisites, membership, shocks or a survey. A package is offered to a household once, and \
      the money for all its deliveries is promised at once, so that no budget can be exceeded. The voiceless are \
      hard to register, and patrons take a part of the cash and goods of clients whom they register. Deliveries \
      come last: of assets given and of loans a share becomes assets, and the rest is cash, which arrives with the \
      income of the next quarter. A loan is taken where what it buys will carry it. Neighbours hear of what was \
      taught.
      """,
    parameterGroups: ["targeting", "programmes"])

  var name: String { Self.description.name }
  let parameters: ProgrammeParameters
  let desks: [ProgrammeDesk]
  let places: PlaceWork

  init(_ partners: Partners) {
    parameters = partners.setting.scenario.parameters.programmes
    desks = partners.desks
    places = PlaceWork(partners)
  }

  func advance(_ world: World, _ blocks: [Block], step: Int, team: WorkerTeam) {
    places.advance(world.population, step: step)
    for desk in desks { desk.enrol(world.population, step: step) }
    team.share(blocks.count) { piece, worker in
      fade(world.population, blocks[piece])
      for desk in desks where desk.isDelivering(step: step) {
        desk.deliver(world.population, blocks[piece], step: step, worker: worker)
      }
      spreadAwareness(world.population, blocks[piece])
    }
    for desk in desks {
      desk.closeBooks(world, step: step)
      desk.account.closeStep(step)
    }
    for workspace in world.workspaces { workspace.clearRepayments() }
  }

  /// Lets neighbours hear of what was taught: nobody's awareness is below a share of the neighbourhood's mean.
  private func spreadAwareness(_ population: Population, _ block: Block) {
    let awareness = population.awareness.elements
    for neighbourhood in population.neighbourhoods(of: block) {
      let members = population.geography.members(ofNeighbourhood: neighbourhood)
      var total = 0.0
      for household in members { total += Double(awareness[household]) }
      guard total > 0 else { continue }
      let heard = Float(parameters.awarenessSpread * total / Double(members.count))
      for household in members { awareness[household] = max(awareness[household], heard) }
    }
  }

  /// Lets the stocks of awareness and coaching decay.
  private func fade(_ population: Population, _ block: Block) {
    let awareness = population.awareness[block.members]
    let coaching = population.coaching[block.members]
    let (kept, coached) = (Float(1 - parameters.awarenessDecay), Float(1 - parameters.coachingDecay))
    for index in 0..<awareness.count { awareness[index] *= kept }
    for index in 0..<coaching.count { coaching[index] *= coached }
  }
}
