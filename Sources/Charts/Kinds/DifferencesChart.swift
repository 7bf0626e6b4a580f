internal import Notation
internal import Reporting
internal import Statistics

/// What scenarios change at the end, with the intervals that hold for all of them together.
enum DifferencesChart: ChartKind {
  static let name = "differences"
  static let summary = "differences from the baseline at the end, with 95% intervals for all scenarios together"

  private static let measures = [
    "out_of_dependency", "durable_exits", "headcount_ratio", "poverty_gap", "organised", "unmet_need",
  ]

  static func chart(of results: ResultSet) throws -> Chart? {
    let all = try results.differences(in: measures)
    let effects = measures.compactMap { MeasureDifferences(of: $0, among: all, results) }
    guard let first = effects.first else { return nil }
    return Chart(
      name: name, title: "Differences from the baseline",
      statement: results.weighed(first.statement + "."),
      reading: results.replications > 1
        ? "Points are means of differences within replications. Each line is a 95% interval that holds for all "
          + "scenarios together; \(BaselineDifference.hollow(results)): the difference cannot be told from none."
        : "Points are differences within a single replication. They are hollow, since without intervals none can be "
          + "told from no difference.",
      sources: [ComparisonRow.fileName], key: [], panels: effects.map(\.panel))
  }
}

extension MeasureDifferences {
  /// In which scenarios the measure is higher or lower, and the largest difference.
  fileprivate var statement: String {
    let findings = Wording.findings(
      Verdict.inWords.map { words, verdict in
        (words, differences.filter { $0.verdict == verdict }.map(\.scenario))
      }, others: results.alternatives.count)
    let found = "After \(results.span), against \(Wording.name(results.scenarios[0])), \(subject) is \(findings)"
    guard differences.count > 1 else { return found + ": the difference is \(differences[0].text)" }
    let largest = self.largest { "in \(Wording.name($0.scenario))" }
    return found + (largest.map { "; " + $0 } ?? "")
  }

  fileprivate var panel: Chart.Panel {
    let texts = differences.map { "\(Wording.name($0.scenario)) \($0.text)" }
    return Chart.Panel(
      title: unit.differenceLabel,
      alternativeText: "Differences of \(subject) from \(Wording.name(results.scenarios[0])) after \(results.span): "
        + texts.joined(separator: "; ") + ".",
      rows: differences.map { .object([("scenario", .text($0.scenario))] + $0.members) }
    ) { palette in
      let y: JSONValue = [
        "field": "scenario", "type": "nominal", "axis": Encodings.none,
        "scale": ["domain": .texts(results.alternatives)],
      ]
      let names = NameLines(results.alternatives)
      let parts = Parts(field: "scenario", names: results.scenarios, hasLegend: false)
      func label(_ field: String, _ x: JSONValue, _ align: String, dy: Int) -> JSONValue {
        [
          "mark": [
            "type": "text", "align": .text(align), "dy": .whole(dy), "lineBreak": "\n",
            "lineHeight": .whole(NameLines.height),
          ],
          "encoding": [
            "x": ["value": x], "color": ["value": .text(palette.ink)],
            "text": ["field": .text(field), "type": "nominal"],
          ],
        ]
      }
      let size = Encodings.signedLabel("datum.difference", decimals: unit.differenceDecimals)
      let none: JSONValue = [
        "mark": ["type": "tick", "size": 22, "thickness": 1, "yOffset": .whole(8 + names.half)],
        "encoding": ["x": ["datum": 0], "color": ["value": .text(palette.quiet)]],
      ]
      return [
        "height": ["step": .whole(42 + 2 * names.half)],
        "transform": [["calculate": .text(size), "as": "size"], ["calculate": .text(names.lookup), "as": "name"]],
        "encoding": ["y": y, "color": parts.color(palette)],
        "layer": .list(
          [none]
            + BaselineDifference.layers(
              unit, palette, parts.shape, names: ["scenario"], down: 8 + names.half)
            + [
              label("name", 0, "left", dy: -9 - names.half), label("size", "width", "right", dy: -9 + names.half),
            ]),
      ]
    }
  }
}

/// Names of scenarios in lines, each as many as the longest has, the last at the bottom.
private struct NameLines {
  /// Height of a line, pixels.
  static let height = 14
  /// Characters of a line.
  private static let length = 36

  private let names: [(key: String, value: JSONValue)]
  /// Half of what all lines but one are high, pixels.
  let half: Int

  init(_ scenarios: [String]) {
    let lines = scenarios.map { CategoryLabels.lines(of: $0, length: Self.length) }
    let most = lines.map(\.count).max() ?? 1
    names = zip(scenarios, lines).map { scenario, lines in
      (scenario, .text(String(repeating: "\n", count: most - lines.count) + lines.joined(separator: "\n")))
    }
    half = Self.height * (most - 1) / 2
  }

  /// The lines of a row's scenario, as an expression.
  var lookup: String { JSONValue.object(names).compact + "[datum.scenario]" }
}
