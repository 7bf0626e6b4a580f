import Randomness
import Simulation
import Testing

/// Entities that become poor and leave poverty, independently of each other.
private final class Chain: Sendable {
  let poor: Column<UInt8>

  init(count: Int) { poor = Column(repeating: 0, count: count) }
}

private struct Moving: BlockProcess {
  let name = "moving"
  let entry: Double
  let exit: Double
  let stream: RandomStream

  func advance(_ state: Chain, _ block: Block, step: Int, worker: Int) {
    for entity in block.members {
      let luck = stream.draw(entity: UInt32(entity), quarter: Int32(step), purpose: Purpose(rawValue: 1)).uniform0
      if state.poor[entity] == 0 {
        if luck < entry { state.poor[entity] = 1 }
      } else if luck < exit {
        state.poor[entity] = 0
      }
    }
  }
}

@Suite struct TwoStateChainTests {
  static let entities = 40_000
  static let moving = (entry: 0.13664, exit: 0.41111)

  /// Who is poor after 60 steps; what the start was has faded by (1 - e - x)^60, less than 1e-20.
  static func poor(threads: Int, blockSize: Int) -> [UInt8] {
    let chain = Chain(count: entities)
    let blocks = Block.partition(groupStarts: Array(0...entities), size: blockSize)
    let stream = RandomStream(seed: 11, replication: 3)
    let process = Moving(entry: moving.entry, exit: moving.exit, stream: stream)
    let schedule = Schedule<Chain>([.block(process)])
    for step in 1...60 { schedule.advance(chain, blocks, step: step, team: WorkerTeam(count: threads)) }
    return chain.poor.values
  }

  @Test("the share of the poor settles at e / (e + x)")
  func stationaryShare() {
    let share = Double(Self.poor(threads: 1, blockSize: 1000).reduce(0) { $0 + Int($1) }) / Double(Self.entities)
    let expected = Self.moving.entry / (Self.moving.entry + Self.moving.exit)
    let standardError = (expected * (1 - expected) / Double(Self.entities)).squareRoot()
    #expect((share - expected).magnitude < 5 * standardError)
  }

  @Test("threads and block sizes change no entity", arguments: [1, 2, 7], [1, 64, 1000])
  func sameWorld(threads: Int, blockSize: Int) {
    #expect(Self.poor(threads: threads, blockSize: blockSize) == Self.poor(threads: 1, blockSize: Self.entities))
  }
}
