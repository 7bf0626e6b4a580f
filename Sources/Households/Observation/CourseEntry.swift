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

  /// Nobody anywhere.
  public static let empty = CourseEntry(
    quarter: 0, levels: Array(repeating: 0, count: 4 * Dimension.allCases.count),
    moves: Array(repeating: 0, count: LevelMove.allCases.count), out: 0, dependent: 0, durablyOut: 0,
    poorHouseholds: 0, poorPersons: 0)

  /// All households.
  public var households: Double { levels.prefix(4).reduce(0, +) }
}
