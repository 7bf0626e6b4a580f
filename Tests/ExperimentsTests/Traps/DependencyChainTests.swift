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
    #expect(chain.states.map(\.index) == [0, 1])
    #expect(chain.chain.probabilities == [0, 1, 1, 0])
    #expect((chain.shareLeftOut - 2.0 / 12).magnitude < 1e-15)
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
