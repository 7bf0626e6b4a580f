import Households

/// Checks how the values of `population` fit together.
struct PopulationChecks {
  /// The values.
  let population: CheckedRecord

  /// Reports places given twice, and kinds of places without a poverty rate to start from.
  func report(to reporter: inout Reporter) {
    var seen: Set<[String]> = []
    var types: [String] = []
    for place in population["places"]?.list?.compactMap(\.record) ?? [] {
      guard let type = place["settlement_type"]?.text else { continue }
      if let survey = place["survey"]?.record, let region = survey["region"], let rows = region.text, rows != type {
        let problem = Problem.otherRows(region: rows, place: type)
        reporter.report(problem, at: region.site, survey.path(of: "region"), severity: .warning)
      }
      if !types.contains(type) { types.append(type) }
      guard let district = place["district"]?.text, let tehsil = place["tehsil"]?.text else { continue }
      guard seen.insert([district, tehsil, type]).inserted else {
        reporter.report(.duplicatePlace, at: place.site, place.path)
        continue
      }
    }
    for type in types {
      let isGiven = ["official_headcount", "consumption_scale"].contains { key in
        guard let record = population[key]?.record else { return population.wrongKeys.contains(key) }
        return record[type] != nil || record.wrongKeys.contains(type)
      }
      guard !isGiven else { continue }
      let headcount = population["official_headcount"]
      let summary = "the share of persons in \(type) places who are poor, or give consumption_scale.\(type)"
      reporter.report(
        .missingKey(type, summary: summary), at: headcount?.site ?? population.site,
        population.path(of: "official_headcount"))
    }
  }
}
