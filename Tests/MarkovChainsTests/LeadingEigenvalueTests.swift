import ExactMath
import MarkovChains
import Testing

@Suite("Leading eigenvalues")
struct LeadingEigenvalueTests {
  @Test("two states: 1 and 1 - entry - exit, the half-life that follows, and the rates of continuous time")
  func twoStates() throws {
    let values = Chains.twoStates.leadingEigenvalues(2)
    let second = 1 - Chains.entry - Chains.exit
    #expect(values.count == 2)
    #expect((values[0].real - 1).magnitude < 1e-15)
    #expect((values[1].real - second).magnitude < 1e-15)
    #expect((second - 0.45224).magnitude < 2e-5)
    #expect((exponential(values[1].halfLife * naturalLogarithm(second)) - 0.5).magnitude < 1e-15)
    // The rates e r and x r with r = -ln(lambda) / (1 - lambda) add up to the inverse of the time scale.
    let scale = -naturalLogarithm(second) / (1 - second)
    #expect(((Chains.entry + Chains.exit) * scale * values[1].timeScale - 1).magnitude < 1e-14)
  }

  @Test("birth and death: the cosines of the closed form, polished to the last digits")
  func birthDeath() throws {
    // up = down = 1/4 with reflecting ends: lambda_k = 1 - (1 - cos(pi k / n)) / 2.
    let values = Chains.birthDeath(states: 4, up: 0.25, down: 0.25).leadingEigenvalues(4)
    let root = 0.5.squareRoot()
    for (value, cosine) in zip(values, [1, root, 0, -root]) {
      #expect((value.real - (1 + cosine) / 2).magnitude < 1e-15)
      #expect(value.imaginary == 0)
    }
    #expect(values.count == 4)
  }

  @Test("a lazy ring of three turns: a complex pair, of which one is given")
  func complexPair() throws {
    let chain = MarkovChain(states: 3, probabilities: [0.5, 0, 0.5, 0.5, 0.5, 0, 0, 0.5, 0.5])
    let values = chain.leadingEigenvalues(3)
    #expect(values.count == 2)
    #expect((values[1].real - 0.25).magnitude < 1e-15)
    #expect((values[1].imaginary - 3.0.squareRoot() / 4).magnitude < 1e-15)
    #expect((values[1].modulus - 0.5).magnitude < 1e-15)
  }

  @Test("no eigenvalue of a chain is farther from 0 than 1, and the first is 1")
  func bounds() {
    for seed in 1...5 {
      let values = Chains.drawn(states: 16, seed: UInt64(seed)).leadingEigenvalues(5)
      #expect(values.count == 5)
      #expect((values[0].real - 1).magnitude < 1e-14)
      #expect(values.dropFirst().allSatisfy { $0.modulus < 1 })
    }
  }
}
