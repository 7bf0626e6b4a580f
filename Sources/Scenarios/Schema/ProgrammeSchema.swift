import Households

/// The keys of a programme.
enum ProgrammeSchema {
  private static let year = Shape.whole(1900...2200)
  private static let price = "PKR of the price year"

  /// A partner's offer.
  static let programme = Record(fields: [
    Field("name", .text, .required, "the programme's name, different from all others"),
    Field("partner", .text, .required, "the organisation that pays and delivers"),
    Field("where", .record(area), "the places it works in; without it, everywhere"),
    Field("from", .quarter, .required, "the first quarter of enrolment"),
    Field("until", .quarter, .required, "the last quarter of enrolment"),
    Field("budget", .record(budget), "its money; without it, no limit"),
    Field("price_year", year, unit: "fiscal year", "the year in whose prices its amounts are, if budget does not say"),
    Field(
      "capacity", .number(.notNegative), unit: "households per quarter",
      "how many it can enrol in a quarter; without it, no limit"),
    Field("target", .record(target), "whom it enrols; without it, everyone"),
    Field(
      "after", .list(of: .text, noun: "names of programmes", singleAllowed: true),
      "only households that have completed these programmes"),
    Field("revolving", .flag, "true: repaid loans are lent again"),
    Field(
      "package", .list(of: .variant(PackageSchema.entries), atLeast: 1, noun: "interventions"), .required,
      "what each enrolled household is offered, and what is done for the places"),
  ])

  /// A partner with an area or money of its own.
  static let partner = Record(fields: [
    Field("name", .text, .required, "the partner's name, different from all others"),
    Field("where", .record(area), "the places it works in, for its programmes that name none; without it, everywhere"),
    Field("budget", .record(purse), "its money for all its programmes together; without it, no limit"),
  ])

  private static let purse = Record(fields: [
    Field("total", .number(.notNegative), .required, unit: "PKR of its price year", "money for all its programmes"),
    Field("price_year", year, .required, unit: "fiscal year", "the year in whose prices the money is"),
  ])

  /// Places.
  static let area = Record(fields: [
    Field("district", .text, "only this district"),
    Field("tehsil", .text, "only this tehsil"),
    Field(
      "union_councils", .list(of: .text, atLeast: 1, noun: "union councils such as 'Kasur UC 1'", singleAllowed: true),
      "only these union councils"),
    Field("settlement_type", .choice(SettlementType.allCases.map(\.rawValue)), "only rural or only urban places"),
  ])

  private static let budget = Record(fields: [
    Field("total", .number(.notNegative), unit: price, "money for the whole programme"),
    Field("quarterly", .number(.notNegative), unit: price, "money that may be spent in one quarter"),
    Field("price_year", year, unit: "fiscal year", "the year in whose prices all amounts of the programme are"),
  ])

  private static let target = Record(fields: [
    Field("universal", .flag, "true: everyone"),
    Field(
      "score_at_most", .number(Bounds(lower: 0, upper: 100)), unit: "scorecard points", "measured score at most this"),
    Field(
      "band",
      .list(of: .choice(Band.allCases.map(\.rawValue)), atLeast: 1, noun: "bands", singleAllowed: true),
      "measured score within these bands"),
    Field("sex_of_head", .choice(["female", "male"]), "only households with such a head"),
    Field("minority", .flag, "only minority households, or only others"),
    Field("lottery", .number(.share), unit: "share", "the part of the eligible that a lottery admits"),
    Field(
      "community_ranking", .number(.share), unit: "share",
      "the poorest part of each settlement, as its people rank each other"),
    Field("self_selection", .flag, "true: only households that apply by themselves"),
    Field("members_only", .flag, "true: only members of active community organisations"),
    Field("members_choose", .flag, "true: only members, whose organisation chooses one intervention of the package"),
    Field(
      "after_shock", .flag,
      "true: only households struck by a severe event or illness, in the quarter in which it strikes"),
    Field("survey", .text, "the programme whose poverty survey gives the scores; without it, a scorecard of its own"),
    Field(
      "order", .choice(Targeting.Order.allCases.map(\.rawValue)),
      .assumed(.text("poorest_first")),
      "who comes first when money or capacity is short"),
    Field(
      "score_error", .number(Bounds(lower: 0, upper: 100)), .assumed(.number(3)),
      unit: "scorecard points", "standard deviation of the scorecard's measurement error"),
    Field(
      "exclude", .list(of: .whole(0...Int.max), atMost: 100_000, noun: "household numbers"),
      "households that are left out, to see what that changes for others"),
  ])
}
