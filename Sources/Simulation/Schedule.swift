/// Something that happens in every step, to a state of the model's own kind.
public protocol Process<State>: Sendable {
  /// What it changes.
  associatedtype State: Sendable
  /// The name under which the schedule lists it.
  var name: String { get }
}

/// A process that changes each block by itself; blocks run at the same time.
public protocol BlockProcess<State>: Process {
  /// What it changes.
  associatedtype State
  /// Takes one block through one step.
  /// - Parameters:
  ///   - state: the whole state; only the block's part may be changed.
  ///   - block: the part.
  ///   - step: the number of the step; burn-in steps are not positive.
  ///   - worker: selects scratch memory.
  func advance(_ state: State, _ block: Block, step: Int, worker: Int)
}

/// A process that needs to see everybody at once, such as the sharing out of a budget.
public protocol WholeProcess<State>: Process {
  /// What it changes.
  associatedtype State
  /// Takes the whole state through one step.
  /// - Parameters:
  ///   - state: the state.
  ///   - blocks: its parts.
  ///   - step: the number of the step; burn-in steps are not positive.
  ///   - team: the workers.
  func advance(_ state: State, _ blocks: [Block], step: Int, team: WorkerTeam)
}

/// The order of processes within a step.
public struct Schedule<State: Sendable>: Sendable {
  /// An entry of the schedule.
  public enum Entry: Sendable {
    /// A process that runs block by block.
    case block(any BlockProcess<State>)
    /// A process that runs once over everybody.
    case whole(any WholeProcess<State>)

    var name: String {
      switch self {
      case .block(let process): process.name
      case .whole(let process): process.name
      }
    }
  }

  /// The entries in order.
  public let entries: [Entry]
  private let stages: [Stage]

  /// Neighbouring block processes run together, so that a block stays in the cache.
  private enum Stage: Sendable {
    case blocks([any BlockProcess<State>])
    case whole(any WholeProcess<State>)
  }

  /// Creates a schedule.
  /// - Parameter entries: the processes in order.
  public init(_ entries: [Entry]) {
    self.entries = entries
    var stages: [Stage] = []
    var run: [any BlockProcess<State>] = []
    for entry in entries {
      switch entry {
      case .block(let process):
        run.append(process)
      case .whole(let process):
        if !run.isEmpty { stages.append(.blocks(run)) }
        run = []
        stages.append(.whole(process))
      }
    }
    if !run.isEmpty { stages.append(.blocks(run)) }
    self.stages = stages
  }

  /// The names of the processes, in order.
  public var names: [String] { entries.map(\.name) }

  /// Takes a state through one step.
  /// - Parameters:
  ///   - state: the state.
  ///   - blocks: its parts.
  ///   - step: the number of the step.
  ///   - team: the workers.
  public func advance(_ state: State, _ blocks: [Block], step: Int, team: WorkerTeam) {
    for stage in stages {
      switch stage {
      case .blocks(let processes):
        team.share(blocks.count) { piece, worker in
          for process in processes { process.advance(state, blocks[piece], step: step, worker: worker) }
        }
      case .whole(let process):
        process.advance(state, blocks, step: step, team: team)
      }
    }
  }
}
