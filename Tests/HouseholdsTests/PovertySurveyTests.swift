import Simulation
import Testing

@testable import Households

@Suite struct PovertySurveyTests {
  private static func survey(error: Double = 0, capacity: Double? = nil) -> CommunityIntervention.Kind {
    .povertySurvey(cost: 300, errorPoints: error, capacityPerQuarter: capacity)
  }

  private static func truth(_ population: Population) -> [Float] {
    (0..<population.households).map { population.uncutScore(of: $0, wealthPoints: ScoreParameters().wealth) }
  }

  @Test("a survey without error finds the true points of its area and costs so much for each household")
  func area() throws {
    let model = try Scenario.small().model()
    let trial = PlaceTrial(model, [try .places(area: Area(district: "Kasur"), Self.survey())])
    trial.advance(3)
    let (points, truth) = (trial.points(), Self.truth(trial.population))
    let kasur = Set(trial.population.households(of: "Kasur"))
    #expect(kasur.count == 3400)
    for household in points.indices {
      if kasur.contains(household) {
        #expect(points[household] == truth[household])
      } else {
        #expect(points[household].isNaN)
      }
    }
    #expect(trial.costs("task 1").map(\.quarter) == [1])
    #expect(trial.costs("task 1").map(\.units) == [3400])
    #expect(trial.costs("task 1").map(\.households) == [3400])
    #expect(trial.costs("task 1").map(\.pkr) == [1000 * 3400 * modelMoney(300)])
  }

  @Test("households that stand for others cost as much as all of them")
  func weights() throws {
    let model = try Scenario.small(households: 1000).model()
    let trial = PlaceTrial(model, [try .places(Self.survey())])
    trial.advance()
    let one = (5 * modelMoney(300) * 1_048_576).rounded(.toNearestOrEven) / 1_048_576
    #expect(trial.costs("task 1").map(\.units) == [5000])
    #expect(trial.costs("task 1").map(\.pkr) == [1000 * 1000 * one])
  }

  @Test("the error has its standard deviation and no bias", arguments: [3.0, 8.0])
  func error(deviation: Double) throws {
    let model = try Scenario.small().model()
    let trial = PlaceTrial(model, [try .places(Self.survey(error: deviation))])
    trial.advance()
    let errors = zip(trial.points(), Self.truth(trial.population)).map { Double($0 - $1) }
    let mean = errors.reduce(0, +) / 5000
    let variance = errors.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 4999
    #expect(mean.magnitude < 5 * deviation / 5000.squareRoot())
    #expect((variance.squareRoot() - deviation).magnitude < 5 * deviation / 10_000.squareRoot())
  }

  @Test("capacity is respected in the order of the store, and what is too little for one household carried over")
  func capacity() throws {
    let model = try Scenario.small(households: 1250).model()
    let trial = PlaceTrial(model, [try .places(Self.survey(capacity: 333))])
    for quarter in 1...8 {
      trial.advance()
      let visited = trial.points().filter { !$0.isNaN }.count
      #expect(visited == 333 * quarter / 4)
      #expect(trial.points().prefix(visited).allSatisfy { !$0.isNaN })
    }
    #expect(trial.costs("task 1").reduce(0) { $0 + $1.households } == 4 * 666)
  }

  @Test("money ends a survey at the household that it does not reach")
  func money() throws {
    let model = try Scenario.small().model()
    let trial = PlaceTrial(model, [try .places(total: 100_000, Self.survey())])
    trial.advance(4)
    let expected = Int(modelMoney(100_000) / modelMoney(300))
    #expect(expected == 333)
    #expect(trial.points().filter { !$0.isNaN }.count == expected)
    #expect(trial.costs("task 1").map(\.pkr) == [1000 * Double(expected) * modelMoney(300)])
  }

  @Test("what was measured stays, however the household changes, and is not paid for again")
  func once() throws {
    let model = try Scenario.small().model()
    let programme = try Programme.places(Self.survey(error: 4, capacity: 2000), Self.survey(error: 1))
    let trial = Trial(model, model.baseline.with(programme))
    trial.advance()
    let first = trial.partners.setting.surveys["Help"].map { Array($0.elements) } ?? []
    trial.advance(3)
    let later = trial.partners.setting.surveys["Help"].map { Array($0.elements) } ?? []
    #expect(first.count == 5000 && first.allSatisfy { !$0.isNaN })
    #expect(first.map(\.bitPattern) == later.map(\.bitPattern))
    #expect(Self.truth(trial.population) != Self.truth(model.settled(replication: 0)))
    #expect(trial.costs("task 1").map(\.units) == [2000])
    #expect(trial.costs("task 2").map(\.units) == [3000])
  }

  @Test("a larger survey finds the same where the smaller one has been")
  func commonLuck() throws {
    let model = try Scenario.small().model()
    let small = PlaceTrial(model, [try .places(Self.survey(error: 5, capacity: 300))])
    let large = PlaceTrial(model, [try .places(Self.survey(error: 5, capacity: 700))])
    let other = PlaceTrial(model, [try .places(named: "Other", Self.survey(error: 5))])
    for trial in [small, large, other] { trial.advance(3) }
    #expect(small.points().filter { !$0.isNaN }.count == 900)
    #expect(large.points().filter { !$0.isNaN }.count == 2100)
    #expect(zip(small.points(), large.points()).allSatisfy { $0.isNaN || $0 == $1 })
    #expect(zip(small.points(), other.points("Other")).allSatisfy { $0 != $1 })
  }
}
