import MarkovChains
import Testing

@Suite("Markov chain")
struct MarkovChainTests {
  @Test("entries are found by where they come from and where they lead")
  func entries() {
    let chain = MarkovChain(states: 2, probabilities: [0.9, 0.4, 0.1, 0.6])
    #expect(chain[0, 1] == 0.1)
    #expect(chain[1, 0] == 0.4)
  }
}
