internal import Households
internal import Notation
internal import Reporting

/// Community organisations and what they federate into, over time.
enum InstitutionsChart: ChartKind {
  static let name = "institutions"
  static let summary = "active community institutions by tier over time"

  private static let tierOrder = [
    "community_organisation", "village_organisation", "local_support_organisation", "network",
  ]

  static func chart(of results: ResultSet) throws -> Chart? {
    let rows = try results.rows(of: RunRow<InstitutionEntry>.self)
    let tiers = tierOrder.filter(Set(rows.map(\.tier)).contains)
    guard !tiers.isEmpty else { return nil }
    // Quarters without any institution have no rows in the table of institutions.
    let observed = try results.rows(of: SummaryRow.self, .only(\.group, "all"), .only(\.measure, "households"))
    let quarters = Set(observed.map(\.quarter) + rows.map(\.quarter)).sorted()
    let present = Set(rows.map(\.scenario))
    let censuses = results.scenarios.filter(present.contains).map { scenario in
      InstitutionCensus(
        scenario: scenario, rows.filter { $0.scenario == scenario }.map(\.entry), tiers: tiers, quarters: quarters,
        replications: results.replications)
    }
    guard !censuses.isEmpty else { return nil }
    let largest = censuses.flatMap(\.states).map { $0.count("active") }.max() ?? 0
    let parts = Parts(field: "tier", names: tiers.map(Wording.words))
    return Chart(
      name: name, title: "Institutions of the communities",
      statement: InstitutionsStatement(censuses: censuses, compared: results.scenarios.count).text,
      reading: """
        Lines are active institutions, means of replications; those that are forming, dormant or insolvent are in the \
        tables. The scale widens small numbers, so that a single network is seen beside many organisations.
        """,
      sources: [RunRow<InstitutionEntry>.fileName], key: parts.key,
      panels: censuses.map { panel($0, parts, largest: largest, results) })
  }

  // MARK: - Panels

  private static func panel(
    _ census: InstitutionCensus, _ parts: Parts, largest: Double, _ results: ResultSet
  ) -> Chart.Panel {
    Chart.Panel(
      title: census.scenario, alternativeText: InstitutionsStatement(censuses: [census], compared: 1).text,
      rows: census.states.map { row($0, results) }
    ) { palette in
      let y = Encodings.quantity(
        "active", title: "active institutions",
        [
          "scale": ["type": "symlog", "constant": 1, "domain": [0, .real(max(1, 1.1 * largest))]],
          "axis": ["values": .list(ticks(upTo: largest).map { .whole($0) }), "format": ",d"],
        ])
      return [
        "height": 220, "encoding": ["x": results.yearAxis, "y": y, "color": parts.color(palette)],
        "layer": Encodings.pointedLines(dash: parts.dash, shape: parts.shape, tooltip: tooltip),
      ]
    }
  }

  /// 0, 1, 3, 10, 30 and so on.
  private static func ticks(upTo largest: Double) -> [Int] {
    var ticks = [0, 1, 3]
    while Double(ticks[ticks.count - 1]) < largest { ticks.append(ticks[ticks.count - 2] * 10) }
    return ticks
  }

  private static func row(_ state: InstitutionCensus.State, _ results: ResultSet) -> JSONValue {
    .object(
      [("tier", .text(Wording.words(state.tier))), ("year", .real(results.year(ofQuarter: state.quarter)))]
        + InstitutionCensus.statuses.map { ($0, Encodings.rounded(state.count($0))) }
        + [
          ("member households", Encodings.rounded(state.members)),
          ("mean maturity", Encodings.rounded(state.meanMaturity)),
        ])
  }

  private static let tooltip = Encodings.tooltip(
    [("tier", ""), ("year", ".2~f")] + InstitutionCensus.statuses.map { ($0, Encodings.format(decimals: 1)) }
      + [("member households", Encodings.format(decimals: 0)), ("mean maturity", Encodings.format(decimals: 2))])
}
