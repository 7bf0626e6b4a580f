import Households
import Testing

@testable import Descriptions
@testable import Scenarios

/// Programmes in words: period, places, targets, money.
@Suite struct ProgrammeTextTests {
  /// The last programme of a small place.
  static func text(_ item: String, _ keys: String = "") throws -> String {
    let loaded = try Given.programme(item, keys)
    let programme = try #require(loaded.scenario.programmes.last)
    return ProgrammeText(programme, of: loaded).markdown
  }

  static func target(_ rule: String) throws -> String {
    try text("asset_grant: {amount: 9_000}", ", target: {\(rule)}")
  }

  static let rules = [
    ("universal: true", "It is offered to all households in Kasur, the poorest first (assumed)."),
    ("order: random", "It is offered to all households in Kasur, in random order."),
    ("score_at_most: 40", "in Kasur whose score is at most 40 points, the poorest first (assumed)."),
    ("score_at_most: 1", "whose score is at most 1 point,"),
    ("score_error: 2", "Scores are measured by a scorecard whose error has a standard deviation of 2 points."),
    ("band: extremely_poor", "whose score is in the band “extremely poor”,"),
    ("band: [extremely_poor, non_poor]", "whose score is in the bands “extremely poor” or “non-poor”,"),
    ("sex_of_head: female", "who have a female head,"),
    ("sex_of_head: male", "who have a male head,"),
    ("minority: true", "who belong to a minority,"),
    ("minority: false", "who belong to no minority,"),
    ("lottery: 0.5", "whom a lottery for 50% of them admits,"),
    ("community_ranking: 0.4", "who are among the poorest 40% of their settlement as its people rank each other,"),
    ("self_selection: true", "who apply by themselves,"),
    ("members_only: true", "who are members of an active community organisation,"),
    ("members_choose: true", "Each organisation chooses one part of the package for its members."),
    ("after_shock: true", "whom a severe event or illness has struck in that quarter,"),
    (
      "survey: Census, score_at_most: 34",
      "Scores are those of the poverty survey of Census; households that it has not visited are not eligible."
    ),
    ("exclude: [7]", ", except the household numbered 7,"),
    ("exclude: [7, 12]", ", except the households numbered 7 and 12,"),
    (
      "score_at_most: 40, members_only: true, sex_of_head: female",
      "whose score is at most 40 points, who have a female head and who are members of an active community "
        + "organisation,"
    ),
  ]

  @Test("a rule of targeting is told in a phrase", arguments: rules)
  func rule(rule: String, phrase: String) throws {
    let text = try Self.target(rule)
    #expect(text.contains(phrase), "\(text)")
  }

  @Test("no rule of targeting is left out")
  func complete() throws {
    guard case .record(let target) = try #require(ProgrammeSchema.programme.field("target")).shape else {
      Issue.record("the target is no record")
      return
    }
    let told = Set(Self.rules.map { $0.0.prefix { $0 != ":" } }.map(String.init))
    #expect(told == Set(target.fields.map(\.key)))
  }

  @Test("period, partner, capacity and place are told")
  func offer() throws {
    let text = try Self.text("soft_loan: {amount: 9_000, instalments: 3}", ", capacity: 1")
    #expect(text.hasPrefix("From the second quarter of 2019 to the last of 2021, Fund offers an interest-free loan"))
    #expect(text.contains("It is offered to at most 1 household a quarter in Kasur, the poorest first"))
    #expect(text.contains("Repaid loans are not lent again."))
    let revolving = try Self.text("soft_loan: {amount: 9_000, instalments: 3}", ", revolving: true")
    #expect(revolving.contains("Repaid loans are lent again."))
  }

  @Test("money and prices are told")
  func money() throws {
    let item = "asset_grant: {amount: 9_000}"
    let prices = "its amounts are at prices of the fiscal year 2015-16."
    #expect(try Self.text(item).contains("The programme has no budget of its own; \(prices)"))
    let both = try Self.text(item, ", budget: {total: {value: 5_000_000, source: assumed}, quarterly: 400_000}")
    #expect(
      both.contains("The programme may spend PKR 5,000,000 in all (assumed) and PKR 400,000 a quarter; \(prices)"))
    #expect(both.contains("to as many households as its money reaches in Kasur"))
  }

  @Test("the purse of a partner limits a programme without a budget of its own")
  func purse() throws {
    let loaded = try Given.scenario(
      """
      partners:
        - {name: Fund, budget: {total: 5_000_000, price_year: 2019}}
      programmes:
        - {name: Plan, partner: Fund, from: 2019-Q2, until: 2019-Q2, price_year: 2016,
           package: [{asset_grant: {amount: 9_000}}]}
      """)
    let text = ProgrammeText(loaded.scenario.programmes[0], of: loaded).markdown
    #expect(text.contains("It is offered to as many households as its money reaches in all places,"))
    #expect(text.contains("The programme has no budget of its own beside that of Fund; its amounts are"))
    let partner = PartnerText(partner: loaded.scenario.partners[0], evidence: Evidence(loaded)).sentence
    #expect(
      partner == "Fund works in all places and may spend PKR 5,000,000 at prices of the fiscal year 2018-19 on all its "
        + "programmes together.")
  }

  @Test("a programme that the end of the scenario cuts or forestalls is told so")
  func end() throws {
    func text(_ period: String, _ years: Int) throws -> String {
      let loaded = try Given.scenario(
        """
        programmes:
          - {name: Plan, partner: Fund, \(period), price_year: 2016, package: [{coaching: {quarters: 2}}]}
        """, set: "years=\(years)")
      return ProgrammeText(loaded.scenario.programmes[0], of: loaded).markdown
    }
    let cut =
      "From the second quarter of 2019 to the first of 2020 (cut by the end of the scenario), Fund offers a coach"
    #expect(try text("from: 2019-Q2, until: 2020-Q1", 1).hasPrefix(cut))
    #expect(try !text("from: 2019-Q2, until: 2019-Q4", 1).contains("cut"))
    #expect(try text("from: 2019-Q4, until: 2019-Q4", 1).hasPrefix("In the last quarter of 2019, Fund offers"))
    for period in ["from: 2020-Q1, until: 2020-Q4", "from: 2018-Q1, until: 2018-Q4"] {
      #expect(try text(period, 1).hasPrefix("The programme does not run in this scenario: its time lies outside.\n\n"))
    }
  }

  @Test("prerequisites are told, and several items stand in a list")
  func list() throws {
    let text = try Self.text(
      "asset_grant: {amount: 9_000}}, {coaching: {quarters: 1}}, {display_centre: {market_gain: 0.1}",
      ", after: Census")
    #expect(text.contains("Fund offers:\n\n- Productive assets worth PKR 9,000."))
    #expect(text.contains("\n- A coach for 1 quarter."))
    #expect(text.contains("\n\nThe package is offered to all households in Kasur who have completed Census,"))
    #expect(
      text.hasPrefix("From the second quarter of 2019 to the last of 2021 in Kasur, Fund provides a display"))
  }

  @Test(
    "areas are told",
    arguments: [
      ("settlement_type: rural", "in all rural places"),
      ("tehsil: Kasur, settlement_type: rural", "in the rural places of Kasur tehsil"),
      ("tehsil: Kasur, district: Kasur", "in Kasur tehsil of Kasur district"),
      ("union_councils: [Kasur UC 1, Kasur UC 2]", "in the union councils Kasur UC 1 and Kasur UC 2"),
      ("union_councils: Kasur UC 2, district: Kasur", "in the union council Kasur UC 2 of Kasur"),
      ("district: Kasur", "in Kasur"),
    ])
  func area(area: String, phrase: String) throws {
    let loaded = try Given.scenario(
      """
      programmes:
        - {name: Plan, partner: Fund, where: {\(area)}, from: 2019-Q2, until: 2019-Q2, price_year: 2016,
           package: [{collective_works: {cost: 80_000}}]}
      """)
    let text = ProgrammeText(loaded.scenario.programmes[0], of: loaded).markdown
    #expect(text.hasPrefix("In the second quarter of 2019 \(phrase), Fund provides collective works"), "\(text)")
  }
}
