import Simulation
import Testing

@testable import Households

/// What part of a class takes up and completes a package.
@Suite struct CohortUptakeTests {
  @Test(
    "what has one key is taken up by one draw; choices of members exclude each other",
    arguments: [(false, 0.7, 0.4), (true, 0.9, 0.6)])
  func shares(membersChoose: Bool, taken: Double, completed: Double) throws {
    let scenario = Scenario.small(households: 500, years: 1)
    let engine = CohortEngine(model: try scenario.model(), options: CohortOptions(classes: 10))
    let cohort = engine.settled(replication: 1)
    var programme = try Programme.small(
      .make("rights", .awarenessTraining(gain: 0.3), takeUp: 0.5, completion: 0.8),
      .make("coach", .coaching(quarters: 2), takeUp: 0.5, completion: 0.5),
      .make("cash", .cashTransfer(amount: 1000, quarters: 1), takeUp: 0.4))
    for part in 0..<2 { programme.package[part].takeUpKey = "both" }
    let account = CohortAccount(programme, scenario: scenario, purse: nil)
    let offers = programme.package.map {
      CohortOffer($0, account: account, cohort: cohort, parameters: scenario.parameters, chosen: nil)
    }
    let uptake = CohortUptake(offers, membersChoose: membersChoose)
    for index in 0..<cohort.classCount {
      #expect((uptake.share(ofClass: index) - taken).magnitude < 1e-12)
      #expect((uptake.completedShare(ofClass: index) - completed).magnitude < 1e-12)
    }
  }
}
