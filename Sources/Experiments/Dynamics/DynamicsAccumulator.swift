internal import Households
internal import Statistics

/// Sums up what runs tell of durations, moves and the panel, in the order in which an experiment makes them.
///
/// - Complexity: memory O(scenarios x (groups x (quarters + measures) + 4,096)), whatever the number of replications.
struct DynamicsAccumulator: Sendable {
  private let groupLevels: [GroupLevel]
  /// Whether curves of groups are drawn, too.
  private let everySurvival: Bool
  private var survival: [SurvivalAccumulator]
  private var spellComparisons: [SpellComparisonAccumulator]
  private var figures: [MobilityFigure] = []
  private var mobility: [PairedSeries]
  private var transitions: [TransitionAccumulator]
  private var panel: [PairedSeries]
  /// Mean welfare of each part at the start, then at the end, then growth.
  private var quantiles: [PairedSeries]
  private var baseline: (mobility: [Double], dynamics: HouseholdDynamics?) = ([], nil)

  init(scenarios: Int, groupLevels: [GroupLevel], everySurvival: Bool) {
    self.groupLevels = groupLevels
    self.everySurvival = everySurvival
    survival = Array(repeating: SurvivalAccumulator(), count: scenarios)
    spellComparisons = Array(repeating: SpellComparisonAccumulator(), count: scenarios)
    transitions = Array(repeating: TransitionAccumulator(), count: scenarios)
    let none = Array(repeating: PairedSeries(), count: scenarios)
    (mobility, panel, quantiles) = (none, none, none)
  }

  /// Adds a run; the baseline's run of a replication comes before the others.
  mutating func add(_ result: RunResult, scenario: Int) {
    let figures = result.transitions.isEmpty ? [] : MobilityFigure.all(of: result)
    let mobility = figures.map(\.value)
    if self.figures.isEmpty { self.figures = figures.map(\.figure) }
    transitions[scenario].add(result)
    let isBaseline = scenario == 0
    if !figures.isEmpty { self.mobility[scenario].add(mobility, baseline: isBaseline ? nil : baseline.mobility) }
    if let dynamics = result.dynamics { add(dynamics, scenario: scenario) }
    if isBaseline { baseline = (mobility, result.dynamics) }
  }

  private mutating func add(_ dynamics: HouseholdDynamics, scenario: Int) {
    let other = scenario == 0 ? nil : baseline.dynamics
    let waiting = dynamics.spells.enumerated().map { position, riskSets in
      everySurvival || groupLevels[position % groupLevels.count].group == "all" ? riskSets : []
    }
    survival[scenario].add(waiting, quarters: dynamics.quantiles.last?.quarter ?? 0)
    if let other { spellComparisons[scenario].add(dynamics.spells, baseline: other.spells) }
    panel[scenario].add(dynamics.panel, baseline: other?.panel)
    quantiles[scenario].add(Self.growth(dynamics), baseline: other.map(Self.growth))
  }

  /// Mean welfare at the start and at the end, and growth, of each part.
  private static func growth(_ dynamics: HouseholdDynamics) -> [Double] {
    guard let start = dynamics.quantiles.first, let end = dynamics.quantiles.last, end.quarter > start.quarter else {
      return []
    }
    return start.means + end.means
      + growthIncidence(start: start.means, end: end.means, years: Double(end.quarter - start.quarter) / 4)
  }

  /// Passes the sums of runs of so many quarters.
  mutating func pass(through archive: inout StateArchive, quarters: Int) throws(StateArchive.Fault) {
    let scenarios = survival.count
    try archive.pass(&figures)
    try archive.pass(&survival)
    try archive.pass(&spellComparisons)
    try archive.pass(&mobility)
    try archive.pass(&transitions)
    try archive.pass(&panel)
    try archive.pass(&quantiles)
    // Where dynamics are not told nothing is added up.
    let sets = SpellEvent.allCases.count * groupLevels.count
    let waits = Array(repeating: quarters, count: sets)
    let panelValues = HouseholdDynamics.panelMeasures.count * groupLevels.count
    let counts =
      [survival.count, spellComparisons.count, transitions.count] + [mobility, panel, quantiles].map(\.count)
    try archive.require(counts.allSatisfy { $0 == scenarios })
    try archive.require([[], MobilityFigure.all(of: .empty).map(\.figure)].contains(figures))
    try archive.require(mobility.allSatisfy { [0, figures.count].contains($0.values.count) })
    try archive.require(survival.allSatisfy { [[], waits].contains($0.shares.map(\.count)) })
    try archive.require(spellComparisons.allSatisfy { [0, sets].contains($0.sums.count) })
    try archive.require(panel.allSatisfy { [0, panelValues].contains($0.values.count) })
    try archive.require(quantiles.allSatisfy { [0, 3 * WelfareQuantiles.count].contains($0.values.count) })
  }

  /// The estimates from all runs added so far.
  func summary() -> DynamicsSummary {
    DynamicsSummary(
      survival: survival.map { $0.curves(groupLevels: groupLevels.count) },
      spellComparisons: spellComparisons.map { $0.comparisons(groupLevels: groupLevels.count) },
      mobility: mobility.map { series in
        let estimates = series.estimates { moments in
          zip(moments, figures).map { Estimate($0, range: $1.measure.range.values()) }
        }
        return zip(figures, estimates).map { (figure: $0, estimate: $1) }
      },
      transitions: transitions.map(\.estimates),
      panel: panel.map { series in
        series.estimates { Estimate.setBySet($0, ranges: HouseholdDynamics.panelMeasures.map(\.range)) }
      },
      growth: quantiles.map { series in
        let estimates = series.estimates { $0.map { Estimate($0) } }
        let count = estimates.count / 3
        return (0..<count).map { part in
          QuantileGrowth(
            start: estimates[part].estimate, end: estimates[part + count].estimate,
            growth: estimates[part + 2 * count])
        }
      })
  }
}
