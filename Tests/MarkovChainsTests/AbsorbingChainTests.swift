import MarkovChains
import Testing

@Suite("Absorbing chain")
struct AbsorbingChainTests {
  @Test("gambler's ruin: chances and duration by the classical formulas")
  func gamblersRuin() throws {
    let (goal, win) = (8, 0.45)
    let chain = Chains.gambler(goal: goal, win: win)
    let (chances, steps) = (try #require(chain.absorptionProbabilities()), try #require(chain.expectedSteps()))
    let ratio = (1 - win) / win
    func power(_ exponent: Int) -> Double { (0..<exponent).reduce(1) { product, _ in product * ratio } }
    for stake in 1..<goal {
      let success = (power(stake) - 1) / (power(goal) - 1)
      let duration = (Double(stake) - Double(goal) * success) / (1 - 2 * win)
      #expect((chances[stake - 1 + (goal - 1)] - success).magnitude < 1e-15)
      #expect((chances[stake - 1] + chances[stake - 1 + (goal - 1)] - 1).magnitude < 1e-15)
      #expect((steps[stake - 1] / duration - 1).magnitude < 1e-13)
    }
  }

  @Test("a fair gambler plays stake (goal - stake) rounds")
  func fairGambler() throws {
    let steps = try #require(Chains.gambler(goal: 10, win: 0.5).expectedSteps())
    for stake in 1..<10 { #expect((steps[stake - 1] - Double(stake * (10 - stake))).magnitude < 1e-12) }
  }

  @Test("one state: geometric mean, variance and distribution")
  func geometric() throws {
    let exit = 0.004
    let chain = AbsorbingChain(states: 1, targets: 1, moves: [1 - exit], absorption: [exit])
    let steps = try #require(chain.expectedSteps())
    #expect((steps[0] * exit - 1).magnitude < 1e-15)
    let variance = try #require(chain.varianceOfSteps(steps))
    #expect((variance[0] / ((1 - exit) / (exit * exit)) - 1).magnitude < 1e-14)
    let within = chain.absorbedWithin([0, 1, 2])
    #expect(within[0][0] == 0)
    #expect(within[1][0] == exit)
    #expect((within[2][0] - (2 * exit - exit * exit)).magnitude < 1e-17)
  }

  @Test("mean and variance are those of the distribution of steps, summed step by step")
  func moments() throws {
    let chain = Chains.gambler(goal: 6, win: 0.4)
    let steps = try #require(chain.expectedSteps())
    let variance = try #require(chain.varianceOfSteps(steps))
    let within = chain.absorbedWithin(Array(0...400))
    for state in 0..<5 {
      var (mean, square) = (0.0, 0.0)
      for step in 1...400 {
        let chance = within[step][state] - within[step - 1][state]
        mean += chance * Double(step)
        square += chance * Double(step * step)
      }
      #expect((mean / steps[state] - 1).magnitude < 1e-12)
      #expect(((square - mean * mean) / variance[state] - 1).magnitude < 1e-11)
    }
  }

  @Test("the fundamental matrix counts visits: its rows sum to the steps, and times R it gives the chances")
  func fundamentalMatrix() throws {
    let chain = Chains.gambler(goal: 7, win: 0.3)
    let visits = try #require(chain.fundamentalMatrix())
    let steps = try #require(chain.expectedSteps())
    let chances = try #require(chain.absorptionProbabilities())
    for from in 0..<6 {
      #expect(((0..<6).reduce(0) { $0 + visits[from + 6 * $1] } / steps[from] - 1).magnitude < 1e-14)
      for target in 0..<2 {
        let sum = (0..<6).reduce(0) { $0 + visits[from + 6 * $1] * chain.absorption[$1 + 6 * target] }
        #expect((sum - chances[from + 6 * target]).magnitude < 1e-14)
      }
    }
  }

  @Test("there is no expected time where no target can be reached")
  func noWayOut() {
    let chain = AbsorbingChain(states: 2, targets: 1, moves: [0.5, 0, 0, 1], absorption: [0.5, 0])
    #expect(chain.expectedSteps() == nil)
    #expect(chain.fundamentalMatrix() == nil)
  }

  @Test("quasi-stationary: a symmetric walk that ends at both sides keeps the shape of half a sine wave")
  func quasiStationary() throws {
    // sin(pi k / 4) for k = 1, 2, 3 and the survival cos(pi / 4), with a lazy half step to make the chain aperiodic.
    let chain = AbsorbingChain(
      states: 3, targets: 1, moves: [0.5, 0.25, 0, 0.25, 0.5, 0.25, 0, 0.25, 0.5], absorption: [0.25, 0, 0.25])
    let visits = try #require(chain.fundamentalMatrix())
    let found = try #require(QuasiStationary(chain, fundamentalMatrix: visits))
    let root = 0.5.squareRoot()
    #expect((found.survival - (0.5 + root / 2)).magnitude < 1e-15)
    for (share, known) in zip(found.shares, [root, 1, root]) {
      #expect((share - known / (1 + 2 * root)).magnitude < 1e-14)
    }
    // Those who are left a step later are mixed as before.
    let next = (0..<3).map { to in (0..<3).reduce(0) { $0 + found.shares[$1] * chain.moves[$1 + 3 * to] } }
    for (share, later) in zip(found.shares, next) { #expect((later - found.survival * share).magnitude < 1e-14) }
  }
}
