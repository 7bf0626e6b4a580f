/// The keys of scenario files in words, as they stand in a sentence on a difference.
enum KeyWords {
  /// What a key holds, as the subject of a sentence: `the capacity`; nil for flags and unknown keys.
  static func subject(_ key: String) -> String? { subjects[key] }

  /// What a flag makes a programme do: `enrols only ...`; nil for other keys.
  static func verb(_ key: String) -> String? { verbs[key] }

  /// Whether the values of a key are words of scenario files, which read better without underscores.
  static func areWords(_ key: String) -> Bool {
    wordKeys.contains(key.split(separator: ".").last.map(String.init) ?? key)
  }

  /// Whether the subject of a key says what is counted, so that the value need not.
  static func isCount(_ key: String) -> Bool { subject(key)?.hasPrefix("the number of ") == true }

  /// Whether the values of a key lie on a scale from 0 to 1 and are no shares of anything.
  static func isScale(_ key: String) -> Bool { scaleKeys.contains(key) }

  private static let scaleKeys: Set = [
    "credibility", "resource_persons.selection", "resource_persons.training", "resource_persons.procedures",
  ]

  private static let wordKeys: Set = ["band", "interest_basis", "order", "use", "without"]

  private static let verbs = [
    "revolving": "lends repaid loans again",
    "target.universal": "is open to everyone",
    "target.self_selection": "enrols only households that apply by themselves",
    "target.members_only": "enrols only members of active community organisations",
    "target.members_choose": "lets members of active community organisations choose",
    "target.after_shock": "enrols only households that a severe event or illness has struck",
  ]

  private static let subjects = [
    // Scenario.
    "name": "the name",
    "description": "the description",
    "start": "the first quarter",
    "years": "the length",
    "replications": "the number of replications",
    "seed": "the seed",
    "regime": "the theory of poverty traps",
    "coordination": "the coordination of partners",
    "without": "the list of mechanisms that are switched off",
    // Population.
    "households": "the number of households",
    "official_headcount.rural": "the official headcount ratio of rural places",
    "official_headcount.urban": "the official headcount ratio of urban places",
    "consumption_scale.rural": "the scale of consumption in rural places",
    "consumption_scale.urban": "the scale of consumption in urban places",
    "district": "the district",
    "tehsil": "the tehsil",
    "settlement_type": "the type of settlements",
    "union_councils": "the number of union councils",
    "survey.province": "the province of the survey rows",
    "survey.region": "the region of the survey rows",
    // Programmes and partners.
    "partner": "the partner",
    "where.district": "the district where it works",
    "where.tehsil": "the tehsil where it works",
    "where.union_councils": "the list of union councils where it works",
    "where.settlement_type": "the type of places where it works",
    "from": "the first quarter of enrolment",
    "until": "the last quarter of enrolment",
    "budget.total": "the total budget",
    "budget.quarterly": "the quarterly budget",
    "budget.price_year": "the price year",
    "price_year": "the price year",
    "capacity": "the capacity",
    "after": "the list of programmes to be completed before",
    "target.score_at_most": "the highest score",
    "target.band": "the list of bands",
    "target.sex_of_head": "the sex of the head of household",
    "target.minority": "membership of a minority",
    "target.lottery": "the share that a lottery admits",
    "target.community_ranking": "the poorest share in the ranking of the community",
    "target.survey": "the programme whose poverty survey gives the scores",
    "target.order": "the order of enrolment",
    "target.score_error": "the standard deviation of the error of scores",
    "target.exclude": "the list of households left out",
    // Interventions for households.
    "amount": "the amount",
    "quarters": "the length",
    "household_share": "the share that the household brings",
    "instalments": "the time of repayment",
    "interest": "the interest of a year",
    "interest_basis": "what interest is counted on",
    "grace_quarters": "the quarters before the first instalment",
    "use": "the use",
    "level": "the level",
    "gain": "the gain",
    "asset": "the worth of the assets",
    "stipend": "the stipend",
    "stipend_quarters": "the time of the stipend",
    "coaching_quarters": "the time of coaching",
    "savings": "the deposit into savings",
    "cash": "the cash",
    "cash_quarters": "the time of the cash",
    "take_up": "the share that takes it up",
    "completion": "the share that completes it",
    "delivery_cost": "the cost of delivery",
    "delay": "the time from enrolment to delivery",
    // Interventions for places.
    "cost": "the cost",
    "error": "the standard deviation of the error of scores",
    "discount": "the part of the premium that is avoided",
    "local_share": "the local share",
    "places": "the number of places",
    "wage": "the piece wage",
    "market_gain": "the gain in market access",
    "setup": "the cost of setting up",
    "running": "the running cost",
    // Social mobilisation.
    "organisers": "the number of organisers",
    "salary": "the pay of an organiser",
    "visits": "the number of visits of an organiser",
    "travel": "the cost of travel",
    "credibility": "the credibility of organisers",
    "women_outreach": "the share of households with a male head that send a woman",
    "minimum_share.poor": "the minimum share of the poor",
    "minimum_share.women": "the minimum share of women",
    "coverage.village": "the coverage of households for a village organisation",
    "coverage.poorest": "the coverage of the extremely poor for a village organisation",
    "coverage.union_council": "the coverage of villages for a local support organisation",
    "coverage.tehsil": "the coverage of union councils for a network",
    "seed_grant": "the seed grant",
    "resource_persons.number": "the number of community resource persons",
    "resource_persons.honorarium": "the honorarium of a community resource person",
    "resource_persons.visits": "the number of visits of a community resource person",
    "resource_persons.selection": "the quality of the selection of community resource persons",
    "resource_persons.training": "the quality of the training of community resource persons",
    "resource_persons.procedures": "the quality of the procedures of community resource persons",
    "resource_persons.training_cost": "the cost of training a community resource person",
    "survey": "the programme whose poverty survey tells who is poor",
  ]
}
