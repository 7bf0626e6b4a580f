import Households

/// The keys of a portfolio's file.
enum PortfolioSchema {
  /// The top of a portfolio, by the measures of which more, or less, is better.
  static func root(outcomes: [String]) -> Record {
    Record(fields: [
      Field("name", .text, .required, "the name under which results are reported"),
      Field("description", .prose, "what the portfolio is about"),
      Field("scenario", .prose, .required, "the scenario file, beside this one, that holds the candidates"),
      Field("set", .settings, "values laid over the scenario, each by its dotted path"),
      Field(
        "outcome", .choice(outcomes), .required,
        "the measure of all households at the end that is to be as good as it can"),
      Field("budget", .record(budget), .required, "the money for all candidates together"),
      Field(
        "worth", .number(.positive), unit: "PKR of the budget's price year",
        "what one more unit of the outcome is worth: a household, or a percentage point of a share"),
      Field(
        "candidates", .list(of: .record(candidate), atLeast: 1, noun: "candidates"), .required,
        "the programmes to choose from; leaving one out is always a choice"),
      Field("search", .record(search), "how hard to search"),
      Field("sources", .remark, "where the portfolio's numbers come from"),
    ])
  }

  private static let budget = Record(fields: [
    Field("total", .number(.positive), .required, unit: "PKR of its price year", "the money"),
    Field("price_year", .whole(1900...2200), .required, unit: "fiscal year", "the year in whose prices the money is"),
  ])

  private static let candidate = Record(fields: [
    Field("programme", .text, .required, "the name of a programme of the scenario"),
    Field(
      "budgets", .list(of: .number(.positive), atLeast: 1, noun: "budgets", singleAllowed: true),
      unit: "PKR of the programme's price year",
      "what may be spent on it; without it, the total that the scenario gives it"),
    Field(
      "areas", .list(of: .record(ProgrammeSchema.area), atLeast: 1, noun: "areas"),
      "where it may work; without it, where the scenario has it"),
  ])

  private static let search = Record(fields: [
    Field(
      "screened", .whole(1...20_000), .assumed(.whole(64)), unit: "mixes",
      "mixes that go on after a first look at all of them"),
    Field(
      "replications", .whole(2...Scenario.replicationsAtMost),
      .assumed(.whole(40)), unit: "replications",
      "fresh replications of the final comparison"),
    Field("finalists", .whole(1...50), .assumed(.whole(4)), unit: "mixes", "mixes that reach the final comparison"),
  ])
}
