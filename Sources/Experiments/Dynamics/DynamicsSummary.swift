/// What replications tell of durations, moves, and poverty from year to year; each list has an element a scenario.
public struct DynamicsSummary: Sendable {
  /// How long households wait for an exit, a durable exit and a relapse.
  public let survival: [[SurvivalCurve]]
  /// Whether they wait longer or shorter than in the baseline; empty for the baseline itself.
  public let spellComparisons: [[SpellComparison]]
  /// How mobile they are.
  public let mobility: [[(figure: MobilityFigure, estimate: PairedEstimate)]]
  /// How likely each move within a quarter is.
  public let transitions: [[TransitionEstimate]]
  /// Measures of the panel, `measure + groupLevel * HouseholdDynamics.panelMeasures.count`; empty where there is none.
  public let panel: [[PairedEstimate]]
  /// Growth of the mean welfare of each twentieth; empty where it was not taken.
  public let growth: [[QuantileGrowth]]
}

/// How the mean welfare of one part of all persons has grown, whoever was in it at either time.
public struct QuantileGrowth: Hashable, Sendable {
  /// Mean welfare at the start, consumption over need.
  public let start: Estimate
  /// Mean welfare at the end.
  public let end: Estimate
  /// Growth rate a year, and its difference from the baseline's.
  public let growth: PairedEstimate
}
