/// What is taken for an intervention where a scenario does not say; every number here is assumed.
struct InterventionDefaults: Sendable {
  /// The cost of delivering one unit.
  enum DeliveryCost: Sendable {
    /// A share of the key with the amount that the household receives.
    case shareOf(key: String, Double)
    /// PKR of 2015-16 that the deflator brings to the programme's price year.
    case pkr(Double)
    /// PKR of 2015-16 by the word of a key.
    case pkrBy(key: String, [String: Double])
  }

  /// Share of the enrolled that take it up, 0-1.
  let takeUp: Double
  /// Share of those who take it up that complete it, 0-1.
  let completion: Double
  /// Quarters from enrolment to the first delivery.
  let delay: Int
  /// Cost of delivering one unit.
  let deliveryCost: DeliveryCost

  /// The assumed numbers of each intervention for households, by the word that scenario files use.
  ///
  /// A transfer costs a bank's fee; goods must be bought, brought and insured; a loan needs an officer's visits; a
  /// vocational course is near the plan of PKR 14,000 of 2011 a trainee of the Punjab Skills Development Fund. Idle
  /// land, rooms and skills need a few visits and some tools; training in running a business lasts about eight days.
  static let all: [String: Self] = [
    "cash_transfer": Self(takeUp: 0.95, completion: 1, delay: 1, deliveryCost: .shareOf(key: "amount", 0.03)),
    "asset_grant": Self(takeUp: 0.95, completion: 1, delay: 1, deliveryCost: .shareOf(key: "amount", 0.10)),
    "matching_grant": Self(takeUp: 0.6, completion: 1, delay: 1, deliveryCost: .shareOf(key: "amount", 0.10)),
    "soft_loan": Self(takeUp: 0.6, completion: 1, delay: 0, deliveryCost: .shareOf(key: "amount", 0.08)),
    "skill_training": Self(
      takeUp: 0.5, completion: 0.8, delay: 1,
      deliveryCost: .pkrBy(key: "level", ["basic": 8_000, "vocational": 18_000, "advanced": 30_000])),
    "awareness_training": Self(takeUp: 0.7, completion: 0.9, delay: 0, deliveryCost: .pkr(800)),
    "coaching": Self(takeUp: 0.9, completion: 1, delay: 0, deliveryCost: .pkr(3_000)),
    "graduation_package": Self(takeUp: 0.95, completion: 1, delay: 1, deliveryCost: .pkr(4_000)),
    "idle_resource_activation": Self(takeUp: 0.7, completion: 1, delay: 0, deliveryCost: .pkr(1_500)),
    "entrepreneurship_training": Self(takeUp: 0.6, completion: 0.8, delay: 1, deliveryCost: .pkr(12_000)),
    "rehabilitation_package": Self(takeUp: 0.95, completion: 1, delay: 0, deliveryCost: .pkr(1_000)),
  ]
}
