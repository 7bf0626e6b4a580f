internal import Notation
internal import Reporting

/// The efficiency frontier: which scenarios no other, and no mixture of others, does better for less.
enum FrontierChart: ChartKind {
  static let name = "frontier"
  static let summary = "efficiency frontier: which scenarios no other does better for less"

  private static let isOnFrontier = "on the frontier"
  private static let price = "PKR for one more"

  static func chart(of results: ResultSet) throws -> Chart? {
    let found = try CostedEffect.all.found(\FrontierRow.terms, in: results)
    guard let first = found.first else { return nil }
    return Chart(
      name: name, title: "Which scenarios are worth their cost",
      statement: results.weighed("By means, " + words(first.effect, first.rows, results) + "."),
      reading: """
        The line joins the scenarios that gain the most for what they cost; the steeper it is, the more one more unit \
        costs. Open symbols are off the line: another scenario, or a mixture of two, gains as much for no more money. \
        Money is discounted, in PKR of 2015-16. The picture holds means\(try certainty(results)).
        """,
      sources: [FrontierRow.fileName], key: results.parts.key, panels: found.map { panel($0.effect, $0.rows, results) })
  }

  /// Which other charts tell how sure the means are.
  private static func certainty(_ results: ResultSet) throws -> String {
    let plane = try PlaneChart.hasIntervals(results)
    let curves = try AcceptabilityChart.chart(of: results) != nil
    return switch (plane, curves) {
    case (true, true): "; the plane and the acceptability curves show how sure they are"
    case (true, false): "; the plane shows how sure they are"
    case (false, true): "; the acceptability curves show how sure they are"
    case (false, false): ""
    }
  }

  private static func panel(_ effect: CostedEffect, _ rows: [FrontierRow], _ results: ResultSet) -> Chart.Panel {
    let plane = CostPlane(
      rows.map { .init(scenario: $0.scenario, gain: $0.gain, cost: $0.cost * CostPlane.million) }, title: effect.units)
    return Chart.Panel(
      title: effect.title,
      alternativeText: results.weighed("For \(effect.title), by means, \(words(effect, rows, results))."),
      rows: rows.map(row)
    ) { palette in
      let efficient = "datum['\(isOnFrontier)'] === 'yes'"
      return plane.specification(
        palette,
        marks: [
          [
            "transform": [["filter": .text(efficient)]],
            "mark": ["type": "line", "color": .text(palette.quiet), "strokeWidth": 1.5],
            "encoding": ["x": plane.x(), "y": plane.y(), "order": ["field": "order", "type": "quantitative"]],
          ],
          plane.symbols(results, palette, isFilled: false, tooltip: tooltip, where: "!(\(efficient))"),
          plane.symbols(results, palette, tooltip: tooltip, where: efficient),
        ])
    }
  }

  private static func row(_ row: FrontierRow) -> JSONValue {
    [
      "order": .whole(row.order), "scenario": .text(row.scenario), CostPlane.gain: Encodings.rounded(row.gain),
      CostPlane.cost: Encodings.rounded(row.cost * CostPlane.million), isOnFrontier: isEfficient(row) ? "yes" : "no",
      "why": .text(reason(row)), price: Encodings.rounded(row.ratio), Encodings.low: Encodings.rounded(row.ratioLow),
      Encodings.high: Encodings.rounded(row.ratioHigh),
    ]
  }

  private static let tooltip = Encodings.tooltip(
    [
      ("scenario", ""), (CostPlane.gain, Encodings.format(decimals: 1)),
      (CostPlane.cost, Encodings.format(decimals: 2)), ("why", ""),
    ] + [price, Encodings.low, Encodings.high].map { ($0, Encodings.format(decimals: 0)) })

  private static func isEfficient(_ row: FrontierRow) -> Bool { row.status == .frontier }

  // MARK: - Words

  private static func reason(_ row: FrontierRow) -> String {
    switch row.status {
    case .frontier where row.nextCheaper.isEmpty: "the cheapest on the frontier"
    case .frontier: "on the frontier, after \(row.nextCheaper)"
    case .dominated: "\(row.rivals) gains as much for no more money"
    case .extendedlyDominated: "a mixture of \(row.rivals) gains as much for less"
    case .equal: "the same as \(row.rivals)"
    }
  }

  /// Scenarios off the frontier that a statement names one by one.
  private static let named = 4

  private static func words(_ effect: CostedEffect, _ rows: [FrontierRow], _ results: ResultSet) -> String {
    let efficient = rows.filter(isEfficient)
    let steps = efficient.dropFirst().map {
      "then \(Wording.name($0.scenario)) at \(price($0, results)) for each further \(effect.unit)"
    }
    let others = rows.filter { !isEfficient($0) }.map(\.scenario)
    let start = efficient.first.map { Wording.name($0.scenario) } ?? "without a scenario"
    let path = ([start] + steps).joined(separator: ", ")
    guard !others.isEmpty else { return "the frontier is \(path), and no scenario is off it" }
    guard others.count <= named else { return "the frontier is \(path), and off it are \(others.count) others" }
    return "the frontier is \(path), and off it \(others.count == 1 ? "is" : "are") \(Wording.list(others))"
  }

  private static func price(_ row: FrontierRow, _ results: ResultSet) -> String {
    let price = "PKR " + ReadableNumber.text(row.ratio, decimals: 0)
    if results.replications > 1, !row.ratioLow.isFinite || !row.ratioHigh.isFinite {
      return price + " (no bounded 95% interval: the gain may be none)"
    }
    return price + " " + Wording.interval(row.ratioLow, row.ratioHigh, decimals: 0)
  }
}
