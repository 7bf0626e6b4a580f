import Testing

@testable import Experiments
@testable import Households
@testable import Reporting

@Suite("Stocktake report")
struct StocktakeReportTests {
  /// A summary of one scenario with the given stocktake in each replication.
  private func summary(_ stocktakes: [[StocktakeEntry]]) -> ExperimentSummary {
    Fixture.summary(
      of: stocktakes.enumerated().map { index, stocktake in
        var result = Fixture.result([0.5, 0, 0.5, 0], [0.5, 100, 0.5, 2])
        result.stocktake = stocktake
        return (Fixture.run(0, index + 1), result)
      })
  }

  private func entry(
    _ partner: String, council: Int, _ intervention: String, _ households: Double, pkr: Double = 0,
    overlap: Double = 0, unmet: Double = 0
  ) -> StocktakeEntry {
    StocktakeEntry(
      partner: partner, district: "Kasur", unionCouncil: "UC \(council)", intervention: intervention,
      households: households, pkr: pkr, overlap: overlap, unmetNeed: unmet)
  }

  @Test("rows by union council, then totals")
  func short() {
    let stocktakes = [1000.0, 1100].map { households in
      [
        entry("Akhuwat", council: 1, "soft_loan", households, pkr: 40_000_000, overlap: 20),
        entry("", council: 1, "unserved", 0, unmet: 3000),
      ]
    }
    #expect(
      StocktakeReport(summary(stocktakes)).text == """
        Stocktake of Base after 4 quarters, means of 2 replications

        partner  district  union council  intervention  households  PKR million  overlap  unmet need
        -------  --------  -------------  ------------  ----------  -----------  -------  ----------
        Akhuwat  Kasur     UC 1           soft_loan          1,050        40.00       20           0
        nobody   Kasur     UC 1           unserved               0         0.00        0       3,000

        Totals, with 95% intervals

        total         mean    95% interval
        -----------  -----  --------------
        households   1,050    573 to 1,923
        PKR million  40.00  40.00 to 40.00
        overlap         20        20 to 20
        unmet need   3,000  3,000 to 3,000
        A household counts once for each partner and intervention. Unmet need is households that are poor by the scorecard \
        and that no partner has served.

        """)
  }

  @Test("40 rows are shown as they are, 41 summed up to districts")
  func long() {
    func text(_ rows: Int) -> String {
      StocktakeReport(summary([(1...rows).map { entry("Akhuwat", council: $0, "coaching", 2) }])).text
    }
    #expect(text(40).contains("\nAkhuwat  Kasur     UC 40          coaching "))
    #expect(!text(40).contains("Summed up"))
    #expect(text(41).contains("\nAkhuwat  Kasur     coaching              82         0.00        0           0\n"))
    #expect(text(41).contains("\nSummed up to districts; the 41 rows by union council are in stocktake.csv.\n"))
    #expect(!text(41).contains("UC 41"))
  }

  @Test("one replication has no intervals")
  func oneReplication() {
    let text = StocktakeReport(summary([[entry("Akhuwat", council: 1, "coaching", 2)]])).text
    #expect(text.contains("means of 1 replication\n"))
    #expect(text.contains("\nhouseholds      2             -\n"))
    #expect(!text.contains("nan"))
  }

  @Test("nothing done is said so")
  func nothing() {
    #expect(StocktakeReport(summary([[]])).text == "Base: there is nothing to take stock of\n")
  }

  @Test("headings are bold only where colours are wanted")
  func colors() {
    let summary = summary([[entry("Akhuwat", council: 1, "coaching", 2)]])
    #expect(!StocktakeReport(summary).text.contains("\u{1B}"))
    #expect(StocktakeReport(summary, isColored: true).text.hasPrefix("\u{1B}[1mStocktake of"))
  }
}
