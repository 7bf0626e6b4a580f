/// The scale of surveyed consumption of one settlement type, for which the survey has the official headcount.
///
/// Surveyed consumption leaves out much of what households produce themselves; the scale `g` makes up for it. With `q` the
/// official headcount's quantile of consumption over need, over persons, `g = 1 / q`: then just the official share of
/// persons consumes less than it needs.
enum ConsumptionScale {
  /// Scales beyond which something else must be wrong.
  private static let allowed = 0.3...4

  /// The scale of each settlement type: as given, or that of the official headcount.
  ///
  /// Complexity: O(rows log rows).
  ///
  /// - Parameters:
  ///   - scenario: places, official headcounts and the poverty line.
  ///   - strata: survey rows for each place.
  /// - Returns: `g` by settlement type.
  /// - Throws: `ModelError` where a headcount is missing or asks for a scale outside 0.3 to 4.
  static func scales(
    _ scenario: Scenario, strata: [SurveyStratum]
  ) throws(ModelError) -> [SettlementType: Double] {
    let population = scenario.population
    var scales = population.consumptionScale
    for type in SettlementType.allCases where scales[type] == nil {
      let places = zip(population.places, strata).filter { $0.0.settlementType == type }
      guard !places.isEmpty else { continue }
      guard let official = population.officialHeadcount[type] else {
        throw ModelError(description: "population.official_headcount.\(type.rawValue) is needed to scale consumption")
      }
      let line = scenario.parameters.initial.povertyLine
      let scale = 1 / quantile(official, of: places, povertyLine: line)
      guard allowed.contains(scale) else {
        let doubt = UnitSuspicion(places.flatMap(\.1.rows), povertyLine: line).words
        throw ModelError(
          description: "no scale of consumption gives the official headcount of \(type.rawValue) places; "
            + (doubt.map { $0 + ". Mend it, or " } ?? "")
            + "give population.consumption_scale.\(type.rawValue) or another headcount")
      }
      scales[type] = scale
    }
    return scales
  }

  /// The welfare ratio below which a share of the persons of some places lie.
  private static func quantile(_ share: Double, of places: [(Place, SurveyStratum)], povertyLine: Double) -> Double {
    let persons = places.flatMap { place, stratum in
      let total = stratum.rows.reduce(0) { $0 + $1.weight }
      return stratum.rows.map { row in
        (
          ratio: row.welfareRatio(povertyLine: povertyLine),
          weight: place.households * row.weight / total * Double(row.persons)
        )
      }
    }.sorted { $0.ratio < $1.ratio }
    var left = share * persons.reduce(0) { $0 + $1.weight }
    for (ratio, weight) in persons {
      left -= weight
      if left < 0 { return ratio }
    }
    return .infinity
  }
}
