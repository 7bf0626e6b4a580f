import Notation
import Testing

@testable import Experiments
@testable import Households
@testable import Reporting

@Suite("Headline report")
struct HeadlineReportTests {
  @Test(
    "numbers as a person reads them",
    arguments: [
      (0.0, 0, "0"), (1234.4, 0, "1,234"), (-1_234_567.891, 2, "-1,234,567.89"), (999.5, 0, "1,000"),
      (-0.001, 2, "0.00"), (.nan, 2, "-"), (123.0, 1, "123.0"),
    ])
  func numbers(value: Double, decimals: Int, text: String) {
    #expect(ReadableNumber.text(value, decimals: decimals) == text)
  }

  @Test("differences have their sign")
  func signs() {
    #expect(ReadableNumber.signed(12, decimals: 1) == "+12.0")
    #expect(ReadableNumber.signed(-12, decimals: 1) == "-12.0")
    #expect(ReadableNumber.signed(0, decimals: 1) == "0.0")
    #expect(ReadableNumber.signed(0.01, decimals: 1) == "0.0")
    #expect(ReadableNumber.signed(.nan, decimals: 1) == "-")
  }

  @Test(
    "halves are rounded away from zero, and what binary fractions make of a product is no matter",
    arguments: [
      (0.5, 0, "1"), (2.5, 0, "3"), (-0.5, 0, "-1"), (0.125, 2, "0.13"), (1.6875, 3, "1.688"),
      (100 * 0.016875, 3, "1.688"), (-100 * 0.016875, 3, "-1.688"), (1_000_000.5, 0, "1,000,001"),
      (0.4999994, 0, "0"), (0.49999999999, 0, "1"), (9.995, 2, "9.99"), (1e22, 0, "10,000,000,000,000,000,000,000"),
      (0.0000001234, 7, "0.0000001"),
    ])
  func halves(value: Double, decimals: Int, text: String) {
    #expect(ReadableNumber.text(value, decimals: decimals) == text)
  }

  /// Exits rise by some numbers, one for each replication, at a cost of PKR 60 million.
  private func runs(_ rises: [Double]) -> [(run: RunIdentity, result: RunResult)] {
    zip(1..., rises).flatMap { replication, rise in
      [
        (Fixture.run(0, replication), Fixture.result([0.5, 0, 0.5, 0], [0.5, 100, 0.5, 2])),
        (
          Fixture.run(1, replication),
          Fixture.result([0.5, 0, 0.5, 0], [0.5, 100 + rise, 0.5, 2], pkr: 60_000_000)
        ),
      ]
    }
  }

  /// Exits rise by 9, 10 and 11 in turn, in enough replications for a verdict.
  private var effective: [(run: RunIdentity, result: RunResult)] {
    runs((0..<12).map { Double(9 + $0 % 3) })
  }

  /// Exits fall by 10 and rise by 20 in turn, in enough replications for a verdict.
  private var doubtful: [(run: RunIdentity, result: RunResult)] { runs((0..<10).map { $0 % 2 == 0 ? -10 : 20 }) }

  @Test("a comparison shows levels, then differences")
  func comparison() {
    let report = HeadlineReport(Fixture.summary(of: effective))
    #expect(
      report.text == """
        Means of 12 replications, with 95% intervals

        scenario      measure                      start  after 1 year    95% interval
        ------------  ---------------------------  -----  ------------  --------------
        Base          headcount ratio, %           50.00         50.00  50.00 to 50.00
                      durable exits, households        0           100      100 to 100
                      programme cost, PKR million                 0.00    0.00 to 0.00
        Loans, small  headcount ratio, %           50.00         50.00  50.00 to 50.00
                      durable exits, households        0           110      109 to 111
                      programme cost, PKR million                60.00  60.00 to 60.00

        Differences from Base at the end, paired within replications

        scenario      measure                      difference    95% interval  reading
        ------------  ---------------------------  ----------  --------------  -------------
        Loans, small  headcount ratio, points           0.000  0.000 to 0.000  no difference
                      durable exits, households           +10         9 to 11  higher
                      programme cost, PKR million      +60.00  60.00 to 60.00  higher
        Common luck divides the variance of these differences by 1.0 (median), against unpaired runs.

        Ranks at the end, and the probability of being the best

        scenario      headcount ratio  durable exits  programme cost
        ------------  ---------------  -------------  --------------
        Base                   1  50%          2  0%         1  100%
        Loans, small           1  50%        1  100%           2  0%
        Scenarios that cannot be told apart share a rank. Less poverty and unmet need, more exits and lower cost are better.

        What one more costs the programmes, against Base

        scenario      one more                                                    PKR              95% interval
        ------------  ---------------------------------------------------  ----------  ------------------------
        Loans, small  durable exit                                          5,784,413    5,487,097 to 6,115,794
                      household lifted out of poverty at the end                    -    as many for more money
                      dependency-year averted, gains stop at the end       12,073,184  11,452,629 to 12,764,841
                      dependency-year averted, gains halve each year        3,512,766    3,332,212 to 3,714,008
                      dependency-year averted, gains persist for 10 years     725,807        688,501 to 767,387
        On the efficiency frontier, by means, from the cheapest:
          Base
          Loans, small, at PKR 5,784,413 for each durable exit more than Base
        For households lifted out of poverty those on the frontier are instead: Base.
        For dependency-years the same scenarios are on the frontier under all three assumptions.
        Costs and years are discounted by 5% a year; what borrowers still owe at the end counts as spent. The intervals \
        are of one scenario by itself and hold chance alone: untrap sweep tells what unsure numbers do.

        """)
  }

  @Test("households are shown against themselves, the treated apart from the others")
  func whoChanged() {
    let lines = HeadlineReport(Fixture.summary()).text.split(separator: "\n").map(String.init)
    #expect(lines.contains("Households against themselves in Base, with the same luck"))
    // Positions 2, 3, 15, 22 and 37 in hundredths, times 1 and 3; the effect on the treated is undefined.
    let start = lines.firstIndex { $0.contains("who changed") } ?? 0
    let rows = lines[start + 2..<start + 7].map { $0.dropFirst("Loans, small  ".count) }
    #expect(rows[0].hasPrefix("out of dependency only with it, households"))
    #expect(rows[3].hasPrefix("effect on a treated household, % of its need"))
    #expect(rows[3].hasSuffix(" -"))
    #expect(rows[4].hasPrefix("spill-over on an untreated one, % of its need"))
    #expect(rows[4].contains("+74.00"))
  }

  @Test("several scenarios are read by intervals for all of them together")
  func family() {
    let third = (1...3).map { replication in
      (
        run: RunIdentity(scenario: 2, scenarioName: "Third", replication: replication),
        result: Fixture.result([0.5, 0, 0.5, 0], [0.5, Double(98 + 3 * replication), 0.5, 2])
      )
    }
    var accumulator = SummaryAccumulator(
      scenarioNames: ["Base", "Loans, small", "Third"], programmeNames: Fixture.programmeNames + [[]],
      groupLevels: Fixture.groupLevels, measures: Fixture.measures, detail: .groups)
    for replication in 0..<3 {
      for run in runs([9, 10, 11])[2 * replication..<2 * replication + 2] + [third[replication]] {
        accumulator.add(run.result, of: run.run)
      }
    }
    let text = HeadlineReport(accumulator.summary()).text
    #expect(text.contains("paired within replications, intervals for all 2 scenarios together\n"))
    // 10 +- 6.2053 / sqrt 3 instead of 4.3027 / sqrt 3; the third rises by 4 +- 3 * 6.2053 / sqrt 3.
    #expect(text.contains("durable exits, households           +10"))
    #expect(text.contains("6 to 14"))
    #expect(text.contains("-7 to 15"))
  }

  @Test("a run alone says what the cost per exit needs")
  func runAlone() {
    let report = HeadlineReport(
      Fixture.summary(of: runs([9, 10, 11]).filter { $0.run.scenario == 0 }))
    #expect(
      report.text == """
        Means of 3 replications, with 95% intervals

        scenario  measure                      start  after 1 year    95% interval
        --------  ---------------------------  -----  ------------  --------------
        Base      headcount ratio, %           50.00         50.00  50.00 to 50.00
                  durable exits, households        0           100      100 to 100
                  programme cost, PKR million                 0.00    0.00 to 0.00

        The cost per durable exit needs a baseline: untrap compare BASELINE SCENARIO

        """)
  }

  @Test("what cannot be told apart is said so")
  func notDistinguishable() {
    let lines = HeadlineReport(Fixture.summary(of: doubtful)).text.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("Loans, small  durable exit ") && $0.hasSuffix("  not distinguishable") })
    // 5 +- 2.2622 x 15.8114 / sqrt 10.
    #expect(
      lines.contains {
        $0.contains("durable exits, households ") && $0.contains(" +5 ")
          && $0.hasSuffix(" -6 to 16  not distinguishable")
      }, "\(lines)")
  }

  @Test("too few replications give no verdict, however narrow their intervals", arguments: [2, 9])
  func few(replications: Int) {
    let rises = (0..<replications).map { Double(9 + $0 % 2) }
    let text = HeadlineReport(Fixture.summary(of: runs(rises))).text
    let lines = text.split(separator: "\n")
    for (measure, reading) in [
      ("headcount ratio, points", "no difference"), ("durable exits, households", "too few replications"),
      ("programme cost, PKR million", "too few replications"),
    ] {
      #expect(lines.contains { $0.contains(measure) && $0.hasSuffix("  " + reading) }, "\(measure)")
    }
    for verdict in ["higher", "lower", "not distinguishable", "Ranks at the end", "On the efficiency frontier"] {
      #expect(!text.contains(verdict), "\(verdict)")
    }
    let enough = HeadlineReport(Fixture.summary(of: runs(rises + rises + rises + rises + rises))).text
    #expect(enough.contains("  higher\n") && enough.contains("Ranks at the end"))
  }

  @Test("one replication has no intervals")
  func oneReplication() {
    let text = HeadlineReport(Fixture.summary(of: Array(Fixture.runs[..<2]))).text
    #expect(text.hasPrefix("Means of 1 replication, with 95% intervals"))
    #expect(text.contains("headcount ratio, points         -12.500             -  one replication"))
    #expect(!text.contains("nan"))
  }

  @Test("headings are bold only where colours are wanted")
  func colors() {
    #expect(!HeadlineReport(Fixture.summary()).text.contains("\u{1B}"))
    #expect(HeadlineReport(Fixture.summary(), isColored: true).text.hasPrefix("\u{1B}[1mMeans of"))
  }

  @Test("warnings: few replications, assumed values")
  func warnings() {
    #expect(
      ReportWarnings.list(Fixture.summary(), scenarios: Fixture.simulation.scenarios).map(\.text) == [
        "intervals from 2 replications are unreliable; use --replications 10 or more",
        "1 of 2 values is assumed, not measured; run.json names them",
      ])
  }

  @Test("differences that may be chance are warned of, with the replications that would tell them apart")
  func warningOfDifferences() {
    // The smallest n with t(n - 1) 15.8114 / sqrt n < 5.
    #expect(
      ReportWarnings.list(Fixture.summary(of: doubtful), scenarios: []).map(\.text) == [
        "Loans, small cannot be told apart from Base in durable exits (about 41): the interval of the difference "
          + "includes 0; in brackets how many replications would tell such a difference apart"
      ])
  }

  @Test("a precision that was not reached is warned of")
  func missedPrecision() {
    var rule = SequentialRule(
      Precision(measure: "headcount_ratio", halfWidth: 0.002, pilot: 2, maximum: 2), estimands: 1)
    for difference in [-0.125, -0.25] { rule.add([difference]) }
    var accumulator = SummaryAccumulator(
      scenarioNames: ["Base", "Loans, small"], programmeNames: Fixture.programmeNames,
      groupLevels: Fixture.groupLevels, measures: Fixture.measures, detail: .groups)
    for (run, result) in Fixture.runs { accumulator.add(result, of: run) }
    let warnings = ReportWarnings.list(
      accumulator.summary(precision: rule.outcome), scenarios: [])
    #expect(
      warnings[1].text
        == "the 95% interval of headcount_ratio was to reach 0.00200 to each side and reaches 0.79414 after 2 "
        + "replications, the most allowed")
  }

  @Test("a difference of nothing but chance needs more replications than can be made")
  func hopeless() {
    let runs = self.runs((0..<10).map { $0 % 2 == 0 ? -2 : 2 })
    let warnings = ReportWarnings.list(Fixture.summary(of: runs), scenarios: [])
    #expect(warnings[0].text.contains("in durable exits (more than 10,000): "))
  }

  @Test("one replication is warned of")
  func warningOfOneReplication() {
    #expect(
      ReportWarnings.list(Fixture.summary(of: Array(Fixture.runs[..<2])), scenarios: []) == [
        Warning(
          .replications,
          "one replication gives no intervals: chance cannot be told from effect; use --replications 10 or more")
      ])
  }

  @Test("nothing to warn of, no warning")
  func noWarnings() {
    let summary = Fixture.summary(of: effective.filter { $0.run.scenario == 0 })
    #expect(ReportWarnings.list(summary, scenarios: []) == [])
  }
}
