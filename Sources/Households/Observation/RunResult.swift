/// A quantity that is observed for every group: its name in outputs, its unit and its meaning.
public struct Measure: Hashable, Sendable {
  /// The name in the `measure` column.
  public let name: String
  /// The unit.
  public let unit: String
  /// One sentence on what it is.
  public let summary: String
  /// What values it can take.
  public let range: Range

  /// Creates a measure.
  /// - Parameters:
  ///   - name: the name in outputs.
  ///   - unit: the unit.
  ///   - summary: one sentence on what it is.
  ///   - range: what values it can take; nil: what the unit tells.
  public init(name: String, unit: String, summary: String, range: Range? = nil) {
    self.name = name
    self.unit = unit
    self.summary = summary
    self.range = range ?? Range(unit: unit)
  }
}

/// A set of households for which measures are reported, such as `sex_of_head = female`.
public struct GroupLevel: Hashable, Sendable {
  /// What divides the households: `all`, `band`, `sex_of_head`, `minority`, `settlement_type` or `district`.
  public let group: String
  /// The part.
  public let level: String

  /// Names a set.
  public init(group: String, level: String) {
    self.group = group
    self.level = level
  }
}

/// All measures of all groups at one time.
public struct Observation: Sendable {
  /// Quarters since the start; 0 is the end of the burn-in.
  public let quarter: Int
  /// Values, `measure + groupLevel * measures.count`; NaN where a group is empty or the measure is undefined.
  public var values: [Double]
  /// Values of each programme, `measure + programme * Model.programmeMeasures.count`; NaN where undefined.
  public var programmeValues: [Double] = []

  /// Creates an observation.
  public init(quarter: Int, values: [Double], programmeValues: [Double] = []) {
    self.quarter = quarter
    self.values = values
    self.programmeValues = programmeValues
  }
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
  /// Cost in PKR of 2015-16 by what it is for; repayments of loans are negative.
  public var parts: CostParts

  /// Cost in PKR of 2015-16.
  public var pkr: Double { parts.total }

  /// Nothing spent.
  public static let empty = CostEntry(
    quarter: 0, partner: "", programme: "", intervention: "", units: 0, households: 0, parts: CostParts())
}

/// What institutions of one tier and status there are in one place at one time.
public struct InstitutionEntry: Hashable, Sendable {
  /// Quarters since the start.
  public var quarter: Int
  /// The union council, or the tehsil of a network.
  public var place: String
  /// `community_organisation`, `village_organisation`, `local_support_organisation` or `network`.
  public var tier: String
  /// `forming`, `active` or `dormant`; for local support organisations also `insolvent`.
  public var status: String
  /// Institutions (real, not simulated, number).
  public var count: Double
  /// Member households (real number).
  public var members: Double
  /// Part of the members that are poor by the scorecard; NaN without members.
  public var poorShare: Double
  /// Part of the members that women represent; NaN without members.
  public var womenShare: Double
  /// Mean maturity, 0-1; NaN for tiers that have none.
  public var maturity: Double
  /// Savings of the members, PKR of 2015-16.
  public var savings: Double
  /// Money of the institutions, PKR of 2015-16; NaN for tiers that have none.
  public var treasury: Double
  /// What visits to them and work for them cost in the quarter, whoever paid, PKR of 2015-16.
  ///
  /// Visits that found nobody ready are in the costs of the programme alone. NaN for village organisations and networks,
  /// which cost nothing of their own.
  public var cost: Double

  /// No institutions.
  public static let empty = InstitutionEntry(
    quarter: 0, place: "", tier: "", status: "", count: 0, members: 0, poorShare: .nan, womenShare: .nan,
    maturity: .nan, savings: .nan, treasury: .nan, cost: .nan)
}

/// Who has done what, where, for how many, with what money.
public struct StocktakeEntry: Hashable, Sendable {
  /// The partner.
  public var partner: String
  /// The district; `several` for work for places in more than one.
  public var district: String
  /// The union council; `all of its area` for work for places in more than one.
  public var unionCouncil: String
  /// The kind of what households received, as scenario files write it; the name under which work for places is booked;
  /// `unserved` for the row that holds the unmet need.
  public var intervention: String
  /// Real households that have received it from the partner; 0 for work for places.
  public var households: Double
  /// What that has cost, PKR of 2015-16.
  public var pkr: Double
  /// Of these households, those that have received the same kind from another partner too.
  public var overlap: Double
  /// Real households that are poor by the scorecard and that no partner has served.
  public var unmetNeed: Double

  /// Nothing done.
  public static let empty = StocktakeEntry(
    partner: "", district: "", unionCouncil: "", intervention: "", households: 0, pkr: 0, overlap: 0, unmetNeed: 0)
}

/// One household at one time, for the microdata file.
public struct HouseholdRecord: Hashable, Sendable {
  /// Quarters since the start.
  public var quarter: Int
  /// Its cells, in the order of `HouseholdRecord.columns`.
  public var cells: [Cell]

  /// Creates a record.
  public init(quarter: Int, cells: [Cell]) {
    self.quarter = quarter
    self.cells = cells
  }

  /// A cell: text, a whole number, or a real number in the precision in which the model keeps it.
  public enum Cell: Hashable, Sendable {
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
  /// Institutions at the observed quarters, in order of quarter, tier and place; only entries with a count.
  public var institutions: [InstitutionEntry] = []
  /// The stocktake at the end.
  public var stocktake: [StocktakeEntry] = []
  /// How far each programme with something for households has come, in the order of the scenario.
  public var reach: [ProgrammeReach] = []
  /// What became of each household, for comparison with other futures of the same households; never written.
  public var endState: EndState?
  /// What the scenario changed for whom against the baseline of the same replication, in the order of
  /// `EndState.attribution(against:)`; empty for the baseline itself.
  public var attribution: [Double] = []
  /// Where households were in every quarter, from quarter 0.
  public var course: [CourseEntry] = []
  /// What looking at the same households more than once tells; nil where they were not followed.
  public var dynamics: HouseholdDynamics?

  /// Nothing produced.
  public static let empty = RunResult(observations: [], transitions: [], costs: [])
}
