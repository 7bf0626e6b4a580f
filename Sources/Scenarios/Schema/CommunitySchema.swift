/// The interventions for places, which stand in a package beside those for households.
enum CommunitySchema {
  private static let price = "PKR of the price year"
  private static let quarterly = price + " per quarter"

  /// Every intervention for places, by the word that scenario files use; amounts without a value are PKR of 2015-16.
  static let interventions: [Shape.Variant] = [
    variant(
      "poverty_survey",
      Field("cost", .number(.notNegative), .money(300), unit: price + " per household", "the cost of visiting one"),
      Field(
        "error", .number(Bounds(lower: 0, upper: 100)), .assumed(.number(3)),
        unit: "scorecard points", "standard deviation of the error of its scores"),
      Field(
        "capacity", .number(.positive), unit: "households per quarter",
        "how many it visits in a quarter; without it, all")),
    Shape.Variant(name: "social_mobilisation", record: SocialMobilisationSchema.record),
    variant(
      "market_rate_analysis",
      Field("gain", .number(.share), .required, unit: "stock, 0-1", "what people learn of market rates in a quarter"),
      Field("cost", .number(.notNegative), .money(2_000), unit: quarterly, "the cost in each settlement")),
    variant(
      "collective_purchase",
      Field(
        "discount", .number(.share), .required, unit: "share",
        "the part of the patron's premium that members avoid by buying together"),
      Field(
        "cost", .number(.notNegative), .money(2_000), unit: quarterly,
        "the cost in each settlement with an active organisation")),
    variant(
      "collective_works",
      Field("cost", .number(.positive), .required, unit: price, "the cost of one, such as a lane or a water scheme"),
      Field(
        "local_share", .number(.share), .assumed(.number(0.2)), unit: "share",
        "the part that organised households bring")),
    variant(
      "skill_centre",
      Field("places", .number(.positive), .required, unit: "trainees per quarter", "trainees in each union council"),
      setup, running),
    variant(
      "production_centre",
      Field("places", .number(.positive), .required, unit: "households", "workers in each union council"),
      Field("wage", .number(.notNegative), .required, unit: quarterly, "piece wages of a worker, paid from sales"),
      marketGain, setup, running),
    variant("display_centre", marketGain, setup, running),
  ]

  /// Whether an intervention is for places.
  static func contains(_ name: String) -> Bool { interventions.contains { $0.name == name } }

  /// The name under which the costs of an intervention are booked.
  static let name = Field("name", .text, "the name under which costs are booked, if not that of the intervention")

  private static let setup = Field(
    "setup", .number(.notNegative), .money(150_000), unit: price, "the cost of setting one up")
  private static let running = Field(
    "running", .number(.notNegative), .money(60_000), unit: quarterly, "the cost of running one")
  private static let marketGain = Field(
    "market_gain", .number(.share), .required, unit: "market access, 0-1", "by how much it raises market access")

  private static func variant(_ name: String, _ own: Field...) -> Shape.Variant {
    Shape.Variant(name: name, record: Record(fields: own + [Self.name]))
  }
}
