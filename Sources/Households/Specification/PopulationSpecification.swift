/// A survey stratum: households of a place are drawn from the survey rows of one stratum.
public struct Stratum: Hashable, Sendable {
  /// The province as the survey spells it.
  public var province: String
  /// Rural or urban rows.
  public var region: SettlementType

  /// Creates a stratum.
  public init(province: String, region: SettlementType) {
    self.province = province
    self.region = region
  }
}

/// A part of a district that a scenario simulates.
public struct Place: Hashable, Sendable {
  /// The district's name.
  public var district: String
  /// The tehsil's name.
  public var tehsil: String
  /// Villages or mohallas.
  public var settlementType: SettlementType
  /// Real households that the place holds.
  public var households: Double
  /// Number of union councils; nil: as many as real households fill, as far as each has a simulated settlement.
  public var unionCouncils: Int?
  /// The survey stratum whose rows populate the place.
  public var stratum: Stratum

  /// Creates a place.
  public init(
    district: String, tehsil: String, settlementType: SettlementType, households: Double,
    unionCouncils: Int?, stratum: Stratum
  ) {
    self.district = district
    self.tehsil = tehsil
    self.settlementType = settlementType
    self.households = households
    self.unionCouncils = unionCouncils
    self.stratum = stratum
  }
}

/// Who is simulated: the places, how many households stand for them, and the poverty rates they must start from.
public struct PopulationSpecification: Hashable, Sendable {
  /// Households to simulate; nil: one for each real household.
  public var simulatedHouseholds: Int?
  /// The places, in the order in which households are stored.
  public var places: [Place]
  /// Official headcount ratio (share of persons, 0-1) of the survey's year, by settlement type.
  public var officialHeadcount: [SettlementType: Double]
  /// Scale of surveyed consumption by settlement type; a type without one has that of the official
  /// headcount.
  public var consumptionScale: [SettlementType: Double]

  /// Creates a specification.
  public init(
    simulatedHouseholds: Int?, places: [Place], officialHeadcount: [SettlementType: Double],
    consumptionScale: [SettlementType: Double] = [:]
  ) {
    self.simulatedHouseholds = simulatedHouseholds
    self.places = places
    self.officialHeadcount = officialHeadcount
    self.consumptionScale = consumptionScale
  }

  /// Simulated households of each place.
  var sampled: [Int] { Geography.apportion(households, among: places.map(\.households)) }

  /// Real households for which each simulated one stands, by place; 0 where a place has no simulated one.
  public var weights: [Double] { zip(places, sampled).map { $1 > 0 ? $0.households / Double($1) : 0 } }

  /// Real households that the simulated ones stand for: those of the places that have any.
  public var realHouseholds: Double { zip(places, sampled).reduce(0) { $0 + ($1.1 > 0 ? $1.0.households : 0) } }

  /// Households that are simulated: as many as asked for, or one for each real household.
  public var households: Int {
    simulatedHouseholds ?? Int(places.reduce(0) { $0 + $1.households }.rounded())
  }
}
