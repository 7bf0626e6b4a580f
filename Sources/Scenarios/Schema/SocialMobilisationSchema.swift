/// The keys of a social mobilisation.
enum SocialMobilisationSchema {
  private static let price = "PKR of the price year"
  private static let quarterly = price + " per quarter"

  /// Staff, rules of inclusion and federation, and the communities' own people.
  static let record = Record(fields: [
    Field("organisers", .number(.notNegative), .required, unit: "persons", "social organisers on the payroll"),
    Field("salary", .number(.notNegative), .money(60_000), unit: quarterly, "pay of a social organiser"),
    Field(
      "visits", .number(.notNegative), .assumed(.number(60)), unit: "visits per quarter",
      "visits that an organiser makes"),
    Field("travel", .number(.notNegative), .money(300), unit: price + " per visit", "travel and materials of a visit"),
    share("credibility", 0.5, "how far people believe an organiser"),
    share("women_outreach", 0.5, "the part of households with a male head that send a woman as their member"),
    Field("minimum_share", .record(minimumShare), "whom an organisation must include before it is active"),
    Field("coverage", .record(coverage), "how much must be organised before the next tier forms"),
    Field(
      "seed_grant", .number(.notNegative), .assumed(.number(0)), unit: price,
      "money given to each local support organisation when it forms"),
    Field("resource_persons", .record(resourcePersons), "people of the community who take over from staff"),
    Field("survey", .text, "the programme whose poverty survey tells who is poor; without it, known without error"),
    CommunitySchema.name,
  ])

  private static let minimumShare = Record(fields: [
    share("poor", 0, "the part of the neighbourhood's poor households that must be members"),
    share("women", 0, "the part of the members who must be women"),
  ])

  private static let coverage = Record(fields: [
    share("village", 0.6, "the part of a village's households, for a village organisation"),
    share("poorest", 0.5, "the part of a village's extremely poor households, for a village organisation"),
    share("union_council", 0.6, "the part of a union council's villages, for a local support organisation"),
    share("tehsil", 0.6, "the part of a tehsil's union councils, for a network"),
  ])

  private static let resourcePersons = Record(fields: [
    Field("number", .number(.notNegative), .required, unit: "persons", "how many each local support organisation has"),
    Field("honorarium", .number(.notNegative), .money(15_000), unit: quarterly, "what one is paid"),
    Field("visits", .number(.notNegative), .assumed(.number(45)), unit: "visits per quarter", "visits that one makes"),
    share("selection", 0.6, "the quality of their selection"),
    share("training", 0.6, "the quality of their training"),
    share("procedures", 0.6, "the quality of their standard operating procedures"),
    Field("training_cost", .number(.notNegative), .money(8_000), unit: price, "the cost of training one, once"),
  ])

  private static func share(_ key: String, _ value: Double, _ summary: String) -> Field {
    Field(key, .number(.share), .assumed(.number(value)), unit: "share", summary)
  }
}
