internal import Households

/// A way in which a household may be deprived, as far as the columns of a file tell.
public struct SampleIndicator: Hashable, Sendable {
  /// The name, as a call gives it.
  public let name: String
  /// Who is deprived, in words that follow "households".
  public let meaning: String
  /// The optional columns without which it is not known.
  let columns: [String]
  /// Whether it is used where a call names none.
  public let isUsual: Bool

  init(_ name: String, _ meaning: String, columns: [String] = [], isUsual: Bool = true) {
    self.name = name
    self.meaning = meaning
    self.columns = columns
    self.isUsual = isUsual
  }

  /// The indicator that compares welfare with the poverty line.
  static let consumption = SampleIndicator("consumption", "that consume less than the poverty line")
}

// MARK: - Of surveys

/// What surveys tell of deprivations; consumption, which depends on the line, comes first.
enum SurveyIndicators {
  static let all: [SampleIndicator] = [
    .consumption,
    SampleIndicator(
      "schooling", "with a member aged 5 to 16 who does not attend school", columns: ["school_age", "in_school"]),
    SampleIndicator("literacy", "whose head does not read"),
    SampleIndicator("sanitation", "without a toilet"),
    SampleIndicator("crowding", "with more than three persons to a room"),
    SampleIndicator("work", "of which no member works"),
    SampleIndicator(
      "land", "that own no land and keep no animals", columns: ["land_acres", "livestock"], isUsual: false),
  ]

  /// A bit for each indicator after consumption, which has the lowest.
  static func bits(of household: SurveyHousehold) -> UInt64 {
    SampleBits.joined([
      false, household.inSchool < household.schoolAge, !household.headLiterate, household.toilet == .none,
      household.persons > 3 * household.rooms, household.workers == 0,
      household.landAcres == 0 && !household.livestock,
    ])
  }
}

// MARK: - Of simulated households

/// What the microdata of a run tells of deprivations; consumption comes first.
enum MicrodataIndicators {
  static let all: [SampleIndicator] = [
    SampleIndicator("consumption", SampleIndicator.consumption.meaning, isUsual: false),
    SampleIndicator("economic", "that are not self-reliant"),
    SampleIndicator("social", "that are isolated or sheltered by their patron's network"),
    SampleIndicator("political", "that are voiceless or a client"),
    SampleIndicator("literacy", "whose head does not read", isUsual: false),
    SampleIndicator("skill", "without any skill", isUsual: false),
    SampleIndicator("work", "of which no member works", isUsual: false),
  ]
}

/// Truth values as bits, the first the lowest.
enum SampleBits {
  static func joined(_ values: [Bool]) -> UInt64 {
    values.reversed().reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
  }
}
