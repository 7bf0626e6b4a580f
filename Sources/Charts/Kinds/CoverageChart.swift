internal import Households
internal import Notation
internal import Reporting

/// Which partner has reached how many households where, what overlaps, and whom nobody serves.
enum CoverageChart: ChartKind {
  static let name = "coverage"
  static let summary = "coverage of partners by place, with overlaps and unmet need"

  /// Places of a matrix.
  private static let shown = 12
  /// Characters of a line of labels.
  private static let lineLength = 26
  private static let everywhere = "all places"

  /// The most households of a place, by what lines count: where colours are strongest in all panels.
  private static func strongest(_ coverages: [Coverage], _ places: CoveredPlaces) -> JSONValue {
    let cells = coverages.flatMap { coverage in
      coverage.lines.flatMap { line in
        places.own.map { (group: group(line), count: coverage.households(line, in: $0)) }
      }
    }
    return .object(groups.map { name in (name, .real(cells.filter { $0.group == name }.map(\.count).max() ?? 0)) })
  }

  static func chart(of results: ResultSet) throws -> Chart? {
    let rows = try results.rows(of: RunRow<StocktakeEntry>.self).filter { $0.households > 0 || $0.unmetNeed > 0 }
    guard !rows.isEmpty else { return nil }
    let places = CoveredPlaces(rows, most: shown)
    let scenarios = results.scenarios.map { scenario in
      (
        name: scenario,
        coverage: Coverage(
          rows.filter { $0.scenario == scenario }, by: places.place, replications: results.replications)
      )
    }.filter { !$0.coverage.lines.isEmpty }
    guard !scenarios.isEmpty else { return nil }
    let left =
      places.own.count < places.all.count
      ? " Of \(places.all.count) places, the \(places.own.count) with the largest unmet need have columns." : ""
    let strongest = strongest(scenarios.map(\.coverage), places)
    return Chart(
      name: name, title: "Who serves whom, and where",
      statement: CoverageStatement(scenarios: scenarios, places: places.all, compared: results.scenarios.count).text,
      reading: """
        Real households by the end, means of replications: the stronger the colour, the more. A household counts once \
        for each partner and intervention. An overlap is a household that has received the same from another partner \
        too, counted once for each partner. The last line holds households that are poor by the \
        scorecard, not by what they consume, and that nobody serves.\(left)
        """,
      sources: [RunRow<StocktakeEntry>.fileName], key: [],
      panels: scenarios.map { panel($0.name, $0.coverage, places, strongest: strongest) })
  }

  // MARK: - Panels

  private static func panel(
    _ scenario: String, _ coverage: Coverage, _ places: CoveredPlaces, strongest: JSONValue
  ) -> Chart.Panel {
    let columns = places.own + (places.all.count > 1 ? [everywhere] : [])
    let labels = coverage.lines.map(label)
    let height = CategoryLabels.height(labels, length: lineLength)
    let rows: [JSONValue] = coverage.lines.flatMap { line in
      columns.map { place -> JSONValue in
        let count = coverage.households(line, in: place == everywhere ? places.all : [place])
        return [
          "line": .text(label(line)), "counts": .text(group(line)), "place": .text(place),
          "households": Encodings.rounded(count),
        ]
      }
    }
    return Chart.Panel(
      title: scenario,
      alternativeText: CoverageStatement(scenarios: [(scenario, coverage)], places: places.all, compared: 1).text,
      rows: rows, isWide: true
    ) { palette in
      let x = Encodings.categories("place", ["sort": .texts(columns), "axis": columnAxis(columns)])
      let y = Encodings.categories(
        "line",
        ["sort": .texts(labels), "axis": CategoryLabels.axis(labels, length: lineLength, hasLine: false)])
      let color: JSONValue = [
        "field": "counts", "type": "nominal", "legend": Encodings.none,
        "scale": [
          "domain": .texts(groups), "range": .texts([1, 3, 2].map(palette.series)),
        ],
      ]
      let strength = "0.04 + 0.41 * sqrt(datum.households / max(\(strongest.compact)[datum.counts], 1))"
      let cell: JSONValue = [
        "transform": [
          ["filter": .text("datum.place !== '\(everywhere)'")],
          ["calculate": .text(strength), "as": "strength"],
        ],
        "mark": ["type": "rect", "stroke": .text(palette.surface), "strokeWidth": 2],
        "encoding": [
          "x": x, "y": y, "color": color,
          "opacity": [
            "field": "strength", "type": "quantitative", "scale": Encodings.none, "legend": Encodings.none,
          ],
          "tooltip": tooltip,
        ],
      ]
      let number: JSONValue = [
        "transform": [
          ["calculate": "format(datum.households, datum.households < 9999.5 ? ',.0f' : '.3~s')", "as": "label"]
        ],
        "mark": [
          "type": "text", "color": .text(palette.ink), "fontSize": 11,
          "angle": ["expr": .text("\(isNarrow(34)) ? 270 : 0")],
        ],
        "encoding": ["x": x, "y": y, "text": ["field": "label", "type": "nominal"], "tooltip": tooltip],
      ]
      return ["height": ["step": .whole(height)], "layer": .list([cell, number])]
    }
  }

  /// Names of places above the matrix, upright where they have no room.
  private static func columnAxis(_ names: [String]) -> JSONValue {
    let longest = 7 * (names.map(\.count).max() ?? 0)
    let isCrowded = longest * names.count > 520
    let isUpright = isCrowded ? "true" : isNarrow(longest)
    return [
      "orient": "top", "labelAngle": ["expr": .text("\(isUpright) ? 270 : 0")],
      "labelAlign": ["expr": .text("\(isUpright) ? 'left' : 'center'")],
      "labelBaseline": ["expr": .text("\(isUpright) ? 'middle' : 'bottom'")], "labelOverlap": false, "labelLimit": 140,
      "ticks": false, "domain": false, "grid": false,
    ]
  }

  /// An expression that tells whether columns are narrower than so many pixels.
  private static func isNarrow(_ width: Int) -> String { "(bandwidth('x') > 0 && bandwidth('x') < \(width))" }

  private static let tooltip = Encodings.tooltip([
    ("line", ""), ("place", ""), ("households", Encodings.format(decimals: 0)),
  ])

  // MARK: - Words

  private static let groups = ["served", "overlap", "unmet need"]

  private static func group(_ line: Coverage.Line) -> String {
    switch line {
    case .served: groups[0]
    case .overlap: groups[1]
    case .unmet: groups[2]
    }
  }

  private static func label(_ line: Coverage.Line) -> String {
    switch line {
    case .served(let partner, let intervention): "\(partner): \(words(intervention))"
    case .overlap(let intervention): "overlap: \(words(intervention)) from another partner too"
    case .unmet: "nobody: poor by the scorecard"
    }
  }

  private static func words(_ intervention: String) -> String {
    Wording.words(intervention).replacing("/", with: ", ")
  }
}
