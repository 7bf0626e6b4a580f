import ExactMath
import Simulation
import Testing

@testable import Households

@Suite struct SelfSelectionTests {
  private static func programme(_ name: String = "Help", from: String = "2019-Q1") throws -> Programme {
    var target = Targeting()
    target.selfSelection = true
    return try .small(named: name, from: from, until: "2020-Q4", target: target, .cash)
  }

  @Test("households apply with the logistic probability of their need and awareness")
  func probability() throws {
    let model = try Scenario.small().model()
    let trial = Trial(model, model.baseline.with(try Self.programme()))
    let without = Trial(model)
    // The trial's own state: welfare is this quarter's, the political level the opening one.
    let political = trial.population.householdStates.map(\.political)
    trial.advance()
    without.advance()
    let served = Set(trial.served())
    for isAware in [false, true] {
      var (count, expected, variance) = (0.0, 0.0, 0.0)
      for household in political.indices where (political[household] >= 2) == isAware {
        let shortfall = max(-1, min(1, 1 - Double(without.population.welfare[household])))
        let probability = 1 / (1 + exponential(1 - 2 * shortfall - (isAware ? 1 : 0)))
        expected += probability
        variance += probability * (1 - probability)
        count += served.contains(household) ? 1 : 0
      }
      try #require(variance > 25)
      #expect((count - expected).magnitude < 5 * variance.squareRoot())
    }
  }

  @Test("who has not applied may do so a year later, and not before")
  func renewal() throws {
    let model = try Scenario.small().model()
    let trial = Trial(model, model.baseline.with(try Self.programme()))
    trial.advance(8)
    let steps = Set(trial.served().map { trial.desks[0].offered[$0] })
    #expect(steps == [1, 5])
  }

  @Test("another programme's applications leave one's own alone")
  func luck() throws {
    let model = try Scenario.small().model()
    let alone = Trial(model, model.baseline.with(try Self.programme()))
    let both = Trial(model, model.baseline.with(try Self.programme("Other"), try Self.programme()))
    alone.advance()
    both.advance()
    #expect(alone.served() == both.served(1))
    #expect(both.served(0) != both.served(1))
  }
}
