internal import Notation
internal import Reporting

/// Which households are at which level of dependency some years later.
enum FlowsChart: ChartKind {
  static let name = "flows"
  static let summary = "flows of households between the levels of dependency"

  static func chart(of results: ResultSet) throws -> Chart? {
    let scenarios = try DependencyDimensions.pictured(results)
    let all = try results.rows(
      of: RunRow<YearlyTransitionEntry>.self, .only(\.scenario, in: scenarios),
      .only(\.entry.dimension, in: DependencyDimensions.names))
    guard let years = all.filter({ $0.count > 0 }).map(\.years).max() else { return nil }
    let rows = all.filter { $0.years == years }
    let flows = DependencyDimensions.names.flatMap { dimension in
      scenarios.compactMap { Flows(dimension, scenario: $0, years: years, rows) }
    }
    guard let first = flows.first else { return nil }
    let movements = flows.filter { $0.dimension == first.dimension }.map(\.movement)
    let span = Flows.span(years)
    return Chart(
      name: name, title: "Flows between levels of dependency",
      statement: "From any year to the one \(span) later, over all years and replications (no interval), "
        + movements.joined(separator: "; ") + ".",
      reading: "Each band is the households at the level on the left in some year that are at the level on the right "
        + "\(span) after it; its height is their share of all such pairs of years in all replications. It is not the "
        + "change from the start to the end. Pale bands are households that have not moved."
        + DependencyDimensions.omission(results),
      sources: [RunRow<YearlyTransitionEntry>.fileName], key: [],
      panels: flows.map { $0.panel(title: DependencyDimensions.title($0.dimension, $0.scenario, results)) })
  }
}

/// The moves of one scenario's households in one dimension.
private struct Flows {
  let dimension: String
  let scenario: String
  let years: Int
  /// Levels of dependency, the worst first.
  let levels: [String]
  /// Moves from a level (row) to a level (column), summed over replications.
  let counts: [[Double]]

  init?(_ dimension: String, scenario: String, years: Int, _ rows: [RunRow<YearlyTransitionEntry>]) {
    let rows = rows.filter { $0.scenario == scenario && $0.dimension == dimension }
    let levels = DependencyDimensions.ordered(rows.flatMap { [$0.from, $0.to] })
    var counts = levels.map { _ in levels.map { _ in 0.0 } }
    for row in rows {
      guard let from = levels.firstIndex(of: row.from), let to = levels.firstIndex(of: row.to) else { continue }
      counts[from][to] += row.count
    }
    guard counts.joined().reduce(0, +) > 0 else { return nil }
    self.dimension = dimension
    self.scenario = scenario
    self.years = years
    self.levels = levels
    self.counts = counts
  }

  private var total: Double { counts.joined().reduce(0, +) }

  private func percent(where isMeant: (_ from: Int, _ to: Int) -> Bool) -> Double {
    var sum = 0.0
    for from in levels.indices {
      for to in levels.indices where isMeant(from, to) { sum += counts[from][to] }
    }
    return 100 * sum / total
  }

  private func text(_ percent: Double) -> String { ReadableNumber.text(percent, decimals: 1) + "%" }

  /// Years as the words after which `later` or `after it` can stand.
  static func span(_ years: Int) -> String { years == 1 ? "a year" : "\(years) years" }

  /// How many are better and worse off.
  var movement: String {
    "\(text(percent { $0 < $1 })) of households are at a better \(dimension) level and \(text(percent { $0 > $1 })) at a worse one "
      + "in \(Wording.name(scenario))"
  }

  private var alternativeText: String {
    let shares = levels.indices.map { level in
      "\(Wording.words(levels[level])) \(text(percent { from, _ in from == level })) in some year and "
        + "\(text(percent { _, to in to == level })) \(Self.span(years)) after it"
    }
    return "Bands between \(dimension) levels, \(Self.span(years)) apart, over all years: \(movement). "
      + "Shares of levels: " + shares.joined(separator: ", ") + "."
  }

  // MARK: - Picture

  private var rows: [JSONValue] {
    levels.indices.flatMap { from in
      levels.indices.filter { counts[from][$0] > 0 }.map { to in
        [
          "from": .text(Wording.words(levels[from])), "to": .text(Wording.words(levels[to])),
          "% of all": Encodings.rounded(percent { $0 == from && $1 == to }),
          "% of from": Encodings.rounded(100 * counts[from][to] / counts[from].reduce(0, +)),
        ]
      }
    }
  }

  func panel(title: String) -> Chart.Panel {
    Chart.Panel(title: title, alternativeText: alternativeText, rows: rows) { palette in
      AlluvialPlot(
        levels: levels.map(Wording.words), sides: (left: "in some year", right: Self.span(years) + " after it")
      ).specification(palette)
    }
  }
}
