import ExactMath
import Households
import Randomness

/// Plausible survey rows that belong to nobody.
enum SyntheticSurvey {
  static let rural = Stratum(province: "Punjab", region: .rural)
  static let urban = Stratum(province: "Punjab", region: .urban)

  /// 300 rural and 200 urban rows.
  static let rows: [SurveyHousehold] =
    (0..<300).map { row($0, of: rural) } + (300..<500).map { row($0, of: urban) }

  /// A row with nothing remarkable about it.
  static func plainRow(
    of stratum: Stratum = rural, persons: Int = 6, consumptionPerMonth: Double = 20_000, weight: Double = 1
  ) -> SurveyHousehold {
    SurveyHousehold(
      stratum: stratum, persons: persons, adultEquivalents: 5, workers: 2, children: 3, elderly: 0,
      femaleHead: false, headLiterate: true, schoolAge: 2, inSchool: 1, rooms: 2, toilet: .pit, livestock: true,
      landAcres: 1, consumptionPerMonth: consumptionPerMonth, weight: weight)
  }

  private static func row(_ number: Int, of stratum: Stratum) -> SurveyHousehold {
    let stream = RandomStream(seed: 2016, replication: 0)
    func luck(_ purpose: UInt32) -> RandomWords {
      stream.draw(entity: UInt32(number), quarter: 0, purpose: Purpose(rawValue: purpose))
    }
    let (size, head, school, home, money) = (luck(1), luck(2), luck(3), luck(4), luck(5))
    let children = Int(size.uniform0 * 6)
    let elderly = size.uniform1 < 0.25 ? 1 : 0
    let adults = 1 + Int(size.uniform2 * 4)
    let schoolAge = children * 2 / 3
    let adultEquivalents = Double(adults + elderly) + 0.8 * Double(children)
    let isUrban = stratum.region == .urban
    let welfare = (isUrban ? 1.0 : 0.8) * exponential(0.5 * money.normal0)
    return SurveyHousehold(
      stratum: stratum, persons: adults + children + elderly, adultEquivalents: adultEquivalents,
      workers: 1 + Int(size.uniform3 * Double(adults)), children: children, elderly: elderly,
      femaleHead: head.uniform0 < 0.12, headLiterate: head.uniform1 < 0.5, schoolAge: schoolAge,
      inSchool: Int(school.uniform0 * Double(schoolAge + 1)), rooms: 1 + Int(home.uniform0 * 4),
      toilet: home.uniform1 < 0.5 ? .flush : home.uniform1 < 0.75 ? .pit : .none,
      livestock: !isUrban && home.uniform2 < 0.6, landAcres: home.uniform3 < 0.4 ? 8 * home.uniform3 : 0,
      consumptionPerMonth: welfare * 3250.28 * adultEquivalents, weight: 0.5 + school.uniform1)
  }
}
