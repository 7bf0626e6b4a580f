public import Statistics

/// What is told of a run by looking at the same households more than once.
public struct HouseholdDynamics: Hashable, Sendable {
  /// Real households at risk of each event by quarters of waiting, from the first quarter to the last in which anybody
  /// waits; at `position(of:groupLevel:levels:)`.
  public var spells: [[RiskSet]]
  /// Measures of the yearly panel, `measure + groupLevel * panelMeasures.count`; NaN where undefined.
  public var panel: [Double]
  /// Moves over one and over three years, of all households, as `YearlyMatrix` finds them.
  public var yearlyMoves: [Double]
  /// Mean welfare of each twentieth of all persons, at the start and at the end.
  public var quantiles: [WelfareQuantiles]

  /// Nothing looked at.
  public static let empty = HouseholdDynamics(spells: [], panel: [], yearlyMoves: [], quantiles: [])

  /// Where the waiting of a group for an event is in `spells`.
  /// - Parameters:
  ///   - event: what is waited for.
  ///   - groupLevel: index in `Model.groupLevels`.
  ///   - levels: how many there are.
  /// - Returns: the index.
  public static func position(of event: SpellEvent, groupLevel: Int, levels: Int) -> Int {
    groupLevel + levels * (SpellEvent.allCases.firstIndex(of: event) ?? 0)
  }
}

/// Mean welfare of equally large parts of all persons at one time, from the poorest to the richest.
public struct WelfareQuantiles: Hashable, Sendable {
  /// How many parts there are: twentieths.
  public static let count = 20

  /// Quarters since the start.
  public var quarter: Int
  /// Consumption over need of each part; whoever is in it at this time.
  public var means: [Double]

  /// Creates means of parts.
  public init(quarter: Int, means: [Double]) {
    self.quarter = quarter
    self.means = means
  }
}
