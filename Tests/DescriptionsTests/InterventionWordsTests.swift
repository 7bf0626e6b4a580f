import Testing

@testable import Descriptions
@testable import Scenarios

/// Every intervention in words.
@Suite struct InterventionWordsTests {
  static let phrases = [
    ("cash_transfer: {amount: 6_000, quarters: 4}", "Fund offers cash of PKR 6,000 in each of 4 quarters."),
    ("cash_transfer: {amount: 6_000, quarters: 1}", "Fund offers cash of PKR 6,000 in one quarter."),
    ("asset_grant: {amount: 50_000}", "Fund offers productive assets worth PKR 50,000."),
    (
      "matching_grant: {amount: 20_000, household_share: 0.2}",
      "Fund offers a matching grant of productive assets worth PKR 20,000, of which the household brings 20%."
    ),
    (
      "soft_loan: {amount: 30_000, instalments: 6, use: invest}",
      "Fund offers an interest-free loan of PKR 30,000, repaid in 6 quarterly instalments, to invest."
    ),
    (
      "soft_loan: {amount: 30_000, instalments: 1, use: buy_out_debt, name: rescue}",
      "a loan of PKR 30,000, repaid in 1 quarterly instalment, to buy out the debt to the patron, booked as “rescue”."
        .replacing("a loan", with: "Fund offers an interest-free loan")
    ),
    ("skill_training: {level: vocational}", "Fund offers training in vocational skills."),
    (
      "awareness_training: {gain: 0.3}",
      "Fund offers awareness training that raises awareness by 0.3 on a scale from 0 to 1."
    ),
    ("coaching: {quarters: 8}", "Fund offers a coach for 8 quarters."),
    (
      "graduation_package: {asset: 50_000, stipend: 6_000, stipend_quarters: 4, coaching_quarters: 8, savings: 2_000}",
      "Fund offers productive assets worth PKR 50,000, cash of PKR 6,000 in each of 4 quarters, a coach for 8 quarters "
        + "and a deposit of PKR 2,000 into savings, taken up together."
    ),
    ("idle_resource_activation: {}", "Fund offers help in putting idle land, rooms and skills to work."),
    ("entrepreneurship_training: {}", "Fund offers training in running a business."),
    (
      "rehabilitation_package: {asset: 20_000, cash: 5_000, cash_quarters: 2}",
      "Fund offers productive assets worth PKR 20,000 and cash of PKR 5,000 in each of 2 quarters, taken up together."
    ),
    (
      "poverty_survey: {cost: 222, error: 4, capacity: 1_000}",
      "Fund provides a poverty survey that visits at most 1,000 households a quarter at PKR 222 a household and "
        + "measures "
        + "scores with an error whose standard deviation is 4 points."
    ),
    (
      "social_mobilisation: {organisers: 6, resource_persons: {number: 1, honorarium: 18_000, visits: 40}}",
      "Each local support organisation has 1 community resource person, trained once for PKR 8,000 each (assumed), who "
        + "get an honorarium of PKR 18,000 a quarter and make 40 visits a quarter"
    ),
    (
      "social_mobilisation: {organisers: 1, salary: 66_000, visits: 50, travel: 250, credibility: 0.6}",
      "Fund provides social mobilisation by 1 social organiser. An organiser is paid PKR 66,000 a quarter, makes 50 "
        + "visits a quarter at PKR 250 a visit, and is believed to a degree of 0.6 on a scale from 0 to 1."
    ),
    (
      "social_mobilisation: {organisers: 1, minimum_share: {poor: 0.5, women: 0.4}, women_outreach: 0.7}",
      "An organisation is active when at least 50% of the households of its neighbourhood that are poor by the "
        + "scorecard are members and at least "
        + "40% of its members are women; 70% of member households with a male head send a woman."
    ),
    (
      "social_mobilisation: {organisers: 1, coverage: {village: 0.55, poorest: 0.8, union_council: 0.65, tehsil: "
        + "0.75}}",
      "A village organisation forms when at least 55% of a village's households and at least 80% of its "
        + "households that are extremely poor by the scorecard are organised, a local support organisation when at least 65% of a union council's villages have "
        + "one, and a network when at least 75% of a tehsil's union councils have one of these."
    ),
    (
      "social_mobilisation: {organisers: 1, seed_grant: 100_000, survey: Census}",
      "Each local support organisation is given PKR 100,000 when it forms. There are no community resource "
        + "persons. Who "
        + "is poor is told by the poverty survey of Census."
    ),
    (
      "market_rate_analysis: {gain: 0.1, cost: 900}",
      "Fund provides a market-rate analysis that each quarter tells people 10% of what they do not know of market "
        + "rates, "
        + "at PKR 900 a settlement and quarter."
    ),
    (
      "collective_purchase: {discount: 0.5, cost: 700}",
      "Fund provides collective purchase, by which members of active community organisations avoid 50% of the patron's "
        + "premium, at PKR 700 a settlement and quarter."
    ),
    (
      "collective_works: {cost: 80_000, local_share: 0.3}",
      "Fund provides collective works, such as a lane or a water scheme, at PKR 80,000 each, of which organised "
        + "households bring 30%."
    ),
    (
      "skill_centre: {places: 15, setup: 100_000, running: 30_000}",
      "Fund provides a skill centre in each union council for 15 trainees a quarter, where its training takes "
        + "place, at "
        + "PKR 100,000 to set up and PKR 30,000 a quarter to run."
    ),
    (
      "production_centre: {places: 20, wage: 9_000, market_gain: 0.05, setup: 200_000, running: 40_000}",
      "Fund provides a production centre in each union council for 20 skilled workers at piece wages of PKR 9,000 a "
        + "quarter, paid from sales, which raises market access by 5%, at PKR 200,000 to set up and PKR 40,000 a "
        + "quarter "
        + "to run."
    ),
    (
      "display_centre: {market_gain: 0.1, setup: 300_000, running: 50_000}",
      "Fund provides a display centre in the market, which raises market access by 10%, at PKR 300,000 to set up and "
        + "PKR 50,000 a quarter to run."
    ),
  ]

  @Test("an intervention is told in a phrase", arguments: phrases)
  func phrase(item: String, phrase: String) throws {
    // Help after a shock is for those whom one has struck.
    let keys = item.hasPrefix("rehabilitation_package") ? ", target: {after_shock: true}" : ""
    let text = try ProgrammeTextTests.text(item, keys)
    #expect(text.contains(phrase), "\(text)")
  }

  @Test("no intervention is left out")
  func complete() {
    let told = Set(Self.phrases.map { $0.0.prefix { $0 != ":" } }.map(String.init))
    #expect(told == Set(PackageSchema.entries.map(\.name)))
  }

  @Test("take-up, completion, delay and the cost of delivery are told, and what is assumed is marked")
  func terms() throws {
    let given = try ProgrammeTextTests.text(
      "skill_training: {level: basic, take_up: 0.6, completion: 0.8, delay: 2, delivery_cost: 9_000}")
    #expect(
      given.contains(
        "60% of those offered take it up, of whom 80% complete it. It is given 2 quarters after enrolment, and "
          + "delivering "
          + "it costs PKR 9,000 a household."))
    let assumed = try ProgrammeTextTests.text("cash_transfer: {amount: 6_000, quarters: 4}")
    #expect(
      assumed.contains(
        "95% of those offered take it up (assumed). It begins in the quarter after enrolment (assumed), and "
          + "delivering it "
          + "costs PKR 180 a payment (assumed)."))
    let free = try ProgrammeTextTests.text("coaching: {quarters: 8, take_up: 1, delivery_cost: 0}")
    #expect(free.contains("All of those offered take it up. It begins in the quarter of enrolment (assumed)"))
    #expect(free.contains("delivering it costs nothing."))
  }
}
