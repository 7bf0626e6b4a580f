/// A household as a survey describes it: one row that may be drawn into the simulated population.
public struct SurveyHousehold: Hashable, Sendable {
  /// Sanitation, as the scorecard asks for it.
  public enum Toilet: String, CaseIterable, Sendable {
    case flush, pit, none
  }

  /// Where the row may be used.
  public var stratum: Stratum
  /// Members.
  public var persons: Int
  /// Official scale: 1 for an adult, 0.8 for a member under 18.
  public var adultEquivalents: Double
  /// Members who work.
  public var workers: Int
  /// Members under 18.
  public var children: Int
  /// Members over 64.
  public var elderly: Int
  /// Whether a woman heads it.
  public var femaleHead: Bool
  /// Whether the head reads with understanding.
  public var headLiterate: Bool
  /// Members aged 5 to 16.
  public var schoolAge: Int
  /// Of them attending school.
  public var inSchool: Int
  /// Rooms.
  public var rooms: Int
  /// Sanitation.
  public var toilet: Toilet
  /// Whether it keeps animals.
  public var livestock: Bool
  /// Owned land, acres.
  public var landAcres: Double
  /// Consumption, PKR a month, in the survey's own prices and coverage.
  public var consumptionPerMonth: Double
  /// Relative chance of being drawn within its stratum.
  public var weight: Double

  /// Creates a row.
  public init(
    stratum: Stratum, persons: Int, adultEquivalents: Double, workers: Int, children: Int, elderly: Int,
    femaleHead: Bool, headLiterate: Bool, schoolAge: Int, inSchool: Int, rooms: Int, toilet: Toilet,
    livestock: Bool, landAcres: Double, consumptionPerMonth: Double, weight: Double
  ) {
    self.stratum = stratum
    self.persons = persons
    self.adultEquivalents = adultEquivalents
    self.workers = workers
    self.children = children
    self.elderly = elderly
    self.femaleHead = femaleHead
    self.headLiterate = headLiterate
    self.schoolAge = schoolAge
    self.inSchool = inSchool
    self.rooms = rooms
    self.toilet = toilet
    self.livestock = livestock
    self.landAcres = landAcres
    self.consumptionPerMonth = consumptionPerMonth
    self.weight = weight
  }
}
