internal import Notation

/// How the headline measures move, with the intervals of their means.
enum PathsChart: ChartKind {
  static let name = "paths"
  static let summary = "headline measures over time, with 95% intervals"

  private static let measures = ["out_of_dependency", "durable_exits", "headcount_ratio", "poverty_gap"]
  private static let file = "summary.csv"

  static func chart(of results: ResultSet) throws -> Chart? {
    guard let table = try results.table(file, ["group": ["all"], "measure": Set(measures)]) else { return nil }
    let paths = measures.compactMap { Path($0, table, results) }
    guard let first = paths.first else { return nil }
    return Chart(
      name: name, title: "Paths over time", statement: "After \(results.span) \(first.statement).",
      reading: reading(results),
      sources: [file], key: results.key, panels: paths.map(\.panel))
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
  let rows: [DataTable.Row]
  let results: ResultSet

  init?(_ measure: String, _ table: DataTable, _ results: ResultSet) {
    let all = table.rows(where: ["group": "all", "measure": measure])
    guard let first = all.first else { return nil }
    subject = Wording.subject(measure: measure)
    unit = DisplayUnit(measure: measure, unit: first["unit"])
    rows = all.count > Self.rowLimit ? all.filter { Self.quarter($0) % 4 == 0 } : all
    self.results = results
  }

  private static func quarter(_ row: DataTable.Row) -> Int { Int(row["quarter"]) ?? 0 }

  // MARK: - Words

  /// Where the baseline ends, and the scenario with the highest mean.
  var statement: String {
    let ends = rows(at: results.quarters)
    guard let baseline = ends.first, let highest = ends.max(by: { $0.number("mean") < $1.number("mean") }) else {
      return "\(subject) has no mean"
    }
    let start = rows(at: 0).first.map { ", from \(unit.phrase($0.number("mean"))) at the start" } ?? ""
    let text = "\(subject) is \(value(baseline)) in \(Wording.name(baseline["scenario"]))\(start)"
    guard ends.count > 1 else { return text }
    if highest["scenario"] == baseline["scenario"] { return text + "; no other scenario has a higher mean" }
    if unit.phrase(highest.number("mean")) == unit.phrase(baseline.number("mean")) {
      return text + "; no other scenario has a mean that is higher to this precision"
    }
    let same = ends.filter { unit.phrase($0.number("mean")) == unit.phrase(highest.number("mean")) }
    guard same.count > 1 else {
      return text + "; the highest mean is \(value(highest)) in \(Wording.name(highest["scenario"]))"
    }
    let names = same.map { $0["scenario"] }
    let few = names.count < 4 ? Wording.list(names) : "\(Wording.name(names[0])) and \(names.count - 1) others"
    return text + "; the highest mean is \(unit.phrase(highest.number("mean"))), in \(few)"
  }

  private var alternativeText: String {
    let starts = rows(at: 0)
    let moves = rows(at: results.quarters).map { end in
      let start = starts.first { $0["scenario"] == end["scenario"] }?.number("mean") ?? .nan
      return "\(Wording.name(end["scenario"])) from \(unit.phrase(start)) to \(value(end))"
    }
    return "Lines of \(subject) over \(results.span): " + moves.joined(separator: "; ") + "."
  }

  private func rows(at quarter: Int) -> [DataTable.Row] {
    rows.filter { Self.quarter($0) == quarter && $0.number("mean").isFinite }
  }

  private func value(_ row: DataTable.Row) -> String {
    let interval = unit.interval(row.number("ci_low"), row.number("ci_high"))
    return unit.phrase(row.number("mean")) + " " + Wording.interval(interval)
  }

  // MARK: - Picture

  var panel: Chart.Panel {
    let shown: [JSONValue] = rows.map { row in
      [
        "scenario": .text(row["scenario"]), "quarter": .whole(Self.quarter(row)),
        "year": .real(results.year(ofQuarter: Self.quarter(row))), "mean": unit.shown(row.number("mean")),
        Encodings.low: unit.shown(row.number("ci_low")), Encodings.high: unit.shown(row.number("ci_high")),
      ]
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
        "height": 220, "encoding": ["x": results.yearAxis, "color": results.color(palette)],
        "layer": lines.layers(results),
      ]
    }
  }
}
