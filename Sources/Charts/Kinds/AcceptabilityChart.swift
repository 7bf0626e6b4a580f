internal import Notation
internal import Reporting

/// Acceptability curves: how probably each scenario is the best, by what a unit of its effect is worth.
enum AcceptabilityChart: ChartKind {
  static let name = "acceptability"
  static let summary = "acceptability curves: probability of being the best by willingness to pay"

  private static let thousand = 1e-3
  private static let worth = "worth, PKR thousand"
  private static let probability = "probability of being the best"
  private static let highest = "highest mean net benefit"

  static func chart(of results: ResultSet) throws -> Chart? {
    let found = try CostedEffect.headline.found(\AcceptabilityRow.terms, in: results)
    guard let first = found.first else { return nil }
    return Chart(
      name: name, title: "Which scenario is best, by what a unit is worth",
      statement: results.weighed(AcceptabilityStatement(effect: first.effect, rows: first.rows).text),
      reading: """
        Each line is the probability that a scenario has the highest net benefit: what its gain is worth, less what it \
        costs. At each worth the lines add up to 100%. Chance alone is in them, not what is unsure of the parameters. \
        Money is in PKR of 2015-16.
        """,
      sources: [AcceptabilityRow.fileName], key: results.parts.key,
      panels: found.map { panel($0.effect, $0.rows, results) })
  }

  private static func panel(_ effect: CostedEffect, _ rows: [AcceptabilityRow], _ results: ResultSet) -> Chart.Panel {
    Chart.Panel(
      title: effect.title,
      alternativeText: results.weighed(AcceptabilityStatement(effect: effect, rows: rows).text),
      rows: rows.map { row($0.judgement) }
    ) { palette in
      let x = Encodings.quantity(
        worth, title: "worth of a \(effect.unit), PKR thousand",
        ["axis": ["grid": false, "tickCount": 5, "format": ",~r"]])
      let y = Encodings.quantity(
        probability, title: probability, ["scale": ["domain": [0, 1]], "axis": ["format": "%", "tickCount": 5]])
      return [
        "height": 220, "encoding": ["x": x, "y": y, "color": results.parts.color(palette)],
        "layer": Encodings.pointedLines(dash: results.parts.dash, shape: results.parts.shape, tooltip: tooltip),
      ]
    }
  }

  private static func row(_ judgement: ScenarioJudgement) -> JSONValue {
    [
      "scenario": .text(judgement.scenario), worth: Encodings.rounded(judgement.willingnessToPay * thousand),
      probability: Encodings.rounded(judgement.probabilityOfBest), highest: judgement.isOnFrontier ? "yes" : "no",
    ]
  }

  private static let tooltip = Encodings.tooltip([
    ("scenario", ""), (worth, ",~r"), (probability, ".1%"), (highest, ""),
  ])
}
