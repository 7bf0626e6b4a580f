import MarkovChains
import Testing

@Suite("Elasticities of the time until absorption")
struct AbsorptionSensitivityTests {
  private let whole = Chains.drawn(states: 6, seed: 11)
  private let start = [0.1, 0.4, 0.2, 0.3]

  /// The first four states of a chain of six, the last two being targets.
  private func ending(_ chain: MarkovChain) -> AbsorbingChain {
    var (moves, absorption): ([Double], [Double]) = ([], [])
    for to in 0..<4 { moves += (0..<4).map { chain[$0, to] } }
    for to in 4..<6 { absorption += (0..<4).map { chain[$0, to] } }
    return AbsorbingChain(states: 4, targets: 2, moves: moves, absorption: absorption)
  }

  private func expected(_ chain: MarkovChain) throws -> Double {
    zip(start, try #require(ending(chain).expectedSteps())).reduce(0) { $0 + $1.0 * $1.1 }
  }

  @Test("the formula gives what solving again for slightly changed chains gives, for every move")
  func bySolvingAgain() throws {
    let chain = ending(whole)
    let sensitivity = AbsorptionSensitivity(
      chain, start: start, steps: try #require(chain.expectedSteps()),
      fundamentalMatrix: try #require(chain.fundamentalMatrix()))
    #expect((sensitivity.expectedSteps / (try expected(whole)) - 1).magnitude < 1e-14)
    let change = 1e-4
    for from in 0..<4 {
      for to in 0..<6 {
        let more = try expected(whole.raising(by: change) { $0 == from && $1 == to })
        let less = try expected(whole.raising(by: -change) { $0 == from && $1 == to })
        let found = sensitivity.elasticity(from: from, moves: [(to < 4 ? to : nil, whole[from, to])])
        #expect((found - (more - less) / (2 * change) / sensitivity.expectedSteps).magnitude < 1e-8)
      }
    }
  }

  @Test("the same for several moves raised together")
  func together() throws {
    let chain = ending(whole)
    let sensitivity = AbsorptionSensitivity(
      chain, start: start, steps: try #require(chain.expectedSteps()),
      fundamentalMatrix: try #require(chain.fundamentalMatrix()))
    let change = 1e-4
    let named = [1, 3, 5]
    let more = try expected(whole.raising(by: change) { $0 == 2 && named.contains($1) })
    let less = try expected(whole.raising(by: -change) { $0 == 2 && named.contains($1) })
    let found = sensitivity.elasticity(from: 2, moves: named.map { ($0 < 4 ? $0 : nil, whole[2, $0]) })
    #expect((found - (more - less) / (2 * change) / sensitivity.expectedSteps).magnitude < 1e-8)
  }

  @Test("one state: raising the exit by a tenth shortens the stay to ten elevenths, and the elasticity is -1")
  func oneState() throws {
    let chain = AbsorbingChain(states: 1, targets: 1, moves: [0.8], absorption: [0.2])
    let sensitivity = AbsorptionSensitivity(chain, start: [1], steps: [5], fundamentalMatrix: [5])
    #expect((sensitivity.elasticity(from: 0, moves: [(nil, 0.2)]) + 1).magnitude < 1e-14)
    let raised = Chains.twoStates(entry: 0.1, exit: 0.2).raising(by: 0.1) { $0 == 1 && $1 == 0 }
    #expect((raised[1, 0] - 0.22).magnitude < 1e-15)
    #expect((raised[1, 1] - 0.78).magnitude < 1e-15)
    #expect(raised[0, 1] == 0.1)
  }

  @Test("a raised chain keeps its rows at 1 and the proportions of what is not raised; nothing goes beyond 1")
  func raising() {
    let raised = whole.raising(by: 0.1) { _, to in to < 2 }
    for from in 0..<6 {
      #expect(((0..<6).reduce(0) { $0 + raised[from, $1] } - 1).magnitude < 1e-15)
      #expect((raised[from, 0] / whole[from, 0] - 1.1).magnitude < 1e-14)
      #expect((raised[from, 2] / raised[from, 3] / (whole[from, 2] / whole[from, 3]) - 1).magnitude < 1e-14)
    }
    let certain = Chains.twoStates(entry: 0.95, exit: 1).raising(by: 0.1) { $0 != $1 }
    for (found, known) in zip(certain.probabilities, [0.0, 1, 1, 0]) { #expect((found - known).magnitude < 1e-15) }
  }
}
