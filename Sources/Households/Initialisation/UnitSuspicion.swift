/// What may be wrong with the unit of a survey's consumption where no scale brings it to the official headcount.
///
/// Consumption as surveyed lies about the poverty line, for the median household; the limits between units are the
/// geometric means of what they make of it.
struct UnitSuspicion {
  /// The column of survey files that is meant.
  private static let column = "consumption_pkr_month"

  /// Consumption per adult equivalent of the median household over the poverty line.
  let ratio: Double

  /// - Parameters:
  ///   - rows: the households that a settlement type is drawn from.
  ///   - povertyLine: PKR thousand per adult equivalent and quarter.
  init(_ rows: [SurveyHousehold], povertyLine: Double) {
    let ratios = rows.map { $0.consumptionPerMonth * 3 / 1000 / $0.adultEquivalents / povertyLine }.sorted()
    ratio = ratios.isEmpty ? 1 : ratios[ratios.count / 2]
  }

  /// What was probably given instead of PKR a month; nil where the unit is not to be doubted.
  private var likely: String? {
    switch ratio {
    case ..<0.003: "in thousands of PKR"
    case ..<0.018: "in another currency"
    case ..<0.08: "of a day"
    case ..<0.4: "of a person and not of the household"
    case ..<4: nil
    case ..<35: "of a year"
    default: "in hundredths of PKR"
    }
  }

  /// A sentence that names the column and the likely unit; nil where the unit is not to be doubted.
  var words: String? {
    guard let likely else { return nil }
    let rounding = ratio < 0.1 ? 100_000.0 : 100
    let shown = (ratio * rounding).rounded() / rounding
    return "the median household consumes \(shown) of the poverty line per adult equivalent: is the survey's column "
      + "\(Self.column) \(likely)? It is read as PKR a month of the household"
  }
}
