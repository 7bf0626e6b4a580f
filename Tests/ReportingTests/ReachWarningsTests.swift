import Notation
import Testing

@testable import Experiments
@testable import Households
@testable import Reporting

@Suite("Programmes that reach nobody")
struct ReachWarningsTests {
  private static func scenario(_ change: (inout Programme) -> Void) -> Scenario {
    let quarter = CalendarQuarter(year: 2019, quarter: 1)
    var programme = Programme(
      name: "Cash", partner: "Fund", from: quarter, until: quarter, priceYear: 2019,
      package: [
        Intervention(name: "cash", kind: .cashTransfer(amount: 1, quarters: 1), deliveryCost: 0),
        Intervention(name: "coach", kind: .coaching(quarters: 2), deliveryCost: 0),
      ])
    change(&programme)
    return Scenario(
      name: "Plan", start: quarter, years: 1, replications: 1, seed: 1, regime: .threshold,
      population: PopulationSpecification(simulatedHouseholds: 10, places: [], officialHeadcount: [:]),
      programmes: [programme])
  }

  private static func texts(
    _ numbers: [Double]?, delivered: [String] = [], replications: Int = 6,
    _ change: (inout Programme) -> Void = { _ in }
  ) -> [String] {
    let scenario = scenario(change)
    var accumulator = SummaryAccumulator(
      scenarioNames: ["Plan"], programmeNames: [["Cash"]], groupLevels: Fixture.groupLevels, measures: Fixture.measures,
      detail: .groups)
    for replication in 1...replications {
      var result = Fixture.result([0.5, 0, 0.5, 0], [0.5, 0, 0.5, 0])
      result.reach = [numbers].compactMap(\.self).map {
        ProgrammeReach(
          programme: "Cash", eligible: $0[0], barred: $0[1], offered: $0[2], willing: $0[3], afforded: $0[4],
          served: $0[5])
      }
      result.costs = delivered.map {
        CostEntry(
          quarter: 1, partner: "Fund", programme: "Cash", intervention: $0, units: 1, households: 1, parts: CostParts())
      }
      let run = RunIdentity(scenario: 0, scenarioName: "Plan", replication: replication)
      accumulator.add(result, of: run)
    }
    let warnings = ReachWarnings.list(accumulator.summary(), scenarios: [scenario])
    #expect(warnings.allSatisfy { $0.kind == .reach })
    return warnings.map(\.text)
  }

  @Test("the reason is where the count stops, with the counts")
  func reasons() {
    #expect(
      Self.texts([1200, 0, 23, 3, 0, 0]) == [
        "Cash of Plan has served nobody: its money did not pay for one household (households, mean of 6 replications: "
          + "eligible 1,200, barred 0, offered 23, willing 3, afforded 0, served 0)"
      ])
    #expect(
      Self.texts([0, 0, 0, 0, 0, 0], replications: 1)[0].hasPrefix(
        "Cash of Plan has served nobody: nobody was eligible (households: eligible 0, "))
    #expect(Self.texts([9, 0, 0, 0, 0, 0])[0].contains(": it had no place for any of those eligible ("))
    #expect(Self.texts([9, 9, 0, 0, 0, 0])[0].contains(": none of those eligible could be registered ("))
    #expect(
      Self.texts([9, 2, 0, 0, 0, 0])[0]
        .contains(": those whose turn came could not be registered, and it had no place for any other ("))
    #expect(Self.texts([9, 0, 5, 0, 0, 0])[0].contains("none took any of it up"))
    #expect(Self.texts([9, 0, 5, 5, 5, 0])[0].contains("nothing had been delivered by the end"))
    #expect(Self.texts([0, 0, 0, 0, 0, 0]) { $0.totalBudget = 0 }[0].contains("its budget is 0"))
    #expect(
      Self.texts([0, 0, 0, 0, 0, 0]) { $0.until = CalendarQuarter(year: 2018, quarter: 4) }[0]
        .contains("its period lies outside that of the scenario"))
  }

  @Test("whoever is served is no warning, but a part of the package that nobody has received is")
  func parts() {
    let numbers = [9.0, 0, 5, 5, 5, 5]
    #expect(Self.texts(numbers, delivered: ["cash", "coach"]) == [])
    #expect(
      Self.texts(numbers, delivered: ["coach"]) == [
        "Cash of Plan has reached nobody with cash (of 5 households enrolled none took it up and could use it by the end)"
      ])
    #expect(
      Self.texts(numbers, delivered: ["cash"]) { $0.package[1].delayQuarters = 4 } == [
        "Cash of Plan has reached nobody with coach (it is due 4 quarters after enrolment, when the scenario has ended)"
      ])
    let centre = CommunityIntervention(
      name: "display", kind: .displayCentre(marketGain: 0.1, setupCost: 900, runningCost: 100))
    #expect(
      Self.texts(numbers, delivered: ["cash", "coach"]) { ($0.community, $0.quarterlyBudget) = ([centre], 999) } == [
        "Cash of Plan has reached nobody with display (the money does not pay for it once)"
      ])
  }

  @Test("work for places that was never done")
  func places() {
    let rates = CommunityIntervention(name: "rates", kind: .marketRateAnalysis(gain: 0.1, cost: 1))
    let mobilisation = CommunityIntervention(name: "organising", kind: .socialMobilisation(SocialMobilisation()))
    #expect(
      Self.texts(nil) { ($0.package, $0.community) = ([], [rates]) } == [
        "Cash of Plan has reached nobody: it did none of its work for places"
      ])
    #expect(
      Self.texts(nil, delivered: ["organising/staff"]) { ($0.package, $0.community) = ([], [rates, mobilisation]) } == [
        "Cash of Plan has reached nobody with rates (none of this work was done)"
      ])
  }

  @Test("warnings stand in the record, each once")
  func record() {
    let warning = Warning(.reach, "nobody came")
    #expect(
      JSONValue(encoding: [warning, Warning(.assumed, "much"), warning].firstAppearances).compact
        == "[{\"kind\":\"reach\",\"text\":\"nobody came\"},{\"kind\":\"assumed\",\"text\":\"much\"}]")
  }
}
