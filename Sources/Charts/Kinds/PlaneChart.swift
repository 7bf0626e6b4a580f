internal import Experiments
internal import Notation
internal import Reporting

/// The cost-effectiveness plane: what scenarios gain and cost against the baseline, with intervals.
enum PlaneChart: ChartKind {
  static let name = "plane"
  static let summary = "cost-effectiveness plane: gains and costs against the baseline, with 95% intervals"

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
      sources: [EffectivenessRow.fileName], key: results.parts.key,
      panels: found.map { panel($0.effect, $0.rows, baseline: baseline, results) })
  }

  /// Whether it tells how sure gains and costs are.
  static func hasIntervals(_ results: ResultSet) throws -> Bool {
    hasIntervals(try effects(results).flatMap(\.rows))
  }

  private static func hasIntervals(_ rows: [EffectivenessRow]) -> Bool {
    rows.contains { $0.gain.low.isFinite || $0.cost.low.isFinite }
  }

  private static func effects(_ results: ResultSet) throws -> [(effect: CostedEffect, rows: [EffectivenessRow])] {
    try CostedEffect.headline.found(\EffectivenessRow.terms, in: results) {
      $0.gain.mean.isFinite && $0.cost.mean.isFinite
    }
  }

  private static func panel(
    _ effect: CostedEffect, _ rows: [EffectivenessRow], baseline: String, _ results: ResultSet
  ) -> Chart.Panel {
    let plane = CostPlane(
      [.init(scenario: baseline, gain: 0, cost: 0)]
        + rows.map { .init(scenario: $0.scenario, gain: $0.gain.mean, cost: $0.cost.mean * CostPlane.million) },
      title: effect.units, gains: rows.flatMap { [$0.gain.low, $0.gain.high] },
      costs: rows.flatMap { [$0.cost.low, $0.cost.high] }.map { $0 * CostPlane.million })
    var origin = EffectivenessRow.blank
    (origin.scenario, origin.gain.mean, origin.cost.mean) = (baseline, 0, 0)
    return Chart.Panel(
      title: effect.title,
      alternativeText: results.weighed(PlaneStatement(effect: effect, rows: rows, baseline: baseline).text),
      rows: ([origin] + rows).map(row)
    ) { palette in
      let color = results.parts.color(palette)
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

  private static func row(_ row: EffectivenessRow) -> JSONValue {
    .object(
      [("scenario", .text(row.scenario))]
        + row.gain.members([CostPlane.gain, ends.gain.low, ends.gain.high])
        + row.cost.members([CostPlane.cost, ends.cost.low, ends.cost.high], factor: CostPlane.million))
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
