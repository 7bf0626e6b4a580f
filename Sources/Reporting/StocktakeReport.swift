package import Experiments
internal import Households
internal import Notation

/// Who has done what, where, for how many, with what money, as tables for the terminal.
package struct StocktakeReport: Sendable {
  /// Rows beyond which places are summed up to districts.
  static let longest = 40

  private let summary: ExperimentSummary
  private let isColored: Bool

  /// Reports on the first scenario of an experiment.
  package init(_ summary: ExperimentSummary, isColored: Bool = false) {
    self.summary = summary
    self.isColored = isColored
  }

  package var text: String {
    let name = summary.scenarioNames[0]
    guard !stocktake.rows.isEmpty else { return "\(name): there is nothing to take stock of\n" }
    let means = "means of \(ReadableNumber.count(summary.replications, "replication"))"
    let heading = Heading.text(
      "Stocktake of \(name) after \(summary.quarters.last ?? 0) quarters, \(means)", isColored: isColored)
    return heading + rowTable.text + note + "\n" + Heading.text("Totals, with 95% intervals", isColored: isColored)
      + totalTable.text + """
        A household counts once for each partner and intervention. Unmet need is households that are poor by the scorecard \
        and that no partner has served.

        """
  }

  private var stocktake: StocktakeSummary { summary.stocktakes[0] }

  private var isByDistrict: Bool { stocktake.rows.count > Self.longest }

  private var note: String {
    guard isByDistrict else { return "" }
    return """
      Summed up to districts; the \(stocktake.rows.count) rows by union council are in \(StocktakeEntry.schema.fileName).

      """
  }

  private var rowTable: AlignedTable {
    var table = AlignedTable(
      .words("partner", "district"), isByDistrict ? .words() : .words("union council"), .words("intervention"),
      .numbers(columns.map(\.title)))
    table.rows = (isByDistrict ? stocktake.rowsByDistrict : stocktake.rows).map { row in
      [StocktakeEntry.words(partner: row.partner), row.district] + (isByDistrict ? [] : [row.unionCouncil])
        + [row.intervention] + columns.map { $0.text(row[keyPath: $0.value]) }
    }
    return table
  }

  private var totalTable: AlignedTable {
    var table = AlignedTable(.words("total"), .numbers("mean", "95% interval"))
    table.rows = columns.map { column in
      let total = stocktake[keyPath: column.total]
      let interval = total.hasInterval ? "\(column.text(total.low)) to \(column.text(total.high))" : "-"
      return [column.title, column.text(total.mean), interval]
    }
    return table
  }

  /// What there is of a row, and in all.
  private struct Column {
    let title: String
    let value: KeyPath<StocktakeEntry, Double>
    let total: KeyPath<StocktakeSummary, Estimate>
    var isMoney = false

    func text(_ value: Double) -> String {
      isMoney ? ReadableNumber.text(value * 1e-6, decimals: 2) : ReadableNumber.text(value, decimals: 0)
    }
  }

  private var columns: [Column] {
    [
      Column(title: "households", value: \.households, total: \.households),
      Column(title: "PKR million", value: \.pkr, total: \.pkr, isMoney: true),
      Column(title: "overlap", value: \.overlap, total: \.overlap),
      Column(title: "unmet need", value: \.unmetNeed, total: \.unmetNeed),
    ]
  }
}
