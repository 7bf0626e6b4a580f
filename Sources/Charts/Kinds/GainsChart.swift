internal import Notation
internal import Reporting
internal import Statistics

/// Who gains: differences from the baseline at the end by groups of households.
enum GainsChart: ChartKind {
  static let name = "gains"
  static let summary = "differences from the baseline at the end, by band, sex of head and minority"

  private static let measures = ["out_of_dependency", "headcount_ratio"]
  private static let groups = ["band", "sex_of_head", "minority"]

  static func chart(of results: ResultSet) throws -> Chart? {
    let all = try results.differences(in: measures, groups: groups)
    let gains = measures.compactMap { MeasureDifferences(of: $0, among: all, groups: groups, results) }
    guard let first = gains.first else { return nil }
    return Chart(
      name: name, title: "Who gains",
      statement: results.weighed(first.statement + "."),
      reading: reading(results) + " Bands are those of the poverty scorecard at the start.",
      sources: [ComparisonRow.fileName], key: results.parts.key, panels: gains.map(\.panel))
  }

  private static func reading(_ results: ResultSet) -> String {
    guard results.replications > 1 else {
      return "Points are differences within a single replication, which have no intervals."
    }
    return "Points are means of differences within replications, lines their 95% intervals, which hold for all "
      + "scenarios together but are not adjusted for looking at many groups; \(BaselineDifference.hollow(results))."
  }
}

extension MeasureDifferences {
  // MARK: - Words

  /// A group of households, as it is called in the chart.
  private static func label(_ difference: BaselineDifference) -> String {
    switch (difference.group, difference.level) {
    case ("minority", "yes"): "minority"
    case ("minority", _): "not a minority"
    case ("sex_of_head", let sex): "\(sex) head"
    default: Wording.words(difference.level)
    }
  }

  /// In how many groups there is a difference, and where it is largest.
  fileprivate var statement: String {
    let hasSeveral = results.alternatives.count > 1
    let counts = Verdict.inWords.compactMap { words, verdict -> String? in
      let count = differences.count { $0.verdict == verdict }
      return count > 0 ? "\(words) in \(count)" : nil
    }
    let unitOfCount = hasSeveral ? "pair" : "group"
    let noun = unitOfCount + (differences.count == 1 ? "" : "s") + (hasSeveral ? " of a group and a scenario" : "")
    let found =
      "After \(results.span), against \(Wording.name(results.scenarios[0])), \(subject) is \(Wording.series(counts))"
      + " of \(differences.count) \(noun)"
    let largest = self.largest {
      "for “\(Self.label($0))”" + (hasSeveral ? " in \(Wording.name($0.scenario))" : "")
    }
    let intervals =
      differences.contains { $0.verdict != .unknown }
      ? ", with intervals that are not adjusted for looking at many groups" : ""
    return found + (largest.map { "; " + $0 } ?? "") + intervals
  }

  private var alternativeText: String {
    let texts = differences.map { "\(Self.label($0)), \(Wording.name($0.scenario)) \($0.text)" }
    return "Differences of \(subject) by group after \(results.span): " + texts.joined(separator: "; ") + "."
  }

  // MARK: - Picture

  fileprivate var panel: Chart.Panel {
    let rows = differences.map { difference -> JSONValue in
      .object(
        [("households", .text(Self.label(difference))), ("scenario", .text(difference.scenario))]
          + difference.members)
    }
    return Chart.Panel(title: unit.differenceLabel, alternativeText: alternativeText, rows: rows) { palette in
      let axis: JSONValue = [
        "domain": false, "ticks": false, "tickBand": "extent", "grid": true, "labelOverlap": false, "labelPadding": 8,
      ]
      let lines = (results.alternatives.count > 4 ? 9 : 12) * results.alternatives.count
      return [
        "height": ["step": .whole(lines + 8), "for": "position"],
        "encoding": [
          "y": Encodings.categories(
            "households", ["axis": axis, "sort": Encodings.none, "scale": ["padding": 0]]),
          "yOffset": [
            "field": "scenario", "type": "nominal",
            "scale": ["domain": .texts(results.alternatives), "range": [4, .whole(4 + lines)]],
          ],
          "color": results.parts.color(palette),
        ],
        "layer": .list(
          [Encodings.line(at: 0, on: "x", palette)]
            + BaselineDifference.layers(unit, palette, results.parts.shape, names: ["households", "scenario"])),
      ]
    }
  }
}
