internal import Households

/// What is measured of one household of a file.
struct SampleRow {
  /// The run it belongs to; nil in a survey.
  let run: SampleRun?
  let stratum: String
  let unit: String
  let weight: Double
  let persons: Double
  /// Consumption per adult equivalent, PKR a month; in microdata over need.
  let welfare: Double
  /// A bit for each indicator of the form of file but consumption.
  let deprivations: UInt64
  /// The cells of the columns by which households are grouped.
  let labels: [String]
}

extension SurveyCells {
  /// The household of a survey, in the order of `SurveyColumns.all` and `SampleColumns.design`.
  mutating func surveyedHousehold(labels: [String]) -> SampleRow? {
    let household = household()
    let unit = text()
    let stratum = text()
    guard let household else { return nil }
    return SampleRow(
      run: nil, stratum: stratum ?? household.stratum.province + " " + household.stratum.region.rawValue,
      unit: unit ?? "line \(line)", weight: household.weight, persons: Double(household.persons),
      welfare: household.consumptionPerMonth / household.adultEquivalents,
      deprivations: SurveyIndicators.bits(of: household), labels: labels.map { label(named: $0) })
  }

  /// The household of a run, in the order of `SampleColumns.microdata`.
  mutating func simulatedHousehold(labels: [String]) -> SampleRow? {
    let scenario = text()
    let replication = whole()
    let quarter = whole()
    let weight = real()
    let place = [text(), text()]
    let settlement = whole()
    let type = text()
    let persons = whole()
    let workers = whole()
    let literate = whole()
    let welfare = real()
    let levels = [whole(), whole(), whole()]
    let skill = whole()
    guard let scenario, let replication, let quarter, let weight, let settlement, let persons, let welfare else {
      return nil
    }
    let bits = SampleBits.joined([
      false, (levels[0] ?? 0) < 3, (levels[1] ?? 0) < 2, (levels[2] ?? 0) < 2, literate == 0, skill == 0, workers == 0,
    ])
    return SampleRow(
      run: SampleRun(scenario: scenario, replication: replication, quarter: quarter),
      stratum: (place + [type]).compactMap(\.self).joined(separator: ", "), unit: "\(settlement)", weight: weight,
      persons: Double(persons), welfare: welfare, deprivations: bits, labels: labels.map { label(named: $0) })
  }
}
