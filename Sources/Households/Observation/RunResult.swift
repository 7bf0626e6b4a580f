/// A quantity that is observed for every group: its name in outputs, its unit and its meaning.
public struct Measure: Hashable, Sendable {
  /// The name in the `measure` column.
  public let name: String
  /// The unit.
  public let unit: String
  /// One sentence on what it is.
  public let summary: String
}

/// A set of households for which measures are reported, such as `sex_of_head = female`.
public struct GroupLevel: Hashable, Sendable {
  /// What divides the households: `all`, `band`, `sex_of_head`, `minority`, `settlement_type` or `district`.
  public let group: String
  /// The part.
  public let level: String
}

/// All measures of all groups at one time.
public struct Observation: Sendable {
  /// Quarters since the start; 0 is the end of the burn-in.
  public let quarter: Int
  /// Values, `measure + groupLevel * measures.count`; NaN where a group is empty or the measure is undefined.
  public let values: [Double]
}

/// What was spent on one intervention in one quarter.
public struct CostEntry: Hashable, Sendable {
  /// Quarters since the start, from 1.
  public var quarter: Int
  /// The partner that pays.
  public var partner: String
  /// The programme's name.
  public var programme: String
  /// The intervention's name.
  public var intervention: String
  /// Units delivered: instalments, grants, loans, trainings, quarters of coaching (real, not simulated, number).
  public var units: Double
  /// Real households that received a unit.
  public var households: Double
  /// Cost in PKR of 2015-16; repayments of loans are negative.
  public var pkr: Double
}

/// One household at one time, for the microdata file.
public struct HouseholdRecord: Sendable {
  /// Quarters since the start.
  public var quarter: Int
  /// Its cells, in the order of `HouseholdRecord.columns`.
  public var cells: [Cell]

  /// A cell: text, a whole number, or a real number in the precision in which the model keeps it.
  public enum Cell: Sendable {
    case text(String)
    case whole(Int)
    case real(Double)
    case single(Float)
  }

  /// A column of the microdata file.
  public struct Column: Sendable {
    /// The name.
    public let name: String
    /// `string`, `integer` or `number`.
    public let type: String
    /// The unit; empty where there is none.
    public let unit: String
    /// One sentence on what it is.
    public let summary: String
  }
}

/// What one replication of one scenario produced.
public struct RunResult: Sendable {
  /// Observations in order of time.
  public var observations: [Observation]
  /// Household-quarters (real, not simulated, number) that moved from one joint state to another,
  /// `to + 64 * from`, with the joint state `E + 4 S + 16 P`; 4,096 values.
  public var transitions: [Double]
  /// Costs in order of quarter, programme and intervention; only entries with units.
  public var costs: [CostEntry]
}
