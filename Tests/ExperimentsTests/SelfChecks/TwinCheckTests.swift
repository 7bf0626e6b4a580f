@testable import Experiments
@testable import Households
import Testing

@Suite("Self-checks of scenarios that should be one")
struct TwinCheckTests {
  private let scenario = SmallWorld.scenario

  private func verdicts(_ engine: some Simulator) throws -> (null: SelfCheckVerdict, same: SelfCheckVerdict) {
    (
      try SelfCheck.programmeWithoutMoney(engine: engine, scenario: scenario, replications: 2).verdict(),
      try SelfCheck.anotherName(engine: engine, scenario: scenario, replications: 2).verdict()
    )
  }

  @Test("the model keeps both promises, and thousands of values tell")
  func kept() throws {
    let (null, same) = try verdicts(try SmallWorld.model(threads: 2))
    #expect(null.isKept && same.isKept, "\(null) \(same)")
    for verdict in [null, same] {
      guard case .count(0, let values, _) = verdict.evidence[0], case .count(0, let households, _) = verdict.evidence[1]
      else {
        Issue.record("\(verdict.evidence)")
        continue
      }
      #expect(values > 10_000)
      #expect(households == 2 * 2 * 800)
    }
  }

  @Test("the scenario needs no programmes of its own")
  func withoutProgrammes() throws {
    var scenario = scenario
    scenario.programmes = []
    let check = SelfCheck.programmeWithoutMoney(engine: try SmallWorld.model(), scenario: scenario, replications: 1)
    #expect(try check.verdict().isKept)
  }

  @Test("luck that counts calls is found out")
  func callCount() throws {
    var engine = SpoiltModel(try SmallWorld.model())
    engine.spoilResult = { result, _, call in
      result.observations[1] = result.observations[1].with(
        result.observations[1].values[5] + 1e-12 * Double(call), at: 5)
    }
    let (null, same) = try verdicts(engine)
    #expect(!null.isKept && !same.isKept)
    #expect(null.evidence[0] != .count(0, of: 0, "values differ"))
  }

  @Test("one household that ends otherwise is found out")
  func household() throws {
    var engine = SpoiltModel(try SmallWorld.model())
    engine.spoilRecord = { record, scenario in
      guard scenario.name != "Small", record.quarter == 4, case .whole(7) = record.cells[0] else { return }
      record.cells[14] = .real(-1)
    }
    let (null, same) = try verdicts(engine)
    for verdict in [null, same] {
      #expect(!verdict.isKept)
      #expect(verdict.evidence[0].isGood == true)
      #expect(verdict.evidence[1] == .count(2, of: 3200, "households differ at the start or the end"))
    }
  }

  @Test(
    "a programme without money that does something is found out",
    arguments: ["value", "transition", "cost", "course", "institution", "stocktake", "programme value"])
  func something(what: String) throws {
    var engine = SpoiltModel(try SmallWorld.model())
    engine.spoilResult = { result, scenario, _ in
      guard let null = scenario.programmes.first(where: { $0.totalBudget == 0 }) else { return }
      switch what {
      case "value": result.observations[4] = result.observations[4].with(.nan, at: 2)
      case "transition": result.transitions[0] += 1
      case "cost":
        result.costs.append(
          CostEntry(
            quarter: 1, partner: null.partner, programme: null.name, intervention: "cash", units: 1, households: 1,
            parts: CostParts(delivery: 1)))
      case "course": result.course[2].moves[7] += 1
      case "institution":
        result.institutions.append(
          InstitutionEntry(
            quarter: 0, place: "Kasur UC 1", tier: "network", status: "active", count: 1, members: 1, poorShare: 0,
            womenShare: 0, maturity: .nan, savings: 0, treasury: 0, cost: 0))
      case "stocktake": result.stocktake[0].households += 1
      default: result.observations[0].programmeValues[0] += 1
      }
    }
    let (null, same) = try verdicts(engine)
    #expect(!null.isKept, "\(what)")
    #expect(same.isKept, "\(what)")
  }

  @Test("two undefined values are the same, an undefined and a defined one are not")
  func undefined() {
    var count = DifferenceCount()
    count.compare(.nan, .nan)
    count.compare(0, -0)
    #expect(count.differing == 0)
    count.compare(.nan, 0)
    count.compare([1, 2], [1])
    #expect(count.differing == 2)
    #expect(count.compared == 5)
  }

  @Test("nothing to look at keeps no promise")
  func nothing() {
    #expect(!SelfCheckVerdict("p", [.count(0, of: 0, "things")]).isKept)
    #expect(!SelfCheckVerdict("p", [.note("n")]).isKept)
    #expect(!SelfCheckVerdict("p", []).isKept)
    #expect(!SelfCheckVerdict("p", [.count(0, of: 1, "things"), .largest(.nan, limit: 1, "error")]).isKept)
    #expect(SelfCheckVerdict("p", [.count(0, of: 1, "things"), .largest(1, limit: 1, "error")]).isKept)
  }
}
