import Randomness
import Simulation

/// Numbers of the programmes process (model, 7.6).
public struct ProgrammeParameters: Sendable {
  /// Part of the awareness stock lost in a quarter.
  public var awarenessDecay = 0.05
  /// Part of the coaching stock lost in a quarter.
  public var coachingDecay = 0.10

  static let catalogue: [ParameterDefinition] = [
    ParameterDefinition(
      "programmes.awareness_decay", \.programmes.awarenessDecay, "share per quarter", 0...1, Source.assumed,
      "Part of what awareness training gave that is forgotten in a quarter."),
    ParameterDefinition(
      "programmes.coaching_decay", \.programmes.coachingDecay, "share per quarter", 0...1, Source.assumed,
      "Part of the effect of coaching that fades in a quarter after the coach has left."),
  ]
}

/// Process 5: partners register, enrol and deliver (model, 7.6 and 7.7).
///
/// Programmes enrol in the order of the scenario, each down its own list while money, time and capacity last; then
/// all blocks receive what is due at the same time. Complexity: O(households) for each programme that is delivering.
struct Programmes: WholeProcess {
  let name = "programmes"
  let parameters: ProgrammeParameters
  let desks: [ProgrammeDesk]

  func advance(_ world: World, _ blocks: [Block], step: Int, team: WorkerTeam) {
    for desk in desks { desk.enrol(world.population, step: step) }
    team.share(blocks.count) { piece, worker in
      fade(world.population, blocks[piece])
      for desk in desks where desk.isDelivering(step: step) {
        desk.deliver(world.population, blocks[piece], step: step, worker: worker)
      }
    }
    for desk in desks {
      desk.closeBooks(world, step: step)
      desk.account.closeStep(step)
    }
    for workspace in world.workspaces { workspace.clearRepayments() }
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
