internal import Experiments
internal import Notation
internal import Reporting

/// How far programmes miss those whom they are for.
enum TargetingChart: ChartKind {
  static let name = "targeting"
  static let summary = "targeting errors of programmes, with 95% intervals"

  /// A measure of targeting, in words.
  private struct Measure {
    let name: String
    /// An error in a sentence.
    let noun: String
    let title: String
    /// What a share of it means, after a percentage.
    let meaning: String
    let isError: Bool

    var factor: Double { isError ? 100 : 1 }
    var decimals: Int { isError ? 1 : 2 }
  }

  private static let measures = [
    Measure(
      name: "inclusion_error", noun: "inclusion error", title: "inclusion error, % of those enrolled",
      meaning: "of the enrolled households were not poor by their consumption when they were enrolled", isError: true),
    Measure(
      name: "exclusion_error", noun: "exclusion error", title: "exclusion error, % of the poor by consumption",
      meaning: "of the households of its area that are poor by their consumption have not been enrolled", isError: true),
    Measure(
      name: "leakage", noun: "leakage", title: "leakage, % of benefits", meaning: "of the benefits went to patrons",
      isError: true),
    Measure(
      name: "targeting_performance", noun: "targeting performance",
      title: "targeting performance, 1 = as if everybody were enrolled", meaning: "", isError: false),
  ]

  static func chart(of results: ResultSet) throws -> Chart? {
    let rows = try results.rows(
      of: SummaryRow.self, .only(\.group, "programme"), .only(\.quarter, results.quarters),
      .only(\.measure, in: measures.map(\.name)))
    let found = measures.map { measure in
      (measure: measure, rows: rows.filter { $0.measure == measure.name && $0.estimate.mean.isFinite })
    }.filter { !$0.rows.isEmpty }
    guard !found.isEmpty else { return nil }
    return Chart(
      name: name, title: "Whom programmes miss", statement: statement(found),
      reading: """
        Who is poor is told by consumption here, whatever scorecard a programme goes by: inclusion errors are households \
        that were enrolled and not poor, exclusion errors those that are poor and not enrolled, leakage is what patrons \
        took. Targeting performance is the share of those enrolled who belong to the poorest two fifths, over what it \
        would be if everybody were enrolled: above 1 is better than that.
        """,
      sources: [SummaryRow.fileName], key: results.parts.key, panels: found.map { panel($0.measure, $0.rows, results) })
  }

  // MARK: - Panels

  private static func panel(_ measure: Measure, _ rows: [SummaryRow], _ results: ResultSet) -> Chart.Panel {
    let names = rows.map(\.level).firstAppearances
    let present = Set(rows.map(\.scenario))
    let scenarios = results.scenarios.filter(present.contains)
    return Chart.Panel(
      title: measure.title, alternativeText: alternativeText(measure, rows), rows: rows.map { row($0, measure) }
    ) { palette in
      let y = Encodings.categories(
        "programme",
        [
          "sort": .texts(names), "scale": ["paddingInner": 0.35], "axis": CategoryLabels.axis(names, length: 18),
        ])
      let offset: JSONValue = ["field": "scenario", "type": "nominal", "scale": ["domain": .texts(scenarios)]]
      let x = Encodings.quantity(
        Encodings.low, ["scale": ["zero": .truth(measure.isError)], "axis": ["tickCount": 5]])
      let color = results.parts.color(palette)
      let interval: JSONValue = [
        "mark": ["type": "rule", "strokeWidth": 1.5],
        "encoding": ["y": y, "yOffset": offset, "x": x, "x2": ["field": .text(Encodings.high)], "color": color],
      ]
      let mean: JSONValue = [
        "mark": Encodings.point(size: 60),
        "encoding": [
          "y": y, "yOffset": offset, "x": ["field": "mean", "type": "quantitative"], "color": color,
          "shape": results.parts.shape, "tooltip": tooltip(measure),
        ],
      ]
      let everybody = measure.isError ? [] : [Encodings.line(at: 1, on: "x", palette)]
      return [
        "height": ["step": .whole(max(12, 36 / max(1, scenarios.count))), "for": "offset"],
        "layer": .list(everybody + [interval, mean]),
      ]
    }
  }

  private static func tooltip(_ measure: Measure) -> JSONValue {
    let number = Encodings.format(decimals: measure.decimals)
    return Encodings.tooltip(
      [("programme", ""), ("scenario", "")] + ["mean", Encodings.low, Encodings.high].map { ($0, number) })
  }

  private static func row(_ row: SummaryRow, _ measure: Measure) -> JSONValue {
    .object(
      [("programme", .text(row.level)), ("scenario", .text(row.scenario))]
        + row.estimate.members("mean", factor: measure.factor))
  }

  // MARK: - Words

  /// The largest of each kind of error: errors of different kinds are shares of different things.
  private static func statement(_ found: [(measure: Measure, rows: [SummaryRow])]) -> String {
    let clauses = found.filter(\.measure.isError).map { clause($0.measure, $0.rows) }
    return clauses.isEmpty ? "No targeting error is known." : "By means, \(clauses.joined(separator: "; "))."
  }

  private static func clause(_ measure: Measure, _ rows: [SummaryRow]) -> String {
    let row = rows.dropFirst().reduce(rows[0]) { $1.estimate.mean > $0.estimate.mean ? $1 : $0 }
    guard row.estimate.mean > 0 else { return "there is no \(measure.noun)" }
    return "the largest \(measure.noun) is that of \(Wording.name(row.level)) in "
      + "\(Wording.name(row.scenario)): \(text(row, measure)) \(measure.meaning)"
  }

  private static func alternativeText(_ measure: Measure, _ rows: [SummaryRow]) -> String {
    let sorted = rows.sorted { $0.estimate.mean < $1.estimate.mean }
    let ends = [sorted[0], sorted[sorted.count - 1]].map {
      "\(text($0, measure)) for \(Wording.name($0.level)) in \(Wording.name($0.scenario))"
    }
    return "Points with intervals by programme and scenario: \(measure.title), from \(ends[0]) to \(ends[1])."
  }

  private static func text(_ row: SummaryRow, _ measure: Measure) -> String {
    row.estimate.phrase(
      factor: measure.factor, unit: measure.isError ? "%" : "", decimals: measure.decimals)
  }
}
