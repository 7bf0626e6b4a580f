/// Where the households of a run are in one quarter, and which of them have moved in it; real, not simulated, numbers.
public struct CourseEntry: Hashable, Sendable {
  /// Quarters since the start; 0 is the opening, after the burn-in.
  public var quarter: Int
  /// Households at each level, `level + 4 * dimension`; 12 values.
  public var levels: [Double]
  /// Households that have moved between neighbouring levels in the quarter, in the order of `LevelMove.allCases`; 18
  /// values, all 0 at quarter 0.
  public var moves: [Double]
  /// Households out of dependency.
  public var out: Double
  /// Households in dependency, counted by themselves: all less those out would leave rounding.
  public var dependent: Double
  /// Households that have been out of dependency for four quarters or more.
  public var durablyOut: Double
  /// Households below the poverty line.
  public var poorHouseholds: Double
  /// Persons in them.
  public var poorPersons: Double

  /// Creates an entry.
  public init(
    quarter: Int, levels: [Double], moves: [Double], out: Double, dependent: Double, durablyOut: Double,
    poorHouseholds: Double, poorPersons: Double
  ) {
    self.quarter = quarter
    self.levels = levels
    self.moves = moves
    self.out = out
    self.dependent = dependent
    self.durablyOut = durablyOut
    self.poorHouseholds = poorHouseholds
    self.poorPersons = poorPersons
  }

  /// All households.
  public var households: Double { levels.prefix(4).reduce(0, +) }
}
