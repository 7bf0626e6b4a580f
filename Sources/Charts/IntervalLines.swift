internal import Notation

/// Lines of scenarios within the bands of their intervals, with points that are told from each other without colour.
struct IntervalLines {
  /// The key in rows of what lines show.
  let field: String
  /// How lines lead from row to row, by its name in Vega-Lite.
  let interpolation: String
  /// Which rows have a point, as an expression.
  let pointFilter: String
  /// What is shown over points: keys in rows with the d3 formats of their numbers.
  let tooltip: [(field: String, format: String)]

  func layers(_ results: ResultSet) -> JSONValue {
    let y = height(field)
    return [
      [
        "mark": [
          "type": "area", "interpolate": .text(interpolation), "opacity": results.scenarios.count > 4 ? 0.08 : 0.16,
        ],
        "encoding": ["y": height(Encodings.low), "y2": ["field": .text(Encodings.high)]],
      ],
      [
        "mark": ["type": "line", "interpolate": .text(interpolation), "strokeWidth": 2],
        "encoding": ["y": y, "strokeDash": results.parts.dash],
      ],
      [
        "transform": [["filter": .text(pointFilter)]],
        "mark": Encodings.point(size: 45),
        "encoding": ["y": y, "shape": results.parts.shape, "tooltip": Encodings.tooltip(tooltip)],
      ],
    ]
  }

  private func height(_ field: String) -> JSONValue { Encodings.quantity(field, ["scale": ["zero": false]]) }
}
