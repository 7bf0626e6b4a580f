import Households

/// Checks how the values of `population` fit together.
struct PopulationChecks {
  let population: CheckedRecord

  /// Reports places given twice, and kinds of places without a poverty rate to start from.
  func report(to reporter: inout Reporter) {
    var seen: Set<[String]> = []
    var types: [String] = []
    for place in population.records("places") {
      guard let type = place["settlement_type"]?.text else { continue }
      if let survey = place["survey"]?.record, let rows = survey["region"]?.text, rows != type {
        reporter.report(.otherRows(region: rows, place: type), at: survey, "region", severity: .warning)
      }
      if !types.contains(type) { types.append(type) }
      guard let district = place["district"]?.text, let tehsil = place["tehsil"]?.text else { continue }
      if !seen.insert([district, tehsil, type]).inserted {
        reporter.report(.duplicatePlace, at: place.site, place.path)
      }
    }
    for type in types {
      let isGiven = ["official_headcount", "consumption_scale"].contains { key in
        guard let record = population[key]?.record else { return population.wrongKeys.contains(key) }
        return record[type] != nil || record.wrongKeys.contains(type)
      }
      guard !isGiven else { continue }
      let summary = "the share of persons in \(type) places who are poor, or give consumption_scale.\(type)"
      reporter.report(.missingKey(type, summary: summary), at: population, "official_headcount")
    }
  }
}
