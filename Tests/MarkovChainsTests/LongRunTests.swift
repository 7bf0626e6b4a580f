import MarkovChains
import Testing

@Suite("Chains of several classes in the long run")
struct LongRunTests {
  /// State 0 is left for ever: into 1 and 2, which alternate with chances, or into 3, which is never left.
  private static let parted = MarkovChain(
    states: 4,
    probabilities: [
      0.5, 0, 0, 0,
      0.2, 0.4, 0.3, 0,
      0, 0.6, 0.7, 0,
      0.3, 0, 0, 1,
    ])

  /// Repeated steps, as a slow reference.
  private static func far(_ chain: MarkovChain, _ distribution: [Double]) -> [Double] {
    chain.advanced(distribution, steps: 2000)
  }

  @Test("each class keeps what it holds, and what passes through ends by its chances")
  func parted() throws {
    for start in [[1.0, 0, 0, 0], [0, 0.5, 0, 0.5], [0.25, 0.25, 0.25, 0.25]] {
      let found = try #require(Self.parted.longRun(from: start))
      let reference = Self.far(Self.parted, start)
      for (value, known) in zip(found, reference) { #expect((value - known).magnitude < 1e-13) }
    }
    // From 0: two parts of five into the pair, which holds its states as 1 to 2; three of five for ever in 3.
    let shares = try #require(Self.parted.longRun(from: [1, 0, 0, 0]))
    for (value, known) in zip(shares, [0, 0.4 / 3, 0.8 / 3, 0.6]) { #expect((value - known).magnitude < 1e-15) }
  }

  @Test("where all states reach each other it is the stationary distribution, to the last bit")
  func connected() {
    let chain = Chains.drawn(states: 7, seed: 3)
    let start = [1.0] + Array(repeating: 0, count: 6)
    #expect(chain.longRun(from: start) == chain.stationaryDistribution())
    #expect(chain.meanPassageTimes() == chain.meanPassageTimes(stationary: chain.stationaryDistribution()))
  }

  @Test("only what is surely reached has a mean time")
  func passages() throws {
    let steps = try #require(Self.parted.meanPassageTimes())
    func mean(_ from: Int, _ to: Int) -> Double { steps[from + 4 * to] }
    #expect((0..<4).allSatisfy { mean($0, 0) == .infinity })
    #expect((mean(1, 2) - 1 / 0.6).magnitude < 1e-13 && (mean(2, 1) - 1 / 0.3).magnitude < 1e-13)
    #expect(mean(0, 1) == .infinity && mean(0, 3) == .infinity && mean(3, 1) == .infinity)
    #expect(mean(3, 3) == 1)
    // Without the way to 3, the others are surely reached from 0: two quarters there, then on from 1.
    let joined = MarkovChain(states: 3, probabilities: [0.5, 0, 0, 0.5, 0.4, 0.3, 0, 0.6, 0.7])
    let found = try #require(joined.meanPassageTimes())
    #expect((found[0 + 3 * 1] - 2).magnitude < 1e-14)
    #expect((found[0 + 3 * 2] - (2 + 1 / 0.6)).magnitude < 1e-13)
  }

  @Test("what can be reached: along the arrows alone")
  func reaching() {
    #expect(Self.parted.canReach([false, false, false, true]) == [true, false, false, true])
    #expect(Self.parted.canReach([false, true, false, false]) == [true, true, true, false])
    #expect(Self.parted.canReach([true, false, false, false]) == [true, false, false, false])
  }
}
