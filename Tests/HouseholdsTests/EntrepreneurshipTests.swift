import Simulation
import Testing

@testable import Households

@Suite struct EntrepreneurshipTests {
  private static func training(completion: Double = 1) -> Intervention {
    .make("business", .entrepreneurshipTraining, cost: 7000, completion: completion)
  }

  @Test("training makes entrepreneurs of those with vocational skill, and costs nothing for others")
  func skill() throws {
    let model = try Scenario.small().model()
    let programmes = try ["One", "Two"].map { try Programme.small(named: $0, Self.training()) }
    let trial = Trial(model, model.baseline.with(programmes[0], programmes[1]))
    for household in 0..<5000 { trial.population.skill[household] = UInt8(household % 4) }
    trial.advance()
    for household in 0..<5000 {
      #expect(trial.population.standing[household].contains(.entrepreneur) == (household % 4 >= 2))
    }
    #expect(trial.costs("business").map(\.units) == [2500])
    #expect(trial.costs("business").map(\.pkr) == [1000 * 2500 * modelMoney(7000)])
    // Who has learnt it is not taught again.
    #expect(trial.costs("business", desk: 1).isEmpty)
  }

  @Test("some complete the training, and who drops out has cost as much")
  func completion() throws {
    let model = try Scenario.small().model()
    let trial = Trial(model, model.baseline.with(try .small(Self.training(completion: 0.6))))
    for household in 0..<5000 { trial.population.skill[household] = 2 }
    trial.advance()
    let completed = (0..<5000).filter { trial.population.standing[$0].contains(.entrepreneur) }.count
    #expect((Double(completed) / 5000 - 0.6).magnitude < 5 * (0.6 * 0.4 / 5000).squareRoot())
    #expect(trial.costs("business").map(\.units) == [5000])
  }

  @Test("it follows a course in the skill that it needs")
  func ladder() throws {
    let model = try Scenario.small().model()
    let course = Intervention.make("skills", .skillTraining(level: 2))
    let business = Intervention.make("business", .entrepreneurshipTraining, delay: 1)
    let trial = Trial(model, model.baseline.with(try .small(course, business)))
    for household in 0..<5000 { trial.population.skill[household] = 0 }
    trial.advance()
    #expect((0..<5000).allSatisfy { !trial.population.standing[$0].contains(.entrepreneur) })
    trial.advance()
    #expect((0..<5000).allSatisfy { trial.population.standing[$0].contains(.entrepreneur) })
  }
}
