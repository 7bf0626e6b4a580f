import Foundation
import Testing

@testable import Experiments
@testable import Households

@Suite("Summary of stocktakes")
struct StocktakeSummaryTests {
  private func entry(
    _ partner: String, _ district: String, _ council: String, _ intervention: String, _ households: Double,
    pkr: Double = 0, overlap: Double = 0, unmet: Double = 0
  ) -> StocktakeEntry {
    StocktakeEntry(
      partner: partner, district: district, unionCouncil: council, intervention: intervention, households: households,
      pkr: pkr, overlap: overlap, unmetNeed: unmet)
  }

  private func summary(_ stocktakes: [[StocktakeEntry]]) -> StocktakeSummary {
    var accumulator = SummaryAccumulator(scenarioNames: ["A"], groupLevels: [], measures: [], detail: .groups)
    for (index, stocktake) in stocktakes.enumerated() {
      var result = RunResult.made([Observation(quarter: 0, values: [])])
      result.stocktake = stocktake
      accumulator.add(result, of: .made(0, index + 1))
    }
    return accumulator.summary().stocktakes[0]
  }

  private var twoReplications: StocktakeSummary {
    summary([
      [
        entry("Akhuwat", "Kasur", "UC 1", "soft_loan", 10, pkr: 1_000_000, overlap: 2),
        entry("Akhuwat", "Kasur", "UC 2", "soft_loan", 8, pkr: 400_000),
        entry("", "Kasur", "UC 1", "unserved", 0, unmet: 30),
      ],
      [
        entry("Akhuwat", "Kasur", "UC 2", "soft_loan", 2, pkr: 100_000),
        entry("Akhuwat", "Kasur", "UC 1", "coaching", 20, pkr: 500_000, overlap: 1),
        entry("", "Kasur", "UC 1", "unserved", 0, unmet: 34),
      ],
    ])
  }

  @Test("rows are means over replications, 0 where one lacks them, in the order of their names")
  func rows() {
    let rows = twoReplications.rows
    #expect(rows.map(\.partner) == ["Akhuwat", "Akhuwat", "Akhuwat", ""])
    #expect(rows.map(\.unionCouncil) == ["UC 1", "UC 1", "UC 2", "UC 1"])
    #expect(rows.map(\.intervention) == ["soft_loan", "coaching", "soft_loan", "unserved"])
    #expect(rows.map(\.households) == [5, 10, 5, 0])
    #expect(rows.map(\.pkr) == [500_000, 250_000, 250_000, 0])
    #expect(rows.map(\.overlap) == [1, 0.5, 0, 0])
    #expect(rows.map(\.unmetNeed) == [0, 0, 0, 32])
  }

  @Test("totals have the error of their sums in each replication")
  func totals() {
    let summary = twoReplications
    // 18 and 22: mean 20, se 2, Student's quantile with one degree of freedom 12.7062.
    #expect(summary.households.mean == 20)
    #expect(abs(summary.households.standardError - 2) < 1e-14)
    // No number of households is below 0: on logarithms, with an error of 2 / 20.
    #expect(abs(summary.households.low - 20 / exp(1.2706204736432095)) < 1e-8)
    #expect(abs(summary.households.high - 20 * exp(1.2706204736432095)) < 1e-8)
    #expect(summary.pkr.mean == 1_000_000)
    #expect(summary.overlap.mean == 1.5)
    #expect(summary.unmetNeed.mean == 32)
  }

  @Test("districts are sums of their union councils, apart for each partner and intervention")
  func districts() {
    let rows = summary([
      [
        entry("Akhuwat", "Kasur", "UC 1", "soft_loan", 10, pkr: 5, overlap: 2),
        entry("Akhuwat", "Okara", "UC 1", "soft_loan", 7),
        entry("NRSP", "Kasur", "UC 1", "soft_loan", 3),
        entry("Akhuwat", "Kasur", "UC 2", "soft_loan", 8, pkr: 4, overlap: 1),
        entry("Akhuwat", "Kasur", "UC 2", "coaching", 1),
      ]
    ]).rowsByDistrict
    #expect(rows.allSatisfy { $0.unionCouncil.isEmpty })
    #expect(rows.map(\.partner) == ["Akhuwat", "Akhuwat", "Akhuwat", "NRSP"])
    #expect(rows.map(\.district) == ["Kasur", "Kasur", "Okara", "Kasur"])
    #expect(rows.map(\.intervention) == ["soft_loan", "coaching", "soft_loan", "soft_loan"])
    #expect(rows.map(\.households) == [18, 1, 7, 3])
    #expect(rows[0].pkr == 9)
    #expect(rows[0].overlap == 3)
  }

  @Test("union councils come by their numbers, and the unmet need last")
  func order() {
    let rows = summary([
      [
        entry("Akhuwat", "Kasur", "Kasur UC 10", "soft_loan", 1),
        entry("Akhuwat", "Kasur", "Kasur UC 9", "soft_loan", 1),
        entry("", "Kasur", "Kasur UC 2", "unserved", 0, unmet: 1),
      ],
      [entry("NRSP", "Kasur", "Kasur UC 2", "coaching", 1), entry("Akhuwat", "Kasur", "Kasur UC 2", "soft_loan", 1)],
    ]).rows
    #expect(rows.map(\.partner) == ["Akhuwat", "Akhuwat", "Akhuwat", "NRSP", ""])
    #expect(
      rows.map(\.unionCouncil) == ["Kasur UC 2", "Kasur UC 9", "Kasur UC 10", "Kasur UC 2", "Kasur UC 2"])
  }

  @Test("a run in which nobody did anything has no rows and totals of 0")
  func empty() {
    let summary = summary([[], []])
    #expect(summary.rows.isEmpty)
    #expect(summary.households.mean == 0)
    #expect(summary.households.replications == 2)
  }
}
