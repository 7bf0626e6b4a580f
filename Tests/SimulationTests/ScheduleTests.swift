import Simulation
import Testing

/// A world that remembers what was done to each of its entities.
private final class Diary: Sendable {
  let value: Column<Int64>
  let total = Column<Int64>(repeating: 0, count: 1)

  init(count: Int) { value = Column(repeating: 0, count: count) }
}

/// Appends a digit to every entity.
private struct Digit: BlockProcess {
  let name: String
  let digit: Int64

  func advance(_ state: Diary, _ block: Block, step: Int, worker: Int) {
    for entity in block.members { state.value[entity] = state.value[entity] * 10 + digit }
  }
}

/// Appends a digit to every entity, without blocks, and adds all up.
private struct Census: WholeProcess {
  let name: String
  let digit: Int64

  func advance(_ state: Diary, _ blocks: [Block], step: Int, team: WorkerTeam) {
    team.share(blocks.count) { piece, worker in
      for entity in blocks[piece].members { state.value[entity] = state.value[entity] * 10 + digit }
    }
    state.total[0] = state.value.values.reduce(0, +)
  }
}

@Suite struct ScheduleTests {
  private let blocks = Block.partition(groupStarts: Array(stride(from: 0, through: 300, by: 3)), size: 10)

  private func run(_ schedules: [Schedule<Diary>], workers: Int) -> Diary {
    let diary = Diary(count: 300)
    for step in 1...2 {
      for schedule in schedules {
        schedule.advance(diary, blocks, step: step, team: WorkerTeam(count: workers))
      }
    }
    return diary
  }

  @Test("processes run in their order, and whole processes see the work of all before them", arguments: [1, 2, 7])
  func order(workers: Int) {
    let schedule = Schedule<Diary>([
      .block(Digit(name: "one", digit: 1)), .block(Digit(name: "two", digit: 2)),
      .whole(Census(name: "three", digit: 3)), .block(Digit(name: "four", digit: 4)),
    ])
    #expect(schedule.names == ["one", "two", "three", "four"])
    let diary = run([schedule], workers: workers)
    #expect(diary.value.values.allSatisfy { $0 == 12_341_234 })
    #expect(diary.total[0] == 1_234_123 * 300)
  }

  @Test("a fused stage does what separate stages do", arguments: [1, 7])
  func fusion(workers: Int) {
    let entries: [Schedule<Diary>.Entry] = (1...5).map { .block(Digit(name: "\($0)", digit: $0)) }
    let fused = run([Schedule(entries)], workers: workers)
    let separate = run(entries.map { Schedule([$0]) }, workers: workers)
    #expect(fused.value.values == separate.value.values)
    #expect(fused.value[0] == 1_234_512_345)
  }

  @Test("an empty schedule changes nothing")
  func empty() {
    #expect(run([Schedule([])], workers: 2).value.values.allSatisfy { $0 == 0 })
  }
}
