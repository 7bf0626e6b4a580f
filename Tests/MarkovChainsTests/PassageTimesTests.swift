import ExactMath
import MarkovChains
import Testing

@Suite("Passage times")
struct PassageTimesTests {
  @Test("two states: 1 / entry there, 1 / exit back, and returns after 1 / share")
  func twoStates() throws {
    let shares = Chains.twoStates.stationaryDistribution()
    let steps = try #require(Chains.twoStates.meanPassageTimes(stationary: shares))
    let known = [1 / shares[0], 1 / Chains.exit, 1 / Chains.entry, 1 / shares[1]]
    for (found, known) in zip(steps, known) { #expect((found / known - 1).magnitude < 1e-14) }
  }

  @Test("from Kemeny and Snell's fundamental matrix as from the equations of each target by itself")
  func reference() throws {
    let chain = Chains.drawn(states: 9, seed: 5)
    let steps = try #require(chain.meanPassageTimes(stationary: chain.stationaryDistribution()))
    for to in 0..<9 {
      let others = (0..<9).filter { $0 != to }
      var moves: [Double] = []
      for column in others { moves += others.map { chain[$0, column] } }
      let ending = AbsorbingChain(
        states: 8, targets: 1, moves: moves, absorption: others.map { chain[$0, to] })
      let reference = try #require(ending.expectedSteps())
      for (row, from) in others.enumerated() {
        #expect((steps[from + 9 * to] / reference[row] - 1).magnitude < 1e-12)
      }
    }
  }

  @Test("birth and death: up a step by the formula for the mean climb")
  func birthDeath() throws {
    let (up, down) = (0.2, 0.3)
    let chain = Chains.birthDeath(states: 6, up: up, down: down)
    let steps = try #require(chain.meanPassageTimes(stationary: chain.stationaryDistribution()))
    // h_i = 1/up + (down/up) h_i-1
    var climb = 1 / up
    for state in 0..<5 {
      #expect((steps[state + 6 * (state + 1)] / climb - 1).magnitude < 1e-13)
      climb = 1 / up + down / up * climb
    }
  }

  @Test("a stay in one state of two lasts 1 / exit")
  func stay() throws {
    let poor = try #require(Chains.twoStates.meanStay(in: [false, true], weights: [0, 1]))
    #expect((poor * Chains.exit - 1).magnitude < 1e-15)
  }

  @Test("no stay ends where no way leads out")
  func noWayOut() {
    let chain = MarkovChain(states: 3, probabilities: [0.5, 0, 0, 0.5, 0.5, 0.5, 0, 0.5, 0.5])
    #expect(chain.meanStay(in: [false, true, true], weights: [0, 0.5, 0.5]) == nil)
    #expect(chain.meanStay(in: [true, false, false], weights: [1, 0, 0]) == 2)
  }

  @Test("more noise weakens a trap: the way from the lower to the upper resting point gets shorter")
  func noiseWeakensTraps() throws {
    let times = try [0.06, 0.08, 0.1, 0.14].map { try passage(noise: $0) }
    for (less, more) in zip(times, times.dropFirst()) { #expect(more < less / 1.5) }
  }

  /// Assets on 41 points of 0-1 that follow a cubic map with a threshold at 1/2 and normal noise.
  private func passage(noise: Double) throws -> Double {
    let (points, width) = (41, 1.0 / 40)
    var entries = [Double](repeating: 0, count: points * points)
    for from in 0..<points {
      let level = Double(from) * width
      let next = level + 4 * level * (1 - level) * (level - 0.5)
      for to in 0..<points {
        let below = to == 0 ? 0 : normalCumulative((Double(to) * width - width / 2 - next) / noise)
        let above = to == points - 1 ? 1 : normalCumulative((Double(to) * width + width / 2 - next) / noise)
        entries[from + points * to] = above - below
      }
    }
    let chain = MarkovChain(states: points, probabilities: entries)
    let steps = try #require(chain.meanPassageTimes(stationary: chain.stationaryDistribution()))
    return steps[points * (points - 1)]
  }
}
