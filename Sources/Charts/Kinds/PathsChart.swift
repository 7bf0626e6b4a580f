internal import Experiments
internal import Notation
internal import Reporting

/// How the headline measures move, with the intervals of their means.
enum PathsChart: ChartKind {
  static let name = "paths"
  static let summary = "headline measures over time, with 95% intervals"

  private static let measures = ["out_of_dependency", "durable_exits", "headcount_ratio", "poverty_gap"]

  static func chart(of results: ResultSet) throws -> Chart? {
    let rows = try results.rows(of: SummaryRow.self, .only(\.group, "all"), .only(\.measure, in: measures))
    let paths = measures.compactMap { Path($0, rows, results) }
    guard let first = paths.first else { return nil }
    return Chart(
      name: name, title: "Paths over time", statement: "After \(results.span) \(first.statement).",
      reading: reading(results),
      sources: [SummaryRow.fileName], key: results.parts.key, panels: paths.map(\.panel))
  }

  private static func reading(_ results: ResultSet) -> String {
    guard results.replications > 1 else { return "Lines are a single replication, which has no intervals." }
    return "Lines are means of replications; bands hold each mean with 95% confidence."
      + (results.isComparison
        ? " Whether scenarios differ is told by their differences, not by bands that overlap." : "")
  }
}

/// One measure over time.
private struct Path {
  /// Rows above which only whole years are shown.
  private static let rowLimit = 400
  /// Observations above which points are at whole years only.
  private static let pointLimit = 14

  let subject: String
  let unit: DisplayUnit
  let rows: [SummaryRow]
  let results: ResultSet

  init?(_ measure: String, _ rows: [SummaryRow], _ results: ResultSet) {
    let all = rows.filter { $0.measure == measure }
    guard let first = all.first else { return nil }
    subject = Wording.subject(measure: measure)
    unit = DisplayUnit(measure: measure, unit: first.unit)
    self.rows = all.count > Self.rowLimit ? all.filter { $0.quarter % 4 == 0 } : all
    self.results = results
  }

  // MARK: - Words

  /// Where the baseline ends, and the scenario with the highest mean.
  var statement: String {
    let ends = rows(at: results.quarters)
    guard let baseline = ends.first, let highest = ends.max(by: { $0.estimate.mean < $1.estimate.mean }) else {
      return "\(subject) has no mean"
    }
    let start = rows(at: 0).first.map { ", from \(mean($0)) at the start" } ?? ""
    let text = "\(subject) is \(value(baseline)) in \(Wording.name(baseline.scenario))\(start)"
    guard ends.count > 1 else { return text }
    if highest.scenario == baseline.scenario { return text + "; no other scenario has a higher mean" }
    if mean(highest) == mean(baseline) {
      return text + "; no other scenario has a mean that is higher to this precision"
    }
    let names = ends.filter { mean($0) == mean(highest) }.map(\.scenario)
    guard names.count > 1 else {
      return text + "; the highest mean is \(value(highest)) in \(Wording.name(highest.scenario))"
    }
    let few = names.count < 4 ? Wording.list(names) : "\(Wording.name(names[0])) and \(names.count - 1) others"
    return text + "; the highest mean is \(mean(highest)), in \(few)"
  }

  private var alternativeText: String {
    let starts = rows(at: 0)
    let moves = rows(at: results.quarters).map { end in
      let start = starts.first { $0.scenario == end.scenario }?.estimate.mean ?? .nan
      return "\(Wording.name(end.scenario)) from \(unit.phrase(start)) to \(value(end))"
    }
    return "Lines of \(subject) over \(results.span): " + moves.joined(separator: "; ") + "."
  }

  private func rows(at quarter: Int) -> [SummaryRow] {
    rows.filter { $0.quarter == quarter && $0.estimate.mean.isFinite }
  }

  private func mean(_ row: SummaryRow) -> String { unit.phrase(row.estimate.mean) }

  private func value(_ row: SummaryRow) -> String {
    mean(row) + " " + Wording.interval(unit.interval(row.estimate.low, row.estimate.high))
  }

  // MARK: - Picture

  var panel: Chart.Panel {
    let shown = rows.map { row -> JSONValue in
      let year = results.year(ofQuarter: row.quarter)
      return .object(
        [("scenario", .text(row.scenario)), ("quarter", .whole(row.quarter)), ("year", .real(year))]
          + row.estimate.members("mean", factor: unit.factor))
    }
    return Chart.Panel(title: unit.label, alternativeText: alternativeText, rows: shown) { palette in
      let number = Encodings.format(decimals: unit.decimals)
      let lines = IntervalLines(
        field: "mean", interpolation: "linear",
        pointFilter: rows.count > Self.pointLimit * results.scenarios.count ? "datum.quarter % 4 == 0" : "true",
        tooltip: [
          ("scenario", ""), ("year", ""), ("mean", number), (Encodings.low, number), (Encodings.high, number),
        ])
      return [
        "height": 220, "encoding": ["x": results.yearAxis, "color": results.parts.color(palette)],
        "layer": lines.layers(results),
      ]
    }
  }
}
