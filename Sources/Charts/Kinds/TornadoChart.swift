internal import Experiments
internal import Notation
internal import Reporting

/// What low and high values of each variable of a design give, all others at their usual values.
enum TornadoChart: ChartKind {
  static let name = "tornado"
  static let summary = "tornado: what low and high values of each variable give"

  /// Characters of a line of labels.
  private static let lineLength = 26
  private static let ends = Parts(field: "end", names: ["at the low value", "at the high value"], firstSeries: 1)
  private static let (low, high) = (ends.names[0], ends.names[1])

  /// One quantity: a measure of a scenario, or its difference from the baseline.
  private struct Quantity {
    let scenario: String
    let unit: DisplayUnit
    let isDifference: Bool
    /// Rows of all variables, those that move it most first.
    let rows: [TornadoRow]

    /// The rows that are drawn.
    var shown: ArraySlice<TornadoRow> { rows.prefix(12) }
  }

  static func chart(of results: ResultSet) throws -> Chart? {
    let found = quantities(try results.rows(of: TornadoRow.self))
    guard !found.isEmpty else { return nil }
    return Chart(
      name: name, title: "Which variables matter", statement: results.weighed(statement(found[0])),
      reading: """
        Each bar goes from what the low value of a variable gives to what the high value gives, while all others are \
        usual; the upright line is where all are usual. The thin line through the high end is the 95% interval of its \
        distance from the low end: where it holds the low end, the two cannot be told apart.
        """,
      sources: [TornadoRow.fileName], key: ends.key, panels: found.map { panel($0, results) })
  }

  /// Differences where there are any, otherwise values; variables by how much they move them.
  private static func quantities(_ rows: [TornadoRow]) -> [Quantity] {
    let differences = rows.filter { $0.quantity.of == .difference }
    let rows = differences.isEmpty ? rows : differences
    return rows.map(\.quantity).firstAppearances.compactMap { quantity in
      let own = rows.filter { $0.quantity == quantity && $0.swing.mean.isFinite }
      guard let first = own.first else { return nil }
      let ranked = own.enumerated().sorted { left, right in
        (-left.element.swing.mean.magnitude, left.offset) < (-right.element.swing.mean.magnitude, right.offset)
      }
      return Quantity(
        scenario: quantity.scenario, unit: DisplayUnit(measure: quantity.measure, unit: first.unit),
        isDifference: quantity.of == .difference, rows: ranked.map(\.element))
    }
  }

  // MARK: - Panels

  private static func panel(_ quantity: Quantity, _ results: ResultSet) -> Chart.Panel {
    let label = quantity.isDifference ? quantity.unit.differenceLabel : quantity.unit.label
    let variables = quantity.shown.map(\.variable)
    let usual = (quantity.rows.first?.usual ?? .nan) * quantity.unit.factor
    return Chart.Panel(
      title: "\(quantity.scenario): \(label)", alternativeText: results.weighed(statement(quantity)),
      rows: quantity.shown.map { row($0, quantity.unit) }
    ) { palette in
      let y = Encodings.categories(
        "variable", ["sort": .texts(variables), "axis": CategoryLabels.axis(variables, length: lineLength)])
      let x = Encodings.quantity(low, title: label, ["scale": ["zero": false], "axis": ["tickCount": 5]])
      let bar: JSONValue = [
        "mark": ["type": "bar", "color": .text(palette.quiet), "opacity": 0.25, "height": ["band": 0.5]],
        "encoding": ["y": y, "x": x, "x2": ["field": .text(high)], "tooltip": tooltip(quantity.unit)],
      ]
      let interval: JSONValue = [
        "transform": [
          ["filter": .text("isValid(datum['\(Encodings.low)'])")],
          ["calculate": .text("datum['\(low)'] + datum['\(Encodings.low)']"), "as": "from"],
          ["calculate": .text("datum['\(low)'] + datum['\(Encodings.high)']"), "as": "to"],
        ],
        "mark": ["type": "rule", "color": .text(palette.quiet), "strokeWidth": 1.5],
        "encoding": ["y": y, "x": ["field": "from", "type": "quantitative"], "x2": ["field": "to"]],
      ]
      let points: JSONValue = [
        "transform": [["fold": .texts([low, high]), "as": .texts([ends.field, "value"])]],
        "mark": Encodings.point(size: 70),
        "encoding": [
          "y": y, "x": ["field": "value", "type": "quantitative"], "tooltip": tooltip(quantity.unit),
          "color": ends.color(palette), "shape": ends.shape,
        ],
      ]
      return [
        "height": ["step": .whole(max(32, CategoryLabels.height(variables, length: lineLength)))],
        "layer": .list([Encodings.line(at: usual, on: "x", palette), bar, interval, points]),
      ]
    }
  }

  private static func row(_ row: TornadoRow, _ unit: DisplayUnit) -> JSONValue {
    .object(
      [
        ("variable", .text(row.variable)), ("low value", .text(short(row.lowValue))),
        ("high value", .text(short(row.highValue))), ("at usual values", unit.shown(row.usual)),
        (low, unit.shown(row.low)), (high, unit.shown(row.high)),
      ] + row.swing.members("high less low", factor: unit.factor))
  }

  private static func tooltip(_ unit: DisplayUnit) -> JSONValue {
    let number = Encodings.format(decimals: unit.differenceDecimals)
    return Encodings.tooltip(
      ["variable", "low value", "high value"].map { ($0, "") }
        + [low, high, "high less low", Encodings.low, Encodings.high].map { ($0, number) })
  }

  /// A value of a variable, which may be a number or a word.
  private static func short(_ value: String) -> String { Double(value).map(ReadableNumber.plain) ?? value }

  // MARK: - Words

  private static func statement(_ quantity: Quantity) -> String {
    let comparison = quantity.isDifference ? " against the baseline" : ""
    let what = "“\(quantity.unit.name)” of \(Wording.name(quantity.scenario))\(comparison)"
    guard let row = quantity.rows.first, row.swing.mean != 0 else {
      return "None of these variables moved \(what) in these runs."
    }
    let variable = Wording.name(row.variable)
    let interval = quantity.unit.differenceInterval(row.swing.low, row.swing.high)
    let move =
      "from \(short(row.lowValue)) to \(short(row.highValue)) it changes by "
      + "\(quantity.unit.differencePhrase(row.swing.mean)) \(Wording.interval(interval))"
    let told = quantity.rows.count { !$0.swing.mayBeZero }
    guard told > 0 else {
      return "No variable can be told to move \(what); by means, \(variable) moves it most: \(move)."
    }
    return "By means, \(variable) moves \(what) most: \(move); low and high values can be told apart for \(told) of "
      + "\(quantity.rows.count) variables."
  }
}
