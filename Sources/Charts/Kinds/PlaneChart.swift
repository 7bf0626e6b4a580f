internal import Notation

/// The cost-effectiveness plane: what scenarios gain and cost against the baseline, with intervals.
enum PlaneChart: ChartKind {
  static let name = "plane"
  static let summary = "cost-effectiveness plane: gains and costs against the baseline, with 95% intervals"

  private static let file = "effectiveness.csv"
  private static let ends = (
    gain: (low: "gain, \(Encodings.low)", high: "gain, \(Encodings.high)"),
    cost: (low: "cost, \(Encodings.low)", high: "cost, \(Encodings.high)")
  )

  static func chart(of results: ResultSet) throws -> Chart? {
    let found = try effects(results)
    guard let baseline = results.scenarios.first, let first = found.first else { return nil }
    let crosses = """
      Crosses are 95% intervals of each scenario by itself, unlike the intervals of the differences, which hold for \
      all scenarios together.
      """
    return Chart(
      name: name, title: "What is gained, and what it costs",
      statement: results.weighed(PlaneStatement(effect: first.effect, rows: first.rows, baseline: baseline).text),
      reading: """
        The baseline is where the lines cross. To the right more is gained and above more is spent: at the upper right \
        more is gained for more money, at the lower right more for less; at the lower left less is gained for less \
        money, at the upper left less for more. \(hasIntervals(found.flatMap(\.rows)) ? crosses + " " : "")Money is \
        discounted, in PKR of 2015-16.
        """,
      sources: [file], key: results.key,
      panels: found.map { panel($0.effect, $0.rows, baseline: baseline, results) })
  }

  /// Whether it tells how sure gains and costs are.
  static func hasIntervals(_ results: ResultSet) throws -> Bool {
    hasIntervals(try effects(results).flatMap(\.rows))
  }

  private static func hasIntervals(_ rows: [DataTable.Row]) -> Bool {
    rows.contains { $0.number("gain_ci_low").isFinite || $0.number("cost_ci_low").isFinite }
  }

  private static func effects(_ results: ResultSet) throws -> [(effect: CostedEffect, rows: [DataTable.Row])] {
    guard let table = try results.table(file, ["perspective": ["programme"]]) else { return [] }
    return CostedEffect.headline.map { effect in
      (effect, effect.rows(of: table).filter { $0.number("gain").isFinite && $0.number("cost").isFinite })
    }.filter { !$0.rows.isEmpty }
  }

  private static func panel(
    _ effect: CostedEffect, _ rows: [DataTable.Row], baseline: String, _ results: ResultSet
  ) -> Chart.Panel {
    let plane = CostPlane(
      [.init(scenario: baseline, gain: 0, cost: 0)]
        + rows.map {
          .init(scenario: $0["scenario"], gain: $0.number("gain"), cost: $0.number("cost") * CostPlane.million)
        },
      title: effect.units, gains: rows.flatMap { [$0.number("gain_ci_low"), $0.number("gain_ci_high")] },
      costs: rows.flatMap { row in
        ["cost_ci_low", "cost_ci_high"].map { row.number($0) * CostPlane.million }
      })
    let members: [JSONValue] = rows.map { row in
      func cost(_ column: String) -> Double { row.number(column) * CostPlane.million }
      return Self.row(
        row["scenario"], gain: ["gain", "gain_ci_low", "gain_ci_high"].map(row.number),
        cost: ["cost", "cost_ci_low", "cost_ci_high"].map(cost))
    }
    return Chart.Panel(
      title: effect.title,
      alternativeText: results.weighed(PlaneStatement(effect: effect, rows: rows, baseline: baseline).text),
      rows: [row(baseline, gain: [0, .nan, .nan], cost: [0, .nan, .nan])] + members
    ) { palette in
      let color = results.color(palette)
      return plane.specification(
        palette,
        marks: [
          interval(
            ends.gain.low,
            ["x": plane.x(ends.gain.low), "x2": ["field": .text(ends.gain.high)], "y": plane.y(), "color": color]),
          interval(
            ends.cost.low,
            ["x": plane.x(), "y": plane.y(ends.cost.low), "y2": ["field": .text(ends.cost.high)], "color": color]),
          plane.symbols(results, palette, tooltip: tooltip),
        ])
    }
  }

  private static func row(_ scenario: String, gain: [Double], cost: [Double]) -> JSONValue {
    [
      "scenario": .text(scenario), CostPlane.gain: Encodings.rounded(gain[0]),
      ends.gain.low: Encodings.rounded(gain[1]), ends.gain.high: Encodings.rounded(gain[2]),
      CostPlane.cost: Encodings.rounded(cost[0]), ends.cost.low: Encodings.rounded(cost[1]),
      ends.cost.high: Encodings.rounded(cost[2]),
    ]
  }

  private static let tooltip = Encodings.tooltip(
    [("scenario", "")] + [CostPlane.gain, ends.gain.low, ends.gain.high].map { ($0, Encodings.format(decimals: 1)) }
      + [CostPlane.cost, ends.cost.low, ends.cost.high].map { ($0, Encodings.format(decimals: 2)) })

  private static func interval(_ low: String, _ encoding: JSONValue) -> JSONValue {
    [
      "transform": [["filter": .text("isValid(datum['\(low)'])")]], "mark": ["type": "rule", "strokeWidth": 1.5],
      "encoding": encoding,
    ]
  }
}
