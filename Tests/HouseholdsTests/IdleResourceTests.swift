import ExactMath
import Simulation
import Testing

@testable import Households

@Suite struct IdleResourceTests {
  @Test("what lay idle becomes exactly that many assets, once")
  func activation() throws {
    let model = try Scenario.small().model()
    let settled = model.settled(replication: 0)
    let programmes = try ["One", "Two"].map { name in
      try Programme.small(named: name, .make("idle", .idleResourceActivation, cost: 500))
    }
    let without = Trial(model, settled: settled)
    let with = Trial(model, model.baseline.with(programmes[0], programmes[1]), settled: settled)
    for trial in [without, with] { trial.advance() }
    var (activated, households) = (0.0, 0.0)
    for household in 0..<5000 {
      let amount = roundToMoneyGrid(Double(settled.idleResource[household]) * settled.need[household])
      #expect(with.population.assets[household] == without.population.assets[household] + amount)
      #expect(with.population.idleResource[household] == 0)
      activated += amount
      if amount > 0 { households += 1 }
    }
    #expect(households > 1000 && households < 4000)
    #expect(with.population.total(.activated) - settled.total(.activated) == activated)
    #expect(with.population.ledgerBreaches().isEmpty)
    #expect(with.costs("idle").map(\.units) == [households])
    #expect(with.costs("idle").map(\.pkr) == [1000 * households * modelMoney(500)])
    #expect(with.costs("idle", desk: 1).isEmpty)
  }

  @Test("nobody earns less from capital for having activated it")
  func direction() throws {
    let model = try Scenario.small { $0.patrons.feedback = 0 }.model()
    let without = Trial(model)
    let with = Trial(model, model.baseline.with(try .small(.make("idle", .idleResourceActivation))))
    let idle = Array(with.population.idleResource.elements)
    for trial in [without, with] { trial.advance(2) }
    let (gained, same) = (idle.indices.filter { idle[$0] > 0 }, idle.indices.filter { idle[$0] == 0 })
    // Other chances of moving out of dependency follow from more assets, so that only sums can be compared.
    let assets = [without, with].map { trial in gained.reduce(0) { $0 + trial.population.assets[$1] } }
    #expect(assets[1] > assets[0])
    #expect(same.allSatisfy { with.population.assets[$0] == without.population.assets[$0] })
  }
}
