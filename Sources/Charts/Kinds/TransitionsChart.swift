internal import Experiments
internal import Notation
internal import Reporting

/// How likely households move between levels of dependency within a quarter.
enum TransitionsChart: ChartKind {
  static let name = "transitions"
  static let summary = "probabilities of moves between levels of dependency within a quarter"

  static func chart(of results: ResultSet) throws -> Chart? {
    let scenarios = try DependencyDimensions.pictured(results)
    let rows = try results.rows(
      of: TransitionMatrixRow.self, .only(\.scenario, in: scenarios),
      .only(\.transition.dimension, in: DependencyDimensions.names))
    let matrices = DependencyDimensions.names.flatMap { dimension in
      let baseline = TransitionMatrix(dimension, scenario: results.scenarios[0], rows)
      return scenarios.compactMap { scenario in
        scenario == results.scenarios[0] ? baseline : TransitionMatrix(dimension, scenario: scenario, rows, baseline)
      }
    }
    guard let first = matrices.first else { return nil }
    let hasDifferences = matrices.contains(where: \.hasBaseline)
    return Chart(
      name: name, title: "Moves within a quarter", statement: "Within a quarter, " + first.statement + ".",
      reading: "Each row is a level at the start of a quarter, each column one at its end; the number is the "
        + "percentage of households of the row that make the move, its colour stronger where it is higher, by square "
        + "roots, since most stay. Moves that never occurred are empty."
        + (hasDifferences ? " In brackets: the difference from the baseline in points." : "")
        + DependencyDimensions.omission(results),
      sources: [TransitionMatrixRow.fileName], key: [],
      panels: matrices.map { $0.panel(title: DependencyDimensions.title($0.dimension, $0.scenario, results)) })
  }
}

/// The moves within a quarter in one dimension.
private struct TransitionMatrix {
  struct Move {
    let from: String
    let to: String
    let probability: Estimate
    /// From the baseline; NaN where that has no such move, or where there is none.
    let difference: Double
  }

  let dimension: String
  let scenario: String
  let hasBaseline: Bool
  /// Levels of dependency, the worst first.
  let levels: [String]
  let moves: [Move]

  init?(_ dimension: String, scenario: String, _ rows: [TransitionMatrixRow], _ baseline: TransitionMatrix? = nil) {
    let found = rows.filter { $0.scenario == scenario }.map(\.transition)
      .filter { $0.dimension == dimension && $0.probability.mean.isFinite }
    moves = found.map { move in
      let (from, to) = (Wording.words(move.from), Wording.words(move.to))
      let before = baseline?.moves.first { $0.from == from && $0.to == to }?.probability.mean ?? .nan
      return Move(
        from: from, to: to, probability: move.probability, difference: move.probability.mean - before)
    }
    guard !moves.isEmpty else { return nil }
    levels = DependencyDimensions.ordered(found.flatMap { [$0.from, $0.to] }).map(Wording.words)
    self.dimension = dimension
    self.scenario = scenario
    hasBaseline = baseline != nil
  }

  // MARK: - Words

  private func text(_ move: Move) -> String { move.probability.phrase(decimals: 2) }

  /// The level that households leave most seldom, and the move that is most likely.
  var statement: String {
    let stays = moves.filter { $0.from == $0.to }
    guard let surest = stays.max(by: { $0.probability.mean < $1.probability.mean }) else {
      return "no household stays"
    }
    let stay =
      "\(text(surest)) of \(surest.from) households stay at their \(dimension) level in \(Wording.name(scenario))"
    let changes = moves.filter { $0.from != $0.to }
    guard let likeliest = changes.max(by: { $0.probability.mean < $1.probability.mean }) else { return stay }
    return stay + "; the likeliest move is from \(likeliest.from) to \(likeliest.to), \(text(likeliest))"
  }

  private var alternativeText: String {
    let texts = moves.map {
      "\($0.from) to \($0.to) \(ReadableNumber.text(100 * $0.probability.mean, decimals: 2))%"
    }
    return "Table of \(dimension) moves within a quarter in \(Wording.name(scenario)): " + texts.joined(separator: ", ")
      + "."
  }

  // MARK: - Picture

  private var rows: [JSONValue] {
    moves.map { move in
      let difference = hasBaseline ? [(key: "difference", value: Encodings.rounded(100 * move.difference))] : []
      return .object(
        [("from", .text(move.from)), ("to", .text(move.to))] + move.probability.members("%", factor: 100) + difference)
    }
  }

  func panel(title: String) -> Chart.Panel {
    let tooltip =
      [("from", ""), ("to", ""), ("%", ",.3f"), (Encodings.low, ",.3f"), (Encodings.high, ",.3f")]
      + (hasBaseline ? [("difference", "+,.3f")] : [])
    return Chart.Panel(title: title, alternativeText: alternativeText, rows: rows) { palette in
      func level(_ field: String, _ order: [String], axis: JSONValue) -> JSONValue {
        [
          "field": .text(field), "type": "ordinal", "axis": axis, "title": Encodings.none,
          "scale": ["domain": .texts(order), "padding": 0.04],
        ]
      }
      func text(_ expression: String, dy: Int, size: Int) -> JSONValue {
        [
          "transform": [["calculate": .text(expression), "as": "label"]],
          "mark": ["type": "text", "dy": .whole(dy), "fontSize": .whole(size)],
          "encoding": ["text": ["field": "label", "type": "nominal"]],
        ]
      }
      let axis: [(key: String, value: JSONValue)] = [
        ("domain", false), ("ticks", false), ("labelAngle", 0), ("labelOverlap", false),
      ]
      let lines = axis + [("labelExpr", "split(datum.label, ' ')")]
      let cells: JSONValue = [
        "mark": ["type": "rect", "color": .text(palette.series(1)), "cornerRadius": 2],
        "encoding": [
          "opacity": [
            "field": "%", "type": "quantitative", "legend": Encodings.none,
            "scale": ["type": "sqrt", "domain": [0, 100], "range": [0.03, 0.45]],
          ],
          "tooltip": Encodings.tooltip(tooltip),
        ],
      ]
      let numbers = [text("format(datum['%'], '.2f')", dy: hasBaseline ? -6 : 0, size: 12)]
      let size = Encodings.signedLabel("datum.difference", decimals: 2)
      let change = "isValid(datum.difference) ? '(' + (\(size)) + ')' : ''"
      let differences = hasBaseline ? [text(change, dy: 8, size: 11)] : []
      return [
        "height": ["step": 40],
        "encoding": [
          "x": level("to", levels, axis: .object(lines)), "y": level("from", levels.reversed(), axis: .object(axis)),
        ],
        "layer": .list([cells] + numbers + differences),
      ]
    }
  }
}
