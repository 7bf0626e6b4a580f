import CostEffectiveness
import Notation
import Testing

@testable import Experiments
@testable import Households
@testable import Reporting

@Suite("Account of money")
struct MoneyReportTests {
  /// A run in which so many households are out in each of four quarters, and as many have made an exit.
  private static func run(_ pkr: Double, out: [Double]) -> RunResult {
    var result = Fixture.result([0.5, 0, 0.5, 0], [0.5, out[3], 0.5, 0])
    result.costs = [
      CostEntry(
        quarter: 1, partner: "Fund", programme: "P", intervention: "i", units: 1, households: 1,
        parts: CostParts(transfer: pkr))
    ]
    result.course = ([0] + out).enumerated().map { quarter, out in
      CourseEntry(
        quarter: quarter, levels: [0, 0, 1000 - out, out, 0, 0, 1000, 0, 0, 0, 1000, 0],
        moves: [Double](repeating: 0, count: 18), out: out,
        dependent: 1000 - out, durablyOut: 0, poorHouseholds: 500, poorPersons: 3000)
    }
    return result
  }

  /// Replications of some scenarios, in which a household more, none or one less is out of dependency in turn.
  private static func report(
    _ scenarios: [(name: String, pkr: Double, out: [Double])], replications: Int = 12,
    _ change: (inout EvaluationParameters) -> Void = { _ in }
  ) -> String {
    var evaluation = EvaluationParameters()
    change(&evaluation)
    var parameters = Parameters()
    parameters.evaluation = evaluation
    var accumulator = SummaryAccumulator(
      scenarioNames: scenarios.map(\.name), groupLevels: Fixture.groupLevels, measures: Fixture.measures,
      parameters: Array(repeating: parameters, count: scenarios.count), detail: .groups)
    for replication in 1...replications {
      for (index, scenario) in scenarios.enumerated() {
        // Chance adds a household or takes one away, but not in the baseline.
        let chance = index == 0 ? 0 : Double((replication - 1) % 3 - 1)
        accumulator.add(
          run(scenario.pkr, out: scenario.out.map { $0 + chance }),
          of: RunIdentity(scenario: index, scenarioName: scenario.name, replication: replication))
      }
    }
    return MoneyReport(summary: accumulator.summary(), isColored: false).text
  }

  private static let none: (name: String, pkr: Double, out: [Double]) = ("None", 0, [10, 10, 10, 10])

  @Test("costs per exit and per year, and what is worth its cost")
  func account() {
    let text = Self.report([
      Self.none, ("Late", 1_000_000, [10, 10, 10, 40]), ("Dear", 2_000_000, [10, 10, 10, 30]),
    ]) { $0.costDiscountRate = 0 }
    #expect(text.hasPrefix("What one more costs the programmes, against None\n\nscenario"))
    // 1,000,000 / 30, and over 30 +- 2.2010 x 0.8528 / sqrt 12.
    #expect(text.contains("Late      durable exit"))
    let rows = text.split(separator: "\n")
    #expect(rows.contains { $0.contains("durable exit ") && $0.hasSuffix("32,742 to 33,946") })
    #expect(rows.contains { $0.contains("household lifted") && $0.hasSuffix("as many for more money") })
    #expect(
      text.contains(
        """
        On the efficiency frontier, by means, from the cheapest:
          None
          Late, at PKR 33,333 for each durable exit more than None
        Off it, whatever a durable exit is worth:
          Dear: Late achieves as much for no more money
        For households lifted out of poverty those on the frontier are instead: None.

        """))
    #expect(
      text.contains("For dependency-years the same scenarios are on the frontier under all three assumptions.\n"))
    #expect(text.contains("Costs are discounted by 0% a year, years by 5%; what borrowers still owe at the end "))
  }

  @Test("a verdict that depends on what comes after the end is said to do so")
  func flips() {
    let text = Self.report([
      Self.none, ("Early", 1_000_000, [60, 60, 60, 11]), ("Late", 1_500_000, [10, 10, 10, 60]),
    ])
    // Where gains last, a mixture of None and Late does as much as Early for less.
    #expect(
      text.contains(
        "For dependency-years the verdict depends on what is assumed of the time after the end: Early is on the "
          + "frontier only if gains stop at the end; Late is on the frontier only if gains halve each year or gains persist "
          + "for 10 years.\n"))
  }

  @Test("gains that turn into losses are told")
  func signs() {
    let text = Self.report([Self.none, ("Relapse", 1_000_000, [60, 60, 60, 5])])
    #expect(text.contains("Relapse adds dependency-years if gains persist for 10 years"))
    #expect(text.contains("fewer for more money"))
  }

  @Test("a scenario that gains nothing beyond rounding is dominated, and no sentence has an empty end")
  func gainOfNothing() {
    // As many households are out in each quarter, counted as a sum that rounds otherwise; chance cancels.
    let text = Self.report([Self.exact, ("Cheap", 1_000_000, [0.1 + 0.2, 0.1 + 0.2, 0.1 + 0.2, 0.1 + 0.2])])
    #expect(text.contains("  Cheap: Exact achieves as much for no more money\n"))
    #expect(!text.contains("if ."))
    #expect(text.contains("For dependency-years the same scenarios are on the frontier under all three assumptions.\n"))
  }

  private static let exact: (name: String, pkr: Double, out: [Double]) = ("Exact", 0, [0.3, 0.3, 0.3, 0.3])

  @Test("extended dominance, equals and savings have their words")
  func words() {
    let text = Self.report([
      Self.none, ("Small", 900_000, [10, 10, 10, 20]), ("Large", 1_000_000, [10, 10, 10, 60]),
      ("Twin", 1_000_000, [10, 10, 10, 60]),
    ])
    #expect(text.contains("  Small: a mixture of None and Large achieves as much for less\n"))
    #expect(text.contains("  Twin: the same as Large\n"))
    let saving = Self.report([("Costly", 1_000_000, [10, 10, 10, 10]), ("Cheap", 0, [10, 10, 10, 60])])
    #expect(saving.contains("more for less money"))
    #expect(saving.contains("  Costly: Cheap achieves as much for no more money\n"))
  }

  @Test("too few replications give prices and no verdict", arguments: [2, 9])
  func few(replications: Int) {
    let scenarios = [
      Self.none, ("Late", 1_000_000, [10.0, 10, 10, 40]), ("Worse", 1_000_000, [10.0, 10, 10, 5]),
      ("Same", 0, [10.0, 10, 10, 10]),
    ]
    func lines(_ replications: Int) -> [Substring] {
      Self.report(scenarios, replications: replications).split(separator: "\n")
    }
    let few = lines(replications)
    #expect(few.contains { $0.hasPrefix("Worse ") && $0.hasSuffix(" too few replications") }, "\(few)")
    #expect(
      few.contains("Which scenarios are on the efficiency frontier is not told from \(replications) replications."))
    for verdict in ["fewer for more money", "as many for more money", "not distinguishable", "On the ", "For dep"] {
      #expect(!few.contains { $0.contains(verdict) }, "\(verdict)")
    }
    let enough = lines(10)
    #expect(enough.contains { $0.hasPrefix("Worse ") && $0.hasSuffix("fewer for more money") })
    #expect(enough.contains { $0.hasPrefix("On the efficiency frontier") })
  }

  @Test("the wider perspective has a table of its own where it counts anything")
  func wider() {
    let scenarios = [Self.none, ("Late", 1_000_000, [10.0, 10, 10, 40])]
    #expect(!Self.report(scenarios).contains("others"))
    let text = Self.report(scenarios) { $0.levelCosts[2] = 1000 }
    #expect(text.contains("What one more costs, counting also what levels and moves cost others, against None"))
  }

  @Test("without money there is nothing to tell")
  func nothing() {
    #expect(Self.report([Self.none, ("Other", 0, [10, 10, 10, 40])]) == "")
  }

  @Test("numbers with as many decimals as they need")
  func plainNumbers() {
    #expect([5, 0.5, 12.25, 100, 0, 2.5].map(ReadableNumber.plain) == ["5", "0.5", "12.25", "100", "0", "2.5"])
  }
}
