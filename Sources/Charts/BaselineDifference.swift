internal import Experiments
package import Notation
internal import Reporting
package import Statistics

/// The difference of a scenario from the baseline, as `comparison.csv` has it.
package struct BaselineDifference: Sendable {
  package let scenario: String
  let group: String
  let level: String
  package let measure: String
  package let unit: DisplayUnit
  package let difference: Double
  /// The ends of the interval for all scenarios together.
  package let low: Double
  package let high: Double
  /// What the interval tells.
  package let verdict: Verdict
  private let replications: Int

  init(_ row: ComparisonRow) {
    (scenario, group, level, measure) = (row.scenario, row.group, row.level, row.measure)
    unit = DisplayUnit(measure: row.measure, unit: row.unit)
    difference = row.comparison.difference.mean
    (low, high) = (row.comparison.familyLow, row.comparison.familyHigh)
    verdict = row.comparison.verdict
    replications = row.comparison.difference.replications
  }

  /// Why there is no verdict.
  package var doubt: String {
    EnoughReplications.isReached(by: replications) ? "not told apart" : "too few replications"
  }

  /// `63 to 94`; a dash where there is none.
  package var interval: String { unit.differenceInterval(low, high) }

  /// The difference with its interval, such as `+1.078 points (95% interval 0.661 to 1.494)`.
  var text: String { unit.differencePhrase(difference) + " " + Wording.interval(interval) }

  /// Which points are hollow, as the end of a sentence.
  static func hollow(_ results: ResultSet) -> String {
    results.hasEnoughReplications
      ? "where it crosses 0 the point is hollow"
      : "all points are hollow, since \(results.replications) replications are too few"
  }

  /// Members of a row: the difference, its interval and whether that tells it from none.
  var members: [(key: String, value: JSONValue)] {
    [
      ("difference", unit.shown(difference)), (Encodings.low, unit.shown(low)), (Encodings.high, unit.shown(high)),
      ("told from none", verdict.isTold ? "yes" : "no"),
    ]
  }

  /// Layers of intervals along x and their points: filled where they are told from none, hollow elsewhere.
  ///
  /// Over points the keys in rows that `names` holds are shown before the numbers. All lie so many pixels `down` from
  /// the middle of their place.
  static func layers(
    _ unit: DisplayUnit, _ palette: Palette, _ shape: JSONValue, names: [String], down: Int = 0
  ) -> [JSONValue] {
    let number = Encodings.format(decimals: unit.differenceDecimals, isSigned: true)
    let tooltip = Encodings.tooltip(
      names.map { ($0, "") } + ["difference", Encodings.low, Encodings.high].map { ($0, number) })
    let offset: [(key: String, value: JSONValue)] = down == 0 ? [] : [("yOffset", .whole(down))]
    func points(_ told: String, _ fill: (key: String, value: JSONValue)) -> JSONValue {
      [
        "transform": [["filter": .text("datum['told from none'] == '\(told)'")]],
        "mark": .object([("type", "point"), ("size", 70), ("opacity", 1), ("strokeWidth", 2), fill] + offset),
        "encoding": [
          "x": Encodings.quantity("difference", ["scale": ["zero": true]]), "shape": shape, "tooltip": tooltip,
        ],
      ]
    }
    return [
      [
        "mark": .object([("type", "rule"), ("strokeWidth", 2)] + offset),
        "encoding": [
          "x": Encodings.quantity(Encodings.low, ["axis": ["tickCount": 5]]), "x2": ["field": .text(Encodings.high)],
        ],
      ],
      points("yes", ("filled", true)), points("no", ("fill", .text(palette.surface))),
    ]
  }
}
