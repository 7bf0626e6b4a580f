import Foundation
import Synchronization
import Testing

@testable import Experiments

@Suite("Ordered pool")
struct OrderedPoolTests {
  private struct Refusal: Error {}

  /// Passed on, and how far the making was ever ahead of that.
  private final class Record: Sendable {
    let state = Mutex((taken: [Int](), begun: 0, ahead: 0))

    func begin() {
      state.withLock { state in
        state.begun += 1
        state.ahead = max(state.ahead, state.begun - state.taken.count)
      }
    }
  }

  private func run(
    _ numbers: Range<Int>, workers: Int, record: Record, milliseconds: @Sendable (Int) -> Int = { _ in 0 },
    take: @Sendable (Int) throws -> Bool = { _ in true }
  ) throws {
    try OrderedPool(workers: workers).run(numbers) { number, isWanted in
      record.begin()
      Thread.sleep(forTimeInterval: Double(milliseconds(number)) / 1000)
      return isWanted() ? number : nil
    } take: { number in
      record.state.withLock { $0.taken.append(number) }
      return try take(number)
    }
  }

  @Test("pieces come in the order of their numbers, each once", arguments: [1, 2, 5])
  func order(workers: Int) throws {
    let record = Record()
    try run(7..<207, workers: workers, record: record, milliseconds: { $0 % 17 == 0 ? 2 : 0 })
    #expect(record.state.withLock { $0.taken } == Array(7..<207))
  }

  @Test("a slow piece is waited for before too many are begun", arguments: [2, 4])
  func bounded(workers: Int) throws {
    let record = Record()
    try run(0..<100, workers: workers, record: record, milliseconds: { $0 == 0 ? 60 : 0 })
    #expect(record.state.withLock { $0.taken } == Array(0..<100))
    // Counted before a piece that is being taken has been.
    #expect(record.state.withLock { $0.ahead } <= 3 * workers + 1)
  }

  @Test("when no more is wanted, no more is passed on and soon no more is made", arguments: [1, 3])
  func enough(workers: Int) throws {
    let record = Record()
    try run(0..<100_000, workers: workers, record: record, take: { $0 < 9 })
    #expect(record.state.withLock { $0.taken } == Array(0...9))
    #expect(record.state.withLock { $0.begun } < 100)
  }

  @Test("an error ends it", arguments: [1, 3])
  func error(workers: Int) {
    let record = Record()
    #expect(throws: Refusal.self) {
      try run(
        0..<100_000, workers: workers, record: record,
        take: { number in
          if number == 4 { throw Refusal() }
          return true
        })
    }
    #expect(record.state.withLock { $0.taken } == Array(0...4))
    #expect(record.state.withLock { $0.begun } < 100)
  }

  @Test("no pieces, no work")
  func empty() throws {
    let record = Record()
    try run(3..<3, workers: 2, record: record)
    #expect(record.state.withLock { $0.begun } == 0)
  }
}
