import Simulation
import Testing

@Suite struct WorkerTeamTests {
  @Test("every piece is done once", arguments: [1, 2, 7], [0, 1, 3, 1000])
  func pieces(workers: Int, pieces: Int) {
    let done = Column<Int32>(repeating: 0, count: pieces)
    let by = Column<Int32>(repeating: -1, count: pieces)
    WorkerTeam(count: workers).share(pieces) { piece, worker in
      done[piece] += 1
      by[piece] = Int32(worker)
    }
    #expect(done.values.allSatisfy { $0 == 1 })
    #expect(by.values.allSatisfy { (0..<Int32(workers)).contains($0) })
  }

  @Test("a worker does one piece at a time, so that its scratch memory is its own", arguments: [1, 2, 7])
  func scratch(workers: Int) {
    let pieces = 2000
    let scratch = Column<Int64>(repeating: 0, count: workers)
    let sums = Column<Int64>(repeating: 0, count: pieces)
    WorkerTeam(count: workers).share(pieces) { piece, worker in
      scratch[worker] = 0
      for number in 0...piece { scratch[worker] += Int64(number) }
      sums[piece] = scratch[worker]
    }
    #expect((0..<pieces).allSatisfy { sums[$0] == Int64($0 * ($0 + 1) / 2) })
  }
}
