internal import Charts
internal import Experiments
internal import Notation
internal import Reporting
internal import Statistics

/// A table of scenarios: a row for each, a column for each headline figure.
struct ScenarioTable {
  /// The top of a column.
  struct Column {
    let title: String
    let isNumber: Bool
  }

  /// One figure of one scenario.
  struct Cell {
    let label: String
    let value: String
    /// Lines below it: the difference and its interval.
    let notes: [String]
  }

  struct Row {
    let heading: String
    let cells: [Cell]
  }

  let caption: String
  let columns: [Column]
  let rows: [Row]

  static let measures = [
    "out_of_dependency", "durable_exits", "headcount_ratio", "poverty_gap", "organised", "unmet_need", "served_twice",
  ]
}

extension ScenarioTable {
  /// The scenarios of some results, with differences from the baseline where they are compared; nil where the results
  /// tell no headline figures.
  init?(_ source: ResultSource) throws {
    let summary = try source.results.rows(
      of: SummaryRow.self, .only(\.group, "all"), .only(\.quarter, source.results.quarters),
      .only(\.measure, in: Self.measures))
    // What happens nowhere is left out.
    let found = Self.measures.map { measure in summary.filter { $0.measure == measure } }
      .filter { $0.contains { $0.estimate.mean != 0 && $0.estimate.mean.isFinite } }
    guard !found.isEmpty else { return nil }
    let units = found.map { DisplayUnit(measure: $0[0].measure, unit: $0[0].unit) }
    let differences = try source.results.differences(in: Self.measures)
    let costs = try source.results.rows(of: RankingRow.self, .only(\.measure, "programme_cost"))
    rows = source.results.scenarios.map { scenario in
      var cells = found.indices.map { place -> Cell in
        let estimate = found[place].first { $0.scenario == scenario }?.estimate
        let (measure, unit) = (found[place][0].measure, units[place])
        var notes: [String] = []
        if let own = differences.first(where: { $0.scenario == scenario && $0.measure == measure }) {
          notes = Self.notes(own, difference: unit.difference(own.difference), interval: own.interval)
        } else if let estimate, estimate.hasInterval {
          notes = [unit.interval(estimate.low, estimate.high)]
        }
        return Cell(label: unit.label, value: estimate.map { unit.text($0.mean) } ?? "-", notes: notes)
      }
      if !costs.isEmpty {
        let cost = costs.first { $0.scenario == scenario }.map { DisplayUnit.programmeCost.text($0.mean) }
        cells.append(Cell(label: DisplayUnit.programmeCost.label, value: cost ?? "-", notes: []))
      }
      return Row(heading: scenario, cells: cells)
    }
    let labels = units.map(\.label) + (costs.isEmpty ? [] : [DisplayUnit.programmeCost.label])
    columns = [Column(title: "scenario", isNumber: false)] + labels.map { Column(title: $0, isNumber: true) }
    caption = Self.caption(source)
  }

  private static func caption(_ source: ResultSource) -> String {
    let means = "Means after \(source.results.span)"
    let cost = "the cost is neither discounted nor compared here"
    switch (source.results.isComparison, source.results.replications) {
    case (false, 1): return means + ", in one replication."
    case (false, _): return means + ", with 95% intervals."
    case (true, 1):
      return "\(means), in one replication; below them the difference from \(source.results.scenarios[0]); \(cost)."
    case (true, _):
      return """
        \(means); below that of \(source.results.scenarios[0]) its 95% interval, below the others the difference from it, \
        paired within replications, with its 95% interval for all scenarios together; \(cost).
        """
    }
  }

  /// What stands below a figure: the difference, unless it is the figure itself, its interval, and what that tells.
  private static func notes(_ own: BaselineDifference, difference: String?, interval: String) -> [String] {
    switch own.verdict {
    case .unknown: [difference].compactMap(\.self)
    case .equal: ["no difference"]
    case .undecided: [difference, interval, own.doubt].compactMap(\.self)
    case .higher, .lower: [difference, interval].compactMap(\.self)
    }
  }

  /// What stands in the place of a price where one of two scenarios dominates the other, or both are the same.
  private static func dominance(_ row: EffectivenessRow?, isJudged: Bool) -> [String] {
    let isByMean = row.map { $0.cost.low < 0 && $0.cost.high > 0 } ?? false
    let byMean = isByMean ? ", by mean cost" : ""
    return switch row?.reading {
    case .equal: ["the same as the baseline"]
    case .dominates where isJudged: ["dominates the baseline" + byMean]
    case .dominated where isJudged: ["dominated by the baseline" + byMean]
    case .dominates, .dominated: ["too few replications"]
    default: []
    }
  }

  /// What the scenarios of several results achieve against their own baselines; nil where none compares.
  init?(overviewOf sources: [ResultSource]) throws {
    let sources = sources.filter(\.results.isComparison)
    guard !sources.isEmpty else { return nil }
    let exits = "durable exits, of 1,000 households"
    let labels = [
      exits, "out of dependency, points", "headcount ratio, points", "one more durable exit, PKR of 2015-16",
    ]
    rows = try sources.flatMap { source -> [Row] in
      let differences = try source.results.differences(in: ["durable_exits", "out_of_dependency", "headcount_ratio"])
      let households = try source.realHouseholds
      let ratios = try source.results.rows(
        of: EffectivenessRow.self, .only(\.terms.perspective, .programme), .only(\.terms.effect, .durableExits))
      return differences.filter { $0.measure == "durable_exits" }.map { outcome in
        func per(_ value: Double) -> String { ReadableNumber.signed(1_000 * value / households, decimals: 1) }
        let ratio = ratios.first { $0.scenario == outcome.scenario }
        let isRatio = ratio?.reading == .ratio
        let dominance = Self.dominance(ratio, isJudged: source.results.hasEnoughReplications)
        func money(_ end: KeyPath<EffectivenessRow, Double>) -> String {
          ReadableNumber.text(ratio?[keyPath: end] ?? .nan, decimals: 0)
        }
        let exitNotes = Self.notes(outcome, difference: nil, interval: "\(per(outcome.low)) to \(per(outcome.high))")
        let figures = ["out_of_dependency", "headcount_ratio"].enumerated().map { place, measure -> Cell in
          let other = differences.first { $0.scenario == outcome.scenario && $0.measure == measure }
          return Cell(
            label: labels[1 + place], value: other.map { $0.unit.difference($0.difference) } ?? "-",
            notes: other.map { Self.notes($0, difference: nil, interval: $0.interval) } ?? [])
        }
        let cost = Cell(
          label: labels[3], value: isRatio ? money(\.ratio) : "-",
          notes: isRatio ? ["\(money(\.ratioLow)) to \(money(\.ratioHigh))"] : dominance)
        return Row(
          heading: "\(Wording.name(outcome.scenario)), against \(Wording.name(source.results.scenarios[0]))",
          cells: [Cell(label: exits, value: per(outcome.difference), notes: exitNotes)] + figures + [cost])
      }
    }
    columns = [Column(title: "scenario", isNumber: false)] + labels.map { Column(title: $0, isNumber: true) }
    caption = """
      Differences from each baseline at the end, with 95% intervals, those of the first three columns for all scenarios of \
      a comparison together. Places, years and baselines differ between comparisons: this is no ranking of programmes.
      """
  }
}
