public import Households

extension LoadedScenario {
  /// Checks that a survey has rows that can be drawn of the strata that the places of the scenario name.
  /// - Throws: `ScenarioError` with a problem for each place without rows.
  public func check(against strata: Set<Stratum>) throws(ScenarioError) {
    var reporter = Reporter()
    for source in sources { reporter.add(text: source.text, of: source.path) }
    let provinces = Set(strata.map(\.province)).sorted()
    for (index, place) in scenario.population.places.enumerated() where !strata.contains(place.stratum) {
      let (province, region) = (place.stratum.province, place.stratum.region.rawValue)
      let isKnown = provinces.contains(province)
      let path = "population.places.\(index + 1).survey.\(isKnown ? "region" : "province")"
      let problem =
        isKnown
        ? Problem.noSurveyRows(region: region, province: province) : .unknownWord(province, known: provinces)
      let origin = resolved.first { $0.path == path }?.origin ?? .standard
      reporter.report(
        problem, at: Site(origin: origin, length: (isKnown ? region : province).count), path,
        suggestion: isKnown ? nil : Spelling.nearest(to: province, among: provinces))
    }
    guard reporter.hasErrors else { return }
    throw reporter.error
  }
}
