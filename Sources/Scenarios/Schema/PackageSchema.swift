import Households

/// The interventions of a package and their keys.
enum PackageSchema {
  private static let price = "PKR of the price year"
  private static let quarters = Shape.whole(1...400)
  private static let interestFree = "model: a loan is free of interest where nothing is said"
  private static let amount = Field("amount", .number(.positive), .required, unit: price, "what a household receives")

  /// All that may stand in a package.
  static let entries = interventions + CommunitySchema.interventions

  /// Every intervention for households, by the word that scenario files use.
  static let interventions: [Shape.Variant] = [
    variant(
      "cash_transfer",
      Field("amount", .number(.positive), .required, unit: price, "the cash of one quarter"),
      Field("quarters", quarters, .required, unit: "quarters", "in how many quarters it is paid")),
    variant("asset_grant", amount),
    variant(
      "matching_grant", amount,
      Field("household_share", .number(.share), .required, unit: "share", "the part that the household brings")),
    variant(
      "soft_loan", amount,
      Field("instalments", .whole(1...200), .required, unit: "quarters", "quarterly instalments of the repayment"),
      Field(
        "interest", .number(Bounds(lower: 0, upper: 10)), .standard(.number(0), source: interestFree),
        unit: "share per year",
        "the interest of a year"),
      Field(
        "interest_basis", .choice(LoanTerms.InterestBasis.allCases.map(\.rawValue)),
        .standard(.text("declining"), source: interestFree),
        "whether interest is counted on the whole loan (flat) or on what is still owed (declining)"),
      Field(
        "grace_quarters", .whole(0...40), .standard(.whole(0), source: "model: the first instalment is due at once"),
        unit: "quarters", "quarters in which nothing is due yet"),
      Field(
        "use", .choice(["invest", "buy_out_debt"]), .assumed(.text("invest")),
        "whether it is invested or pays off the patron")),
    variant(
      "skill_training",
      Field("level", .choice(["basic", "vocational", "advanced"]), .required, "the skill that is taught")),
    variant(
      "awareness_training",
      Field("gain", .number(.share), .required, unit: "stock, 0-1", "by how much it raises awareness")),
    variant("coaching", Field("quarters", quarters, .required, unit: "quarters", "how long a coach visits")),
    variant(
      "graduation_package",
      Field("asset", .number(.positive), .required, unit: price, "the worth of the asset"),
      Field("stipend", .number(.positive), .required, unit: price, "the cash of one quarter"),
      Field(
        "stipend_quarters", quarters, .assumed(.whole(4)), unit: "quarters",
        "in how many quarters the stipend is paid"),
      Field("coaching_quarters", quarters, .assumed(.whole(8)), unit: "quarters", "how long a coach visits"),
      Field("savings", .number(.positive), unit: price, "a deposit into the household's savings")),
    variant("idle_resource_activation"),
    variant("entrepreneurship_training"),
    variant(
      "rehabilitation_package",
      Field("asset", .number(.positive), .required, unit: price, "the worth of the assets that are replaced"),
      Field("cash", .number(.positive), .required, unit: price, "the cash of one quarter"),
      Field("cash_quarters", quarters, .assumed(.whole(1)), unit: "quarters", "in how many quarters it is paid")),
  ]

  private static func variant(_ name: String, _ own: Field...) -> Shape.Variant {
    guard let defaults = InterventionDefaults.all[name] else { preconditionFailure("'\(name)' has no defaults") }
    let common = [
      CommunitySchema.name,
      Field(
        "take_up", .number(.share), .assumed(.number(defaults.takeUp)), unit: "share",
        "the part of the enrolled that take it up"),
      Field(
        "completion", .number(.share), .assumed(.number(defaults.completion)),
        unit: "share", "the part of those who take it up that complete it"),
      Field(
        "delivery_cost", .number(.notNegative), .derived,
        unit: name == "graduation_package" ? price + " per quarter of coaching" : price + " per unit",
        "the cost of delivering one unit, beside what the household receives"),
      Field(
        "delay", .whole(0...400), .assumed(.whole(defaults.delay)), unit: "quarters",
        "quarters from enrolment to the first delivery"),
    ]
    return Shape.Variant(name: name, record: Record(fields: own + common))
  }
}
