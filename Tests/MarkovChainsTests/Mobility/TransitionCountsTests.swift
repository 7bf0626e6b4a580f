import MarkovChains
import Testing

@Suite("Counts of moves")
struct TransitionCountsTests {
  @Test("shares and multinomial errors by hand")
  func byHand() {
    let counts = TransitionCounts(states: 2, counts: [75, 25, 0, 0])
    #expect(counts[0, 1] == 25)
    #expect(counts.probability(from: 0, to: 1) == 0.25)
    #expect((counts.standardError(from: 0, to: 1) - (0.1875 / 100).squareRoot()).magnitude < 1e-16)
    // Each that was seen stands for four: the error is that of 25.
    #expect((counts.standardError(from: 0, to: 1, unit: 4) - (0.1875 / 25).squareRoot()).magnitude < 1e-16)
    #expect(counts.probability(from: 1, to: 0).isNaN)
    #expect(counts.standardError(from: 1, to: 0).isNaN)
  }

  @Test("states that nobody was seen to leave are left out, with those that lead to them alone")
  func closure() throws {
    // 0 and 1 go to each other; 0 also to 2, which only leads to 3, which has no row.
    let counts = TransitionCounts(states: 4, counts: [2, 1, 1, 0, 1, 3, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0])
    let (chain, states) = try #require(counts.chain())
    #expect(states == [0, 1])
    #expect((chain[0, 0] - 2.0 / 3).magnitude < 1e-15)
    #expect(chain[1, 1] == 0.75)
    #expect(TransitionCounts(states: 2, counts: [0, 1, 0, 0]).chain() == nil)
  }
}

@Suite("Mover-stayer diagnostic")
struct MoverStayerDiagnosticTests {
  /// Counts of a chain with entry and exit over some steps, from 100 in each state.
  private func counts(entry: Double, exit: Double, steps: Int) -> [Double] {
    var rows = [[100.0, 0], [0, 100]]
    for _ in 0..<steps {
      rows = rows.map { [$0[0] * (1 - entry) + $0[1] * exit, $0[0] * entry + $0[1] * (1 - exit)] }
    }
    return rows[0] + rows[1]
  }

  @Test("alike members have no excess; p(3) is pi + (1 - pi) lambda^3")
  func homogeneous() {
    let (entry, exit) = (0.13664, 0.41111)
    let diagnostic = MoverStayerDiagnostic(
      once: TransitionCounts(states: 2, counts: counts(entry: entry, exit: exit, steps: 1)),
      several: TransitionCounts(states: 2, counts: counts(entry: entry, exit: exit, steps: 3)), steps: 3)
    #expect(diagnostic.excess.allSatisfy { $0.magnitude < 1e-15 })
    let poor = entry / (entry + exit)
    let left = (1 - entry - exit) * (1 - entry - exit) * (1 - entry - exit)
    #expect((diagnostic.expected[1] - (poor + (1 - poor) * left)).magnitude < 1e-15)
  }

  @Test("with stayers among them, more stay than the chain says")
  func stayers() {
    func mixed(_ steps: Int) -> TransitionCounts {
      let movers = counts(entry: 0.3, exit: 0.5, steps: steps)
      let stayers = counts(entry: 0, exit: 0, steps: steps)
      return TransitionCounts(states: 2, counts: zip(movers, stayers).map(+))
    }
    let diagnostic = MoverStayerDiagnostic(once: mixed(1), several: mixed(3), steps: 3)
    #expect(diagnostic.excess.allSatisfy { $0 > 0.05 })
  }

  @Test("a state without moves leaves the expectation open")
  func unknown() {
    let counts = TransitionCounts(states: 2, counts: [3, 0, 0, 0])
    let diagnostic = MoverStayerDiagnostic(once: counts, several: counts, steps: 3)
    #expect(diagnostic.observed[0] == 1)
    #expect(diagnostic.observed[1].isNaN)
    #expect(diagnostic.expected.allSatisfy { $0.isNaN })
  }
}
