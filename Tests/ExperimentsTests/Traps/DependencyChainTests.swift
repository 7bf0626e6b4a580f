import MarkovChains
import Testing

@testable import Experiments
@testable import Households

@Suite("Chain of dependency")
struct DependencyChainTests {
  @Test("probabilities are shares of what left a state, and occupancies shares of household-quarters")
  func shares() throws {
    let chain = try #require(DependencyChain(moves: TrapEvidence.moves([(0, 63, 1), (0, 0, 3), (63, 0, 12)])))
    #expect(chain.states.map(\.index) == [0, 63])
    #expect(chain.chain[0, 1] == 0.25)
    #expect(chain.chain[1, 0] == 1)
    #expect(chain.occupancy == [0.25, 0.75])
    #expect(chain.shareLeftOut == 0)
    #expect(chain.sharesNotOut[0] == 1)
  }

  @Test("a state that is never left for the others, or never left at all, does not trap the chain")
  func trimming() throws {
    // State 5 is entered once and stays; 7 is entered in the last quarter; 9 is left and never reached.
    let counts = TrapEvidence.moves([
      (0, 1, 4), (1, 0, 4), (0, 5, 1), (5, 5, 1), (1, 7, 1), (9, 0, 1),
    ])
    let chain = try #require(DependencyChain(moves: counts))
    // 9 has a way to the others and counts; nobody comes back to it.
    #expect(chain.states.map(\.index) == [0, 1, 9])
    #expect(chain.chain.probabilities == [0, 1, 1, 1, 0, 0, 0, 0, 0])
    #expect(chain.classes.map(\.states) == [[0, 1], [2]] && chain.classes.map(\.isClosed) == [true, false])
    #expect(chain.heaviest.states.map(\.index) == [0, 1])
    // 5 and 7 have no known end, so that nothing is known of the others' either.
    #expect(chain.leftOut.map { $0.states.map(\.index) } == [[5], [7]] && chain.leftOut.map(\.share) == [1.0 / 12, 0])
    #expect(!chain.isEndKnown && chain.isLeft == [true, true, true])
    #expect((chain.shareLeftOut - 1.0 / 12).magnitude < 1e-15)
  }

  @Test("a class that is not left counts as closed once it was seen in 300 simulated household-quarters")
  func seenOften() throws {
    func kept(_ stays: Double, each: Double) throws -> [Int] {
      let counts = TrapEvidence.moves([
        (0, 1, 100 * each), (1, 0, 100 * each), (5, 5, stays * each), (0, 5, each),
      ])
      return try #require(DependencyChain(moves: counts)).states.map(\.index)
    }
    for each in [1.0, 4.88] {
      // The class with the most household-quarters always counts.
      #expect(try kept(299, each: each) == [0, 1, 5])
      #expect(try kept(150, each: each) == [0, 1])
    }
    let wide = TrapEvidence.moves([(0, 1, 500), (1, 0, 500), (5, 5, 300), (9, 9, 299), (0, 5, 1), (0, 9, 1)])
    #expect(try #require(DependencyChain(moves: wide)).states.map(\.index) == [0, 1, 5])
    let rare = TrapEvidence.moves([(0, 1, 50_000), (1, 0, 50_000), (5, 5, 900), (0, 5, 1)])
    #expect(try #require(DependencyChain(moves: rare)).states.map(\.index) == [0, 1])
  }

  @Test("states on the way are kept however seldom they were seen, as where nobody falls back")
  func passages() throws {
    // Two states on the way, each for a quarter, between a long stay and the best state.
    let moves = TrapEvidence.moves([(0, 0, 99_000), (0, 21, 10), (21, 42, 10), (42, 63, 10), (63, 63, 5000)])
    let chain = try #require(DependencyChain(moves: moves))
    #expect(chain.states.map(\.index) == [0, 21, 42, 63] && chain.leftOut.isEmpty && chain.isEndKnown)
    #expect(chain.isLeft == [true, true, true, false])
    let exit = try #require(DurableExit(chain))
    // 9,901 quarters on average to leave, two on the way, and three more until the exit is durable.
    #expect((exit.byState(exit.steps, otherwise: .infinity)[0] / (9901 + 1 + 1 + 3) - 1).magnitude < 1e-12)
  }

  @Test("states from which only states seldom seen were reached are left out too, and nothing at all is no chain")
  func deadEnds() throws {
    let counts = TrapEvidence.moves([(0, 0, 500), (9, 5, 40), (5, 5, 10)])
    #expect(try #require(DependencyChain(moves: counts)).states.map(\.index) == [0])
    #expect(DependencyChain(moves: TrapEvidence.moves([(0, 1, 3), (1, 2, 3)])) == nil)
  }

  @Test("without moves there is no chain")
  func empty() {
    #expect(DependencyChain(moves: TrapEvidence.moves([])) == nil)
    #expect(throws: TrapProblem(scenarioName: "Nobody")) {
      try TrapStudy([DependencyEvidence(scenarioName: "Nobody", content: .moves([TrapEvidence.moves([])]))])
    }
  }

  @Test("a profile's chain is the kernel's matrix")
  func profile() {
    let chain = DependencyChain(TrapEvidence.poorProfile, occupancy: Array(repeating: 1, count: 64))
    #expect(chain.states.count == 64)
    for from in 0..<64 {
      for to in 0..<64 { #expect((chain.chain[from, to] - TrapEvidence.poorProfile[from, to]).magnitude < 1e-15) }
    }
  }
}
