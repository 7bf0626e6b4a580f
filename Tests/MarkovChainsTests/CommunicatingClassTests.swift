import MarkovChains
import Testing

@Suite("Communicating classes")
struct CommunicatingClassTests {
  @Test("a chain with a transient pair, a closed pair and an end")
  func mixed() {
    // 0 <-> 1, 1 -> 2, 1 -> 4, 2 <-> 3, 4 stays.
    var entries = [Double](repeating: 0, count: 25)
    for (from, to, probability) in [
      (0, 1, 1.0), (1, 0, 0.5), (1, 2, 0.25), (1, 4, 0.25), (2, 3, 1), (3, 2, 1), (4, 4, 1),
    ] {
      entries[from + 5 * to] = probability
    }
    let classes = MarkovChain(states: 5, probabilities: entries).communicatingClasses
    #expect(classes.map(\.states) == [[0, 1], [2, 3], [4]])
    #expect(classes.map(\.isClosed) == [false, true, true])
  }

  @Test("a chain in which every move is possible is one closed class")
  func whole() {
    let classes = Chains.drawn(states: 7, seed: 1).communicatingClasses
    #expect(classes.map(\.states) == [Array(0..<7)])
    #expect(classes[0].isClosed)
  }

  @Test("a restricted chain keeps the proportions of what is left")
  func restriction() {
    let chain = Chains.birthDeath(states: 4, up: 0.2, down: 0.3).restricted(to: [0, 1, 2])
    #expect(chain.states == 3)
    #expect((chain[2, 1] - 0.3 / 0.8).magnitude < 1e-15)
    #expect((chain[2, 2] - 0.5 / 0.8).magnitude < 1e-15)
    #expect(chain[1, 2] == 0.2)
  }
}
