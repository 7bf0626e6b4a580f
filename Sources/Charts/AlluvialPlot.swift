internal import Notation

/// Bands between the levels on the left and those on the right, from rows with `from`, `to`, `% of all`, `% of from`.
struct AlluvialPlot {
  /// The levels, the worst first, which is at the bottom.
  let levels: [String]
  /// What the sides are called.
  let sides: (left: String, right: String)

  /// Percent that lie empty between neighbouring levels, so that their labels have a place.
  private static let gap = 7
  /// Series of the palette, from the worst level to the best.
  private static let series = [2, 5, 3, 1]

  func specification(_ palette: Palette) -> JSONValue {
    [
      "height": 280,
      "transform": .list(ends),
      "encoding": [
        "color": [
          "field": "level", "type": "nominal", "legend": Encodings.none,
          "scale": [
            "domain": .texts(levels),
            "range": .list(levels.indices.map { .text(palette.series(Self.series[$0 % Self.series.count])) }),
          ],
        ]
      ],
      "layer": .list(
        [bands] + side("from", bottom: "left0", top: "left1", bar: (-0.03, 0), label: (0.015, "left"), palette)
          + side("to", bottom: "right0", top: "right1", bar: (1, 1.03), label: (0.985, "right"), palette)),
    ]
  }

  /// Where bands begin and end: stacked on both sides, with gaps between levels.
  private var ends: [JSONValue] {
    let names = "[" + levels.map { "'\($0)'" }.joined(separator: ",") + "]"
    func calculate(_ formula: String, _ name: String) -> JSONValue { ["calculate": .text(formula), "as": .text(name)] }
    func stack(_ order: [String], _ side: String) -> JSONValue {
      [
        "stack": "% of all", "groupby": [], "sort": .list(order.map { ["field": .text($0)] }),
        "as": .texts([side + "0", side + "1"]),
      ]
    }
    func spread(_ name: String, _ place: String) -> JSONValue {
      calculate("datum.\(name) + \(Self.gap) * datum.\(place)", name)
    }
    return [
      calculate("indexof(\(names), datum.from)", "source"), calculate("indexof(\(names), datum.to)", "target"),
      stack(["source", "target"], "left"), stack(["target", "source"], "right"),
      spread("left0", "source"), spread("left1", "source"), spread("right0", "target"), spread("right1", "target"),
    ]
  }

  /// The bands, which turn smoothly from side to side.
  private var bands: JSONValue {
    let turned = "datum.x * datum.x * (3 - 2 * datum.x)"
    func edge(_ number: Int) -> JSONValue {
      [
        "calculate": .text("datum.left\(number) + (datum.right\(number) - datum.left\(number)) * \(turned)"),
        "as": .text("edge\(number)"),
      ]
    }
    return [
      "transform": [
        ["calculate": "sequence(0, 1.01, 0.05)", "as": "x"], ["flatten": ["x"]], edge(0), edge(1),
        ["calculate": "datum.from", "as": "level"],
      ],
      "mark": "area",
      "encoding": [
        "x": place("x"), "y": height("edge0"), "y2": ["field": "edge1"],
        "detail": [["field": "from"], ["field": "to"]],
        "opacity": ["condition": ["test": "datum.from == datum.to", "value": 0.18], "value": 0.6],
        "tooltip": Encodings.tooltip([("from", ""), ("to", ""), ("% of all", ",.2f"), ("% of from", ",.1f")]),
      ],
    ]
  }

  /// The bars and labels of one side.
  private func side(
    _ level: String, bottom: String, top: String, bar: (Double, Double), label: (x: Double, align: String),
    _ palette: Palette
  ) -> [JSONValue] {
    let ends: [JSONValue] = [
      [
        "aggregate": [
          ["op": "min", "field": .text(bottom), "as": "low"], ["op": "max", "field": .text(top), "as": "high"],
        ],
        "groupby": [.text(level)],
      ],
      ["calculate": .text("datum.\(level)"), "as": "level"],
      ["calculate": "(datum.low + datum.high) / 2", "as": "middle"],
      ["calculate": "datum.level + ' ' + format(datum.high - datum.low, '.1f') + '%'", "as": "label"],
    ]
    return [
      [
        "transform": .list(ends),
        "mark": ["type": "rect", "opacity": 1],
        "encoding": [
          "x": ["datum": .real(bar.0), "type": "quantitative"], "x2": ["datum": .real(bar.1)], "y": height("low"),
          "y2": ["field": "high"],
        ],
      ]
    ] + [palette.surface, nil].map { halo in text(ends, at: label.x, label.align, halo: halo, palette) }
  }

  /// Labels, or the halo behind them, so that they are read over bands.
  private func text(
    _ ends: [JSONValue], at x: Double, _ align: String, halo: String?, _ palette: Palette
  ) -> JSONValue {
    let outline: [(key: String, value: JSONValue)] =
      halo.map { [("stroke", .text($0)), ("strokeWidth", 3), ("strokeJoin", "round")] } ?? []
    return [
      "transform": .list(ends),
      "mark": .object([("type", "text"), ("align", .text(align)), ("baseline", "middle")] + outline),
      "encoding": [
        "x": ["datum": .real(x), "type": "quantitative"], "y": height("middle"),
        "text": ["field": "label", "type": "nominal"], "color": ["value": .text(halo ?? palette.ink)],
      ],
    ]
  }

  private func place(_ field: String) -> JSONValue {
    let axis: JSONValue = [
      "orient": "top", "values": [-0.03, 1.03],
      "labelExpr": .text("datum.value < 0 ? '\(sides.left)' : '\(sides.right)'"),
      "labelFlush": true, "domain": false, "ticks": false, "grid": false, "labelOverlap": false,
    ]
    return Encodings.quantity(field, ["scale": ["domain": [-0.03, 1.03], "nice": false], "axis": axis])
  }

  private func height(_ field: String) -> JSONValue {
    let top = 100 + Self.gap * (levels.count - 1)
    return Encodings.quantity(field, ["scale": ["domain": [0, .whole(top)], "nice": false], "axis": Encodings.none])
  }
}
