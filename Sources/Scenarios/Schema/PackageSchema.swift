/// The interventions of a package and their keys.
enum PackageSchema {
  private static let price = "PKR of the price year"
  private static let quarters = Shape.whole(1...400)
  private static let amount = Field("amount", .number(.positive), .required, unit: price, "what a household receives")

  /// All that may stand in a package.
  static let entries = interventions + CommunitySchema.interventions

  /// Every intervention for households, by the word that scenario files use.
  static let interventions: [Shape.Variant] = [
    variant(
      "cash_transfer", .cashTransfer,
      Field("amount", .number(.positive), .required, unit: price, "the cash of one quarter"),
      Field("quarters", quarters, .required, unit: "quarters", "in how many quarters it is paid")),
    variant("asset_grant", .assetGrant, amount),
    variant(
      "matching_grant", .matchingGrant, amount,
      Field("household_share", .number(.share), .required, unit: "share", "the part that the household brings")),
    variant(
      "soft_loan", .softLoan, amount,
      Field("instalments", .whole(1...200), .required, unit: "quarters", "quarterly instalments of the repayment"),
      Field(
        "use", .choice(["invest", "buy_out_debt"]), .standard(.text("invest"), source: ScenarioSchema.assumed),
        "whether it is invested or pays off the patron")),
    variant(
      "skill_training", .skillTraining,
      Field("level", .choice(["basic", "vocational", "advanced"]), .required, "the skill that is taught")),
    variant(
      "awareness_training", .awarenessTraining,
      Field("gain", .number(.share), .required, unit: "stock, 0-1", "by how much it raises awareness")),
    variant(
      "coaching", .coaching, Field("quarters", quarters, .required, unit: "quarters", "how long a coach visits")),
    variant(
      "graduation_package", .graduationPackage,
      Field("asset", .number(.positive), .required, unit: price, "the worth of the asset"),
      Field("stipend", .number(.positive), .required, unit: price, "the cash of one quarter"),
      Field(
        "stipend_quarters", quarters, .standard(.whole(4), source: ScenarioSchema.assumed), unit: "quarters",
        "in how many quarters the stipend is paid"),
      Field(
        "coaching_quarters", quarters, .standard(.whole(8), source: ScenarioSchema.assumed), unit: "quarters",
        "how long a coach visits"),
      Field("savings", .number(.positive), unit: price, "a deposit into the household's savings")),
    variant("idle_resource_activation", .idleResourceActivation),
    variant("entrepreneurship_training", .entrepreneurshipTraining),
    variant(
      "rehabilitation_package", .rehabilitationPackage,
      Field("asset", .number(.positive), .required, unit: price, "the worth of the assets that are replaced"),
      Field("cash", .number(.positive), .required, unit: price, "the cash of one quarter"),
      Field(
        "cash_quarters", quarters, .standard(.whole(1), source: ScenarioSchema.assumed), unit: "quarters",
        "in how many quarters it is paid")),
  ]

  /// The assumed numbers of each intervention.
  static let defaults: [String: InterventionDefaults] = [
    "cash_transfer": .cashTransfer, "asset_grant": .assetGrant, "matching_grant": .matchingGrant,
    "soft_loan": .softLoan, "skill_training": .skillTraining, "awareness_training": .awarenessTraining,
    "coaching": .coaching, "graduation_package": .graduationPackage,
    "idle_resource_activation": .idleResourceActivation, "entrepreneurship_training": .entrepreneurshipTraining,
    "rehabilitation_package": .rehabilitationPackage,
  ]

  private static func variant(_ name: String, _ defaults: InterventionDefaults, _ own: Field...) -> Shape.Variant {
    let common = [
      CommunitySchema.name,
      Field(
        "take_up", .number(.share), .standard(.number(defaults.takeUp), source: ScenarioSchema.assumed), unit: "share",
        "the part of the enrolled that take it up"),
      Field(
        "completion", .number(.share), .standard(.number(defaults.completion), source: ScenarioSchema.assumed),
        unit: "share", "the part of those who take it up that complete it"),
      Field(
        "delivery_cost", .number(.notNegative), .derived,
        unit: name == "graduation_package" ? price + " per quarter of coaching" : price + " per unit",
        "the cost of delivering one unit, beside what the household receives"),
      Field(
        "delay", .whole(0...400), .standard(.whole(defaults.delay), source: ScenarioSchema.assumed), unit: "quarters",
        "quarters from enrolment to the first delivery"),
    ]
    return Shape.Variant(name: name, record: Record(fields: own + common))
  }
}
