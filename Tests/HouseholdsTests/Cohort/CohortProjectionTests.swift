import Simulation
import Testing

@testable import Households

/// Projections without programmes, held against a slow chain that counts quarters out state by state.
@Suite struct CohortProjectionTests {
  /// Households of a joint state, so many quarters out (up to 4), that have made a durable exit or not.
  private struct SlowChain {
    var masses: [[[Double]]]
    let matrix: TransitionMatrix

    mutating func advance() {
      var next = masses.map { $0.map { $0.map { _ in 0.0 } } }
      for from in 0..<64 {
        for quarters in 0...4 {
          for made in 0...1 where masses[from][quarters][made] > 0 {
            for to in 0..<64 where matrix[from, to] > 0 {
              let out = DependencyState(rawValue: UInt8(to)).isOut ? min(4, quarters + 1) : 0
              next[to][out][out == 4 ? 1 : made] += masses[from][quarters][made] * matrix[from, to]
            }
          }
        }
      }
      masses = next
    }
  }

  @Test("states, durable stays and durable exits are those of a chain that counts quarters, class by class")
  func slowReference() throws {
    let scenario = Scenario.small(households: 600, years: 3)
    let settled = try scenario.model().settled(replication: 1)
    let cohort = Cohort(settled, parameters: scenario.parameters, options: CohortOptions(classes: 40))
    let rows = CohortRows(cohort, kernel: CohortKernel(scenario.parameters.dependency), strands: 1)
    var chains = (0..<cohort.classCount).map { index in
      var features = [Double](repeating: 0, count: Feature.count)
      for feature in Feature.ofProfile { features[feature.rawValue] = rows.start(feature, ofClass: index) }
      var chain = SlowChain(
        masses: Array(repeating: Array(repeating: [0, 0], count: 5), count: 64),
        matrix: TransitionKernel(scenario.parameters.dependency).matrix(of: DependencyProfile(features: features)))
      for household in cohort.classes.members(of: index) {
        let out = min(4, Int(settled.quartersOut[household]))
        chain.masses[Int(settled.state[household].rawValue)][out][out == 4 ? 1 : 0] += cohort.householdsOfClass[index]
      }
      return chain
    }
    for quarter in 1...12 {
      rows.advance()
      for index in chains.indices { chains[index].advance() }
      guard [1, 4, 12].contains(quarter) else { continue }
      for (index, chain) in chains.enumerated() {
        let scale = Double(cohort.classes.members(of: index).count)
        let masses = rows.masses(ofRow: index)
        var states = [Double](repeating: 0, count: 64)
        CohortMasses.addStates(masses, to: &states)
        for state in 0..<64 {
          let expected = chain.masses[state].joined().reduce(0, +) / scale
          #expect((states[state] - expected).magnitude < 1e-10, "class \(index), state \(state), quarter \(quarter)")
        }
        let durable = chain.masses.reduce(0) { $0 + $1[4][0] + $1[4][1] } / scale
        let made = chain.masses.reduce(0) { $0 + $1.reduce(0) { $0 + $1[1] } } / scale
        #expect((CohortMasses.durablyOut(masses) - durable).magnitude < 1e-10)
        #expect((CohortMasses.lastingTotal(masses) - made).magnitude < 1e-10)
      }
    }
  }

  @Test("at the start the measures are those of the households")
  func start() throws {
    let scenario = Scenario.small(households: 800)
    let model = try scenario.model()
    let settled = model.settled(replication: 1)
    let engine = CohortEngine(model: model, options: CohortOptions(classes: 60))
    let projected = engine.project(scenario, from: engine.cohort(of: settled)).observations[0]
    let simulated = model.run(scenario, from: settled, replication: 1, observeEvery: 4).observations[0]
    for level in model.groupLevels.indices {
      for (index, measure) in CohortEngine.measures.enumerated() {
        let other = Model.measures.firstIndex(of: measure).map { simulated.values[$0 + Model.measures.count * level] }
        let value = projected.values[index + CohortEngine.measures.count * level]
        let expected = try #require(other)
        #expect(value.isNaN == expected.isNaN, "\(measure.name) of \(model.groupLevels[level])")
        // Thirds of dimensions are rounded to multiples of 2^-24 where single households are added up.
        let tolerance = 1e-9 * max(1, expected.magnitude) + 0x1p-25
        if !value.isNaN { #expect((value - expected).magnitude <= tolerance, "\(measure.name)") }
      }
    }
  }

  @Test("no measure is of poverty, and none is made up")
  func measures() {
    let names = CohortEngine.measures.map(\.name)
    #expect(names.count == 23)
    for name in [
      "headcount_ratio", "poverty_gap", "gini", "welfare_ratio", "exited", "relapsed", "unmet_need", "hungry",
    ] {
      #expect(!names.contains(name), "\(name)")
    }
    #expect(Set(CohortEngine.measures).isSubset(of: Set(Model.measures)))
  }

  @Test("moves add up: each quarter every household makes one")
  func transitions() throws {
    let scenario = Scenario.small(households: 500, years: 1)
    let model = try scenario.model()
    let engine = CohortEngine(model: model, options: CohortOptions(classes: 30))
    let cohort = engine.settled(replication: 1)
    let result = engine.project(scenario, from: cohort)
    let households = cohort.householdsOfClass.reduce(0, +)
    #expect((result.transitions.reduce(0, +) - 4 * households).magnitude < 1e-8 * households)
    #expect(!result.transitions.contains { $0 < 0 })
    var options = engine.options
    options.countsTransitions = false
    let lighter = CohortEngine(model: model, options: options)
    let without = lighter.project(scenario, from: lighter.settled(replication: 1))
    #expect(without.observations.last?.values == result.observations.last?.values)
    #expect(without.transitions.allSatisfy { $0 == 0 })
  }

  @Test("the more classes, the nearer to one class for each household")
  func aggregation() throws {
    let scenario = Scenario.small(households: 1000, years: 5)
    let model = try scenario.model()
    let settled = model.settled(replication: 1)
    func out(classes: Int) -> [Double] {
      let cohort = Cohort(settled, parameters: scenario.parameters, options: CohortOptions(classes: classes))
      let projection = CohortProjection(scenario, from: cohort)
      for _ in 0..<20 { projection.advance() }
      return projection.states
    }
    func distance(_ left: [Double], _ right: [Double]) -> Double {
      zip(left, right).reduce(0) { $0 + ($1.0 - $1.1).magnitude } / 2 / left.reduce(0, +)
    }
    let exact = out(classes: 1000)
    let (few, some, many) = (out(classes: 1), out(classes: 250), out(classes: 600))
    #expect(distance(some, exact) < distance(few, exact))
    #expect(distance(many, exact) < distance(some, exact))
    #expect(distance(many, exact) < 0.01)
    #expect(distance(exact, exact) == 0)
  }

  @Test("neighbours who follow the cohort change what is projected, and only then")
  func neighbours() throws {
    let scenario = Scenario.small(households: 500, years: 2)
    let settled = try scenario.model().settled(replication: 1)
    func states(_ shares: CohortOptions.SettlementShares) -> [Double] {
      let options = CohortOptions(classes: 30, settlementShares: shares)
      let projection = CohortProjection(
        scenario, from: Cohort(settled, parameters: scenario.parameters, options: options))
      for _ in 0..<8 { projection.advance() }
      return projection.states
    }
    let (frozen, following) = (states(.frozen), states(.following))
    #expect(frozen != following)
    #expect((frozen.reduce(0, +) - following.reduce(0, +)).magnitude < 1e-8)
  }
}
