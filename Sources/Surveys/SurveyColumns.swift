/// A column that survey files may have.
struct SurveyColumn: Sendable {
  /// What stands in its cells.
  enum Kind: Sendable {
    case text
    case word([String])
    case whole(atLeast: Int)
    /// A real number of at least so much, or of more than so much.
    case real(atLeast: Double, isExclusive: Bool)
    /// 0 or 1.
    case flag

    /// Whether words are expected.
    var isText: Bool {
      switch self {
      case .text, .word: true
      case .whole, .real, .flag: false
      }
    }

    /// The largest whole number, the largest number, and the least one above 0 that are taken for what they say: no
    /// household goes beyond, and what is computed of them stays finite.
    static let largestWhole = 1_000_000_000
    static let largestReal = 1e12
    static let leastPositive = 0.01

    /// What is expected, in words.
    var expectation: String {
      switch self {
      case .text: "a word"
      case .word(let words): words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
      case .whole(let least): "a whole number of at least \(least)"
      case .real(_, true): "a number above 0"
      case .real(_, false): "a number of at least 0"
      case .flag: "0 or 1"
      }
    }
  }

  let name: String
  let kind: Kind
  /// What it means, with its unit.
  let meaning: String
  /// Whether a file without it is refused.
  let isRequired: Bool
  /// Whether no two rows may have the same cell.
  let isUnique: Bool

  init(_ name: String, _ kind: Kind, _ meaning: String, isRequired: Bool = true, isUnique: Bool = false) {
    self.name = name
    self.kind = kind
    self.meaning = meaning
    self.isRequired = isRequired
    self.isUnique = isUnique
  }
}

/// The columns that are read; their order is that of `SurveyCells.household()`.
enum SurveyColumns {
  static let all: [SurveyColumn] = [
    SurveyColumn("province", .text, "the province or stratum by which scenarios choose rows"),
    SurveyColumn("region", .word(["rural", "urban"]), "rural or urban"),
    SurveyColumn("persons", .whole(atLeast: 1), "members of the household"),
    SurveyColumn("children", .whole(atLeast: 0), "members under 18"),
    SurveyColumn("workers", .whole(atLeast: 0), "members who work"),
    SurveyColumn("female_head", .flag, "1 if a woman heads the household"),
    SurveyColumn("head_literate", .flag, "1 if the head reads with understanding"),
    SurveyColumn("rooms", .whole(atLeast: 1), "rooms of the dwelling"),
    SurveyColumn("toilet", .word(["flush", "pit", "none"]), "flush, pit or none"),
    SurveyColumn(
      "consumption_pkr_month", .real(atLeast: 0, isExclusive: true), "consumption of the household, PKR a month"),
    SurveyColumn("adult_equivalents", .real(atLeast: 0, isExclusive: true), "adult equivalents", isRequired: false),
    SurveyColumn("elderly", .whole(atLeast: 0), "members over 64", isRequired: false),
    SurveyColumn("school_age", .whole(atLeast: 0), "members aged 5 to 16", isRequired: false),
    SurveyColumn("in_school", .whole(atLeast: 0), "of them attending school", isRequired: false),
    SurveyColumn("livestock", .flag, "1 if the household keeps animals", isRequired: false),
    SurveyColumn("land_acres", .real(atLeast: 0, isExclusive: false), "owned land, acres", isRequired: false),
    SurveyColumn(
      "weight", .real(atLeast: 0, isExclusive: false), "relative chance of being drawn in its stratum",
      isRequired: false),
    SurveyColumn(
      "id", .text, "what tells the household from all others; the same twice is refused", isRequired: false,
      isUnique: true),
  ]
}
