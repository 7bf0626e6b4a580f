internal import Experiments
internal import Households
internal import Notation
internal import Reporting

/// The shares of households for which one event has not happened yet, by scenario.
struct SurvivalCurves {
  /// Rows above which only whole years are shown.
  private static let rowLimit = 400

  private let event: SpellEvent
  private let rows: [SurvivalRow]
  private let results: ResultSet

  /// Takes the rows of an event; nil where there are none.
  init?(_ event: SpellEvent, _ rows: [SurvivalRow], _ results: ResultSet) {
    self.rows = rows.filter { $0.event == event && $0.point.survival.mean.isFinite }
    guard !self.rows.isEmpty else { return nil }
    self.event = event
    self.results = results
  }

  // MARK: - Words

  /// What is waited for, and for whom it can happen.
  private var words: (noun: String, candidates: String) {
    switch event {
    case .durableExit: ("durable exit", "not durably out of dependency at the start")
    case .exit: ("exit", "not out of dependency at the start")
    case .relapse: ("relapse", "that left dependency")
    }
  }

  /// What those who wait have.
  private var waiting: String { "no \(words.noun) yet" }

  private func share(_ row: SurvivalRow) -> String { row.point.survival.phrase(decimals: 1) }

  /// The last row of each scenario.
  private var ends: [SurvivalRow] {
    results.scenarios.compactMap { scenario in rows.last { $0.scenario == scenario } }
  }

  /// How many of the baseline still wait at the end.
  var statement: String {
    guard let end = ends.first else { return "" }
    return "After \(Self.time(end)), \(share(end)) of the households \(words.candidates) have "
      + "\(waiting) in \(Wording.name(end.scenario))"
  }

  private static func time(_ row: SurvivalRow) -> String { Wording.span(quarters: row.point.quarters) }

  /// In which scenarios the event comes earlier or later than in the baseline; nil where there is nothing to compare.
  func comparison(_ tests: [SurvivalComparisonRow]) -> (text: String, isTested: Bool)? {
    let compared = tests.filter { $0.comparison.event == event }
    guard !compared.isEmpty, ends.first?.scenario == results.scenarios[0] else { return nil }
    let tested = compared.filter(\.comparison.probability.isFinite)
    let level = 0.05 / Double(tested.count)
    func names(where isMeant: (_ score: Double, _ probability: Double) -> Bool) -> [String] {
      tested.filter { isMeant($0.comparison.score.mean, $0.comparison.probability) }.map(\.scenario)
    }
    let untested = compared.filter { !$0.comparison.probability.isFinite }.map(\.scenario)
    let others = results.alternatives.count
    let told = Wording.findings(
      [
        ("come earlier", names { $0 > 0 && $1 < level }), ("come later", names { $0 < 0 && $1 < level }),
        ("are not told apart", names { $0 == 0 || $1 >= level }),
      ], others: others)
    let atLevel = tested.isEmpty ? "" : "\(told) (at 5%\(tested.count > 1 ? " for all together" : ""))"
    let rest = Wording.findings([("are not tested", untested)], others: others)
    let findings = [atLevel, rest].filter { !$0.isEmpty }.joined(separator: "; they ")
    return ("against it, \(words.noun)s \(findings)", !tested.isEmpty)
  }

  private var alternativeText: String {
    "Falling steps of the share of households with \(waiting): "
      + ends.map { "\(Wording.name($0.scenario)) \(share($0)) after \(Self.time($0))" }.joined(separator: "; ") + "."
  }

  // MARK: - Picture

  private var shown: [SurvivalRow] {
    guard rows.count > Self.rowLimit else { return rows }
    let lasts = Dictionary(ends.map { ($0.scenario, $0.point.quarters) }, uniquingKeysWith: { $1 })
    return rows.filter { $0.point.quarters % 4 == 0 || lasts[$0.scenario] == $0.point.quarters }
  }

  private var points: [JSONValue] {
    results.scenarios.flatMap { scenario -> [JSONValue] in
      let curve = shown.filter { $0.scenario == scenario }
      guard !curve.isEmpty else { return [] }
      let start: JSONValue = [
        "scenario": .text(scenario), "quarters": 0, "%": 100, Encodings.low: 100, Encodings.high: 100,
      ]
      return [start]
        + curve.map { row in
          .object(
            [("scenario", .text(scenario)), ("quarters", .whole(row.point.quarters))]
              + row.point.survival.members("%", factor: 100))
        }
    }
  }

  var panel: Chart.Panel {
    let longest = Double(rows.map(\.point.quarters).max() ?? 0) / 4
    let since = event == .relapse ? "years since the exit" : "years since the start"
    return Chart.Panel(title: waiting + ", %", alternativeText: alternativeText, rows: points) { palette in
      let lines = IntervalLines(
        field: "%", interpolation: "step-after", pointFilter: "datum.quarters % 4 == 0",
        tooltip: [("scenario", ""), ("quarters", ""), ("%", ",.1f"), (Encodings.low, ",.1f"), (Encodings.high, ",.1f")])
      return [
        "height": 240, "transform": [["calculate": "datum.quarters / 4", "as": "years"]],
        "encoding": ["x": ResultSet.waitingAxis(to: longest, title: since), "color": results.parts.color(palette)],
        "layer": lines.layers(results),
      ]
    }
  }
}
