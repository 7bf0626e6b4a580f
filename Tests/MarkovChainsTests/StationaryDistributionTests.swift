import MarkovChains
import Testing

@Suite("Stationary distribution")
struct StationaryDistributionTests {
  @Test("two states: entry over entry and exit, equal flows both ways, and the known values")
  func twoStates() {
    let (entry, exit) = (Chains.entry, Chains.exit)
    let poor = Chains.twoStates.stationaryDistribution()[1]
    #expect((poor - entry / (entry + exit)).magnitude < 1e-15)
    #expect((poor - 0.24946).magnitude < 5e-6)
    #expect((poor * exit - (1 - poor) * entry).magnitude < 1e-15)
    // Always and never poor in five yearly waves.
    #expect((poor * pow4(1 - exit) - 0.0300).magnitude < 5e-5)
    #expect(((1 - poor) * pow4(1 - entry) - 0.4170).magnitude < 5e-5)
  }

  private func pow4(_ value: Double) -> Double { value * value * value * value }

  @Test("birth and death: each state is up/down times the one below, to the last digits over 30 orders of magnitude")
  func birthDeath() {
    let shares = Chains.birthDeath(states: 31, up: 0.05, down: 0.5).stationaryDistribution()
    for state in 1..<31 { #expect((shares[state] / shares[state - 1] / 0.1 - 1).magnitude < 1e-13) }
    #expect((shares.reduce(0, +) - 1).magnitude < 1e-14)
  }

  @Test("it stays as it is, and every start comes to it")
  func limit() {
    let chain = Chains.drawn(states: 12, seed: 3)
    let shares = chain.stationaryDistribution()
    for (now, then) in zip(shares, chain.advanced(shares, steps: 1)) { #expect((now - then).magnitude < 1e-15) }
    for start in [0, 7] {
      let later = chain.advanced((0..<12).map { $0 == start ? 1 : 0 }, steps: 200)
      for (share, limit) in zip(later, shares) { #expect((share - limit).magnitude < 1e-14) }
    }
  }

  @Test("steps add up: s and t steps are s + t steps")
  func chapmanKolmogorov() {
    let chain = Chains.drawn(states: 6, seed: 8)
    let start = [1.0, 0, 0, 0, 0, 0]
    let twice = chain.advanced(chain.advanced(start, steps: 3), steps: 4)
    for (share, reference) in zip(chain.advanced(start, steps: 7), twice) {
      #expect((share - reference).magnitude < 1e-15)
    }
  }

  @Test("two states: a shift fades as the second eigenvalue does, and is gone after shift / (entry + exit) in all")
  func oneOffShift() {
    let limit = Chains.twoStates.stationaryDistribution()[1]
    let left = 1 - Chains.entry - Chains.exit
    var (shift, total, distribution) = (0.1, 0.0, [1 - limit - 0.1, limit + 0.1])
    for _ in 0..<100 {
      #expect((distribution[1] - limit - shift).magnitude < 1e-15)
      total += shift
      shift *= left
      distribution = Chains.twoStates.advanced(distribution, steps: 1)
    }
    #expect((total - 0.1 / (Chains.entry + Chains.exit)).magnitude < 1e-14)
  }

  @Test("two states: a lasting change of entry or exit shifts the share by its derivative")
  func lastingChange() {
    let (entry, exit) = (Chains.entry, Chains.exit)
    let total = entry + exit
    func share(_ entry: Double, _ exit: Double) -> Double {
      Chains.twoStates(entry: entry, exit: exit).stationaryDistribution()[1]
    }
    let step = 1e-5
    let byEntry = (share(entry + step, exit) - share(entry - step, exit)) / (2 * step)
    let byExit = (share(entry, exit + step) - share(entry, exit - step)) / (2 * step)
    #expect((byEntry - exit / (total * total)).magnitude < 1e-9)
    #expect((byExit + entry / (total * total)).magnitude < 1e-9)
  }

  @Test("movers and stayers: more stay than movers alone would, and one step cannot tell")
  func moverStayer() {
    // A fifth of the households of each state never move; they are states of their own.
    let (entry, exit) = (Chains.entry, Chains.exit)
    let moving = 0.8
    let chain = MarkovChain(
      states: 4, probabilities: [1 - entry, exit, 0, 0, entry, 1 - exit, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1])
    func stillPoor(_ steps: Int) -> Double {
      let later = chain.advanced([0, moving, 0, 1 - moving], steps: steps)
      return later[1] + later[3]
    }
    let limit = Chains.twoStates.stationaryDistribution()[1]
    #expect((stillPoor(400) - (1 - moving + moving * limit)).magnitude < 1e-14)
    let oneStep = Chains.twoStates(entry: moving * entry, exit: moving * exit)
    #expect((stillPoor(1) - oneStep[1, 1]).magnitude < 1e-15)
    #expect(stillPoor(3) > oneStep.advanced([0, 1], steps: 3)[1] + 0.01)
  }

  @Test("misclassification makes both observed entry and exit too high")
  func misclassification() {
    let limit = Chains.twoStates.stationaryDistribution()
    let error = 0.05
    func seen(_ state: Int, as observed: Int) -> Double { state == observed ? 1 - error : error }
    func observed(_ from: Int, _ to: Int) -> Double {
      var (joint, marginal) = (0.0, 0.0)
      for before in 0..<2 {
        marginal += limit[before] * seen(before, as: from)
        for after in 0..<2 {
          joint += limit[before] * Chains.twoStates[before, after] * seen(before, as: from) * seen(after, as: to)
        }
      }
      return joint / marginal
    }
    #expect(observed(0, 1) > Chains.entry)
    #expect(observed(1, 0) > Chains.exit)
  }
}
