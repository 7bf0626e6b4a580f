import MarkovChains
import Testing

@testable import Experiments
@testable import Households

@Suite("Durable exit as the end of a chain")
struct DurableExitChainTests {
  @Test("in and out: four successive quarters by the formula for runs of successes", arguments: [0.3, 0.02])
  func runOfFour(entering: Double) throws {
    let relapsing = 0.15
    let chain = try #require(
      DependencyChain(moves: TrapEvidence.inAndOut(entering: entering, relapsing: relapsing)))
    let exit = try #require(DurableExit(chain))
    #expect(exit.chain.states == 4)
    // E = (1/a + 1 + q + q^2) / q^3 from inside; from the first quarter out 1/a less.
    let stay = 1 - relapsing
    let expected = (1 / entering + 1 + stay + stay * stay) / (stay * stay * stay)
    let steps = exit.byState(exit.steps, otherwise: .infinity)
    #expect((steps[0] / expected - 1).magnitude < 1e-13)
    #expect((steps[1] / (expected - 1 / entering) - 1).magnitude < 1e-13)
    let within = exit.chain.absorbedWithin([3, 4])
    #expect(within[0][0] == 0)
    #expect((within[1][0] - entering * stay * stay * stay).magnitude < 1e-16)
  }

  @Test("there is none where nobody is out, or those out never stay for four quarters")
  func noWayOut() throws {
    #expect(DurableExit(try #require(DependencyChain(moves: TrapEvidence.moves([(0, 1, 1), (1, 0, 1)])))) == nil)
    let brief = TrapEvidence.moves([(0, 63, 1), (0, 0, 1), (63, 0, 1)])
    #expect(DurableExit(try #require(DependencyChain(moves: brief))) == nil)
    let study = try TrapStudy([DependencyEvidence(scenarioName: "Brief", content: .moves([brief]))])
    #expect(!study.scenarios[0].hasWayOut)
    #expect(study.estimate(.quartersToExit, scenario: 0).mean.isNaN)
  }

  @Test("64 states split into 72, and chances within years are those of a run by joint states and counters")
  func wholeChain() throws {
    let chain = DependencyChain(TrapEvidence.poorProfile, occupancy: Array(repeating: 1, count: 64))
    let exit = try #require(DurableExit(chain))
    #expect(exit.chain.states == 72)
    let within = exit.chain.absorbedWithin([4, 20, 40]).map { exit.byState($0, otherwise: 0) }
    // Households that are precarious, connected and aware at the start, by joint state and quarters out.
    let start = 2 + 4 * 2 + 16 * 2
    var shares = [Double](repeating: 0, count: 64 * 4)
    shares[start] = 1
    var gone = 0.0
    for quarter in 1...40 {
      var next = [Double](repeating: 0, count: 64 * 4)
      for from in 0..<64 {
        for quartersOut in 0..<4 where shares[from + 64 * quartersOut] > 0 {
          for to in 0..<64 where TrapEvidence.poorProfile[from, to] > 0 {
            let after = JointState(index: to).isOut ? quartersOut + 1 : 0
            let moved = shares[from + 64 * quartersOut] * TrapEvidence.poorProfile[from, to]
            if after == 4 { gone += moved } else { next[to + 64 * after] += moved }
          }
        }
      }
      shares = next
      if let horizon = [4, 20, 40].firstIndex(of: quarter) {
        #expect((within[horizon][start] / gone - 1).magnitude < 1e-12)
      }
    }
  }

  @Test("elasticities of doors are those of solving again for doors that are opened a little")
  func doors() throws {
    let chain = DependencyChain(TrapEvidence.poorProfile, occupancy: Array(repeating: 1, count: 64))
    let numbers = TrapNumbers(chain, start: chain.sharesNotOut)
    let analysis = TrapAnalysis(scenarioName: "Poor", numbers)
    func expected(_ door: Door, _ change: Double) throws -> Double {
      let changed = chain.replacingChain(
        chain.chain.raising(by: change) { door.isPassed(from: chain.states[$0], to: chain.states[$1]) })
      let exit = try #require(DurableExit(changed))
      return zip(exit.steps, exit.start(numbers.start)).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let change = 1e-4
    for effect in analysis.doors {
      let difference = try expected(effect.door, change) - expected(effect.door, -change)
      let derivative = difference / (2 * change) / (try expected(effect.door, 0))
      #expect((effect.elasticity - derivative).magnitude < 1e-7, "\(effect.door)")
    }
    #expect(analysis.doors.count == 18)
  }
}
