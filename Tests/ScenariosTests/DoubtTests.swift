import Households
import Scenarios
import Testing

@Suite("Doubts that are known without a run")
struct DoubtTests {
  private static let place = """
    name: Town
    start: 2019-Q1
    years: 5
    population:
      households: 500
      official_headcount: {rural: 0.135}
      places:
        - {district: Kasur, tehsil: Kasur, settlement_type: rural, households: 5_000,
           survey: {province: Punjab, region: rural}}

    """

  /// A programme for cash of PKR 24,000 in all, with other lines.
  private static func cash(
    _ lines: String = "", from: String = "2019-Q1", until: String = "2020-Q4", item: String = "quarters: 4, delay: 0"
  ) -> String {
    """
      - name: Cash
        partner: Fund
        from: \(from)
        until: \(until)
        price_year: 2019
        package: [{cash_transfer: {amount: 6_000, delivery_cost: 0, \(item)}}]
    \(lines.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))

    """
  }

  /// The warnings of a scenario: key and words.
  private func doubts(_ programmes: String, _ place: String = place, set: String...) throws -> [String] {
    let text = place + (programmes.isEmpty ? "" : "programmes:\n" + programmes)
    let loaded = try ScenarioLoader.load(
      sources: [ScenarioSource(path: "town.yaml", text: text)], overrides: set.map(ScenarioOverride.init(set:)))
    #expect(loaded.warnings.allSatisfy { $0.severity == .warning })
    #expect(loaded.warnings.allSatisfy { $0.line != nil || !set.isEmpty })
    return loaded.warnings.map(\.sentence)
  }

  @Test("a programme that can reach households is in no doubt")
  func none() throws {
    #expect(try doubts("") == [])
    #expect(try doubts(Self.cash("budget: {total: 100_000_000}\ncapacity: 200\ntarget: {score_at_most: 30}")) == [])
  }

  @Test("a budget below the cost of one household is asked after its unit")
  func budget() throws {
    #expect(
      try doubts(Self.cash("budget: {total: 100}")) == [
        "programmes.Cash.budget.total: can reach nobody: the package costs PKR 24,000 for one household, more than the "
          + "whole budget of PKR 100; was 100 million (100_000_000) meant?"
      ])
    #expect(
      try doubts(Self.cash("budget: {total: 20_000}"))[0].hasSuffix(
        "the whole budget of PKR 20,000; was 20,000 thousand (20_000_000) meant?"))
    #expect(
      try doubts(Self.cash("budget: {quarterly: 5_000}")) == [
        "programmes.Cash.budget.quarterly: can reach nobody: the package costs PKR 6,000 for one household, more than "
          + "the money of a quarter of PKR 5,000; was 5,000 thousand (5_000_000) meant?"
      ])
    // Ten households for each simulated one.
    #expect(
      try doubts(Self.cash("budget: {total: 200_000}"))[0].contains(
        "each simulated household stands for 10, for which the package costs PKR 240,000, more than the whole budget"))
    #expect(try doubts(Self.cash("budget: {total: 240_000}")) == [])
    #expect(
      try doubts(Self.cash("budget: {total: 0}")) == [
        "programmes.Cash.budget.total: can reach nobody: the whole budget is 0"
      ])
  }

  @Test("a budget that pays for a few of thousands is asked after its unit, a small programme is not")
  func fewHouseholds() throws {
    #expect(
      try doubts(Self.cash("budget: {total: 100_000}"), set: "population.households=5_000") == [
        "programmes.Cash.budget.total: pays for 4 of 5,000 households; was 100,000 thousand (100_000_000) meant?"
      ])
    #expect(
      try doubts(Self.cash("budget: {total: 100_000}\ncapacity: 2"), set: "population.households=5_000") == [])
  }

  @Test("the money of a partner, what is taken up in parts, and works for places are looked at alike")
  func otherMoney() throws {
    let partners = "partners: [{name: Fund, budget: {total: 90, price_year: 2019}}]\n"
    #expect(
      try doubts(Self.cash(), Self.place + partners)[0].hasPrefix(
        "partners.Fund.budget.total: can reach nobody: the package costs PKR 24,000 for one household, more than the "
          + "whole budget of its partner of PKR 90"))
    // A household may take up the training alone.
    let parts = """
        - {name: Parts, partner: Fund, from: 2019-Q1, until: 2020-Q4, budget: {total: 9_000, price_year: 2019},
           package: [{cash_transfer: {amount: 6_000, quarters: 4, take_up: 0.5, delivery_cost: 0}},
                     {awareness_training: {gain: 0.2, take_up: 0.5, delivery_cost: 800}}]}

      """
    #expect(try doubts(parts) == [])
    #expect(
      try doubts(parts.replacing("9_000", with: "700"))[0].contains("the least of the package costs PKR 800"))
    let works = """
        - {name: Works, partner: Fund, from: 2019-Q1, until: 2020-Q4, budget: {total: 50, price_year: 2019},
           package: [{social_mobilisation: {organisers: 2, salary: 40_000}}, {poverty_survey: {cost: 100}}]}

      """
    #expect(
      try doubts(works) == [
        "programmes.Works.package.social_mobilisation: can reach nobody: it costs PKR 80,000 at least, more than the "
          + "whole budget of PKR 50; was 50 million (50_000_000) meant?",
        "programmes.Works.package.poverty_survey: can reach nobody: it costs PKR 100 at least, more than the whole "
          + "budget of PKR 50; was 50 thousand (50_000) meant?",
      ])
  }

  @Test("places, conditions and take-up that admit nobody")
  func conditions() throws {
    let cases = [
      ("capacity: 0", "capacity: can reach nobody: it has no places"),
      (
        "capacity: 1",
        "capacity: can reach nobody: each simulated household stands for 10, and it has 8 places in all its time; "
          + "simulate more households"
      ),
      ("target: {lottery: 0}", "target.lottery: can reach nobody: the lottery admits none"),
      ("target: {community_ranking: 0}", "target.community_ranking: can reach nobody: the poorest 0% are nobody"),
      (
        "target: {score_at_most: 20, band: [transitory_vulnerable, non_poor]}",
        "target.band: can reach nobody: no score of these bands is at most 20"
      ),
      (
        "target: {}",
        "target: has no effect: it names no condition, so that everybody is enrolled; write universal: "
          + "true if that is meant"
      ),
      (
        "budget: {price_year: 2019}",
        "budget: has no effect: it names no total and no quarterly money, so that the "
          + "programme has no limit"
      ),
      ("where: {}", "where: has no effect: it names no place, so that the programme works wherever its partner does"),
    ]
    for (line, words) in cases {
      #expect(try doubts(Self.cash(line)) == ["programmes.Cash." + words], "\(line)")
    }
    #expect(
      try doubts(Self.cash(item: "quarters: 4, take_up: 0")) == [
        "programmes.Cash.package: can reach nobody: none takes any of it up (take_up is 0)"
      ])
    #expect(try doubts(Self.cash("target: {score_at_most: 20, band: [transitory_poor, non_poor]}")) == [])
  }

  @Test("time: begun before the scenario, delivered after it, over before it")
  func time() throws {
    #expect(
      try doubts(Self.cash(from: "2018-Q1")) == [
        "programmes.Cash.from: begins before the scenario does: nobody is enrolled before 2019-Q1"
      ])
    #expect(
      try doubts(Self.cash(item: "quarters: 4, delay: 20")) == [
        "programmes.Cash.package.cash_transfer.delay: can reach nobody: 20 quarters after the first enrolment the "
          + "scenario has ended"
      ])
    #expect(try doubts(Self.cash(item: "quarters: 4, delay: 19")) == [])
    #expect(
      try doubts(Self.cash(from: "2024-Q1", until: "2024-Q4")) == [
        "programmes.Cash.from: never runs: the scenario covers 2019-Q1 to 2023-Q4"
      ])
  }

  @Test("who comes after a programme that ends later, or reaches nobody, reaches nobody")
  func order() throws {
    func second(_ name: String, after: String, until: String) -> String {
      """
        - {name: \(name), partner: Fund, from: 2019-Q2, until: \(until), price_year: 2019, after: \(after),
           package: [{asset_grant: {amount: 30_000}}]}

      """
    }
    // Four payments from the first quarter on are complete in the fourth, and count from the fifth on.
    #expect(
      try doubts(Self.cash() + second("Grant", after: "Cash", until: "2019-Q4")) == [
        "programmes.Grant.after: can reach nobody: nobody can have completed 'Cash' before it ends"
      ])
    #expect(try doubts(Self.cash() + second("Grant", after: "Cash", until: "2020-Q1")) == [])
    let chain =
      Self.cash("capacity: 0") + second("Grant", after: "Cash", until: "2021-Q4")
      + second("More", after: "Grant", until: "2022-Q4")
    #expect(
      try doubts(chain).dropFirst() == [
        "programmes.Grant.after: can reach nobody: 'Cash', which comes before, reaches nobody",
        "programmes.More.after: can reach nobody: 'Grant', which comes before, reaches nobody",
      ])
  }

  @Test("surveys and organisations that come too late")
  func tooLate() throws {
    let census = """
        - {name: Census, partner: Bureau, from: 2021-Q1, until: 2022-Q4, price_year: 2019,
           package: [{poverty_survey: {}}, {social_mobilisation: {organisers: 2}}]}

      """
    #expect(
      try doubts(census + Self.cash("target: {survey: Census}")) == [
        "programmes.Cash.target.survey: can reach nobody: 'Census' surveys nobody before it ends"
      ])
    #expect(
      try doubts(census + Self.cash("target: {members_only: true}")) == [
        "programmes.Cash.target.members_only: can reach nobody: nobody is organised before it ends"
      ])
    #expect(
      try doubts(census.replacing("organisers: 2", with: "organisers: 0")) == [
        "programmes.Census.package.social_mobilisation.organisers: can reach nobody: without organisers no organisation "
          + "forms"
      ])
  }

  @Test("urban rows for a rural place, and more union councils than settlements")
  func places() throws {
    #expect(
      try doubts("", Self.place.replacing("Punjab, region: rural", with: "Punjab, region: urban")) == [
        "population.places.1.survey.region: urban rows are to people a rural place"
      ])
    #expect(
      try doubts("", set: "population.places.1.union_councils=1_000") == [
        "population.places.1.union_councils: 1000 union councils are more than the settlements that its households make: "
          + "about 10"
      ])
    #expect(try doubts("", set: "population.places.1.union_councils=10") == [])
  }

  @Test("places that no simulated household stands for")
  func notInTheSample() throws {
    let small = "    - {district: Kasur, tehsil: Small, settlement_type: rural, households: 100, survey: "
    let two = "\(Self.place.replacing("5_000", with: "1_000_000"))\(small){province: Punjab, region: rural}}\n"
    let nobody = "can reach nobody: no simulated household stands for its area; simulate more households"
    #expect(try doubts(Self.cash("where: {tehsil: Small}"), two) == ["programmes.Cash.where: \(nobody)"])
    #expect(try doubts(Self.cash("where: {district: Kasur}"), two) == [])
    #expect(try doubts(Self.cash("where: {tehsil: Small}"), two, set: "population.households=50_000") == [])
    // Programmes that do work for places alone, and whoever comes after.
    let others = """
        - {name: Works, partner: Bureau, from: 2019-Q1, until: 2020-Q4, price_year: 2019, where: {tehsil: Small},
           package: [{social_mobilisation: {organisers: 2}}]}
        - {name: Later, partner: Bureau, from: 2019-Q1, until: 2023-Q4, price_year: 2019, after: Cash,
           package: [{coaching: {quarters: 2}}]}

      """
    #expect(
      try doubts(Self.cash("where: {tehsil: Small}") + others, two) == [
        "programmes.Cash.where: \(nobody)", "programmes.Works.where: \(nobody)",
        "programmes.Later.after: can reach nobody: 'Cash', which comes before, reaches nobody",
      ])
    // The area of its partner is that of a programme without one.
    let partners = "partners: [{name: Fund, where: {tehsil: Small}}]\n"
    #expect(try doubts(Self.cash(), two + partners) == ["programmes.Cash.where: \(nobody)"])
  }

  @Test("union councils that the sample does not have, and names that are written otherwise")
  func unionCouncils() throws {
    func missing(_ number: Int) -> String {
      "programmes.Cash.where.union_councils: can reach nobody: no simulated household stands for 'Kasur UC \(number)'; "
        + "simulate more households"
    }
    // One of the union councils that 5,000 households make has a settlement in a sample of 500.
    let sampled = try ScenarioLoader.load(sources: [ScenarioSource(path: "town.yaml", text: Self.place)]).scenario
    let count = try #require(sampled.sampledUnionCouncils.first)
    #expect(try doubts(Self.cash("where: {union_councils: [Kasur UC \(count)]}")) == [])
    #expect(
      try doubts(Self.cash("where: {union_councils: [Kasur UC \(count), Kasur UC \(count + 1)]}")) == [
        missing(count + 1)
      ])
    for name in ["Kasur UC 01", "Kasur UC +1", "Kasur UC 0", "Kasur UC -1", "Kasur UC ١"] {
      #expect(throws: ScenarioError.self, "\(name)") {
        try doubts(Self.cash("where: {union_councils: [\(name)]}"))
      }
    }
  }

  @Test("survey rows that there are not are found with their place and what may be meant")
  func strata() throws {
    func problems(_ survey: String) throws -> String {
      let text = Self.place.replacing("{province: Punjab, region: rural}", with: survey)
      let loaded = try ScenarioLoader.load(sources: [ScenarioSource(path: "town.yaml", text: text)])
      let strata = Set(["Punjab", "Sindh"].map { Stratum(province: $0, region: .rural) })
      do throws(ScenarioError) {
        try loaded.check(against: strata)
        return ""
      } catch {
        return error.rendered(color: false)
      }
    }
    #expect(try problems("{province: Punjab, region: rural}") == "")
    #expect(
      try problems("{province: Panjab, region: rural}") == """
        town.yaml:9:27: error: population.places.1.survey.province: 'Panjab' is unknown; expected Punjab or Sindh
            survey: {province: Panjab, region: rural}}
                               ^~~~~~
          did you mean 'Punjab'?

        """)
    #expect(
      try problems("{province: Punjab, region: urban}").hasPrefix(
        "town.yaml:9:43: error: population.places.1.survey.region: the survey has no urban rows of Punjab\n"))
  }

  // MARK: - Files that extend others

  private func layered(_ upper: String) throws -> LoadedScenario {
    let lower = Self.place + "programmes:\n" + Self.cash() + Self.cash().replacing("Cash", with: "Loans, phase 1")
    return try ScenarioLoader.load(sources: [
      ScenarioSource(path: "upper.yaml", text: "extends: lower.yaml\n" + upper),
      ScenarioSource(path: "lower.yaml", text: lower),
    ])
  }

  private static let whole =
    "partner: F, from: 2019-Q1, until: 2019-Q4, price_year: 2019, package: [{coaching: {quarters: 2}}]"

  @Test("a programme whose name is nearly an inherited one is asked after")
  func nearNames() throws {
    let near = try layered("programmes: [{name: Cahs, \(Self.whole)}]")
    #expect(
      near.warnings.map(\.sentence) == [
        "programmes.Cahs: is added beside the inherited 'Cash', whose name is nearly the same; did you mean 'Cash'?"
      ])
    #expect(near.warnings[0].file == "upper.yaml" && near.warnings[0].line == 2)
    for name in ["Cash", "Grants", "\"Loans, phase 2\"", "Cash for schools"] {
      #expect(try layered("programmes: [{name: \(name), \(Self.whole)}]").warnings == [], "\(name)")
    }
    // What is given in the same file under its own name is not meant by another.
    let both = try layered("programmes: [{name: Cash, capacity: 9}, {name: Cashs, \(Self.whole)}]")
    #expect(both.warnings == [])
  }

  @Test("an empty list that is to take all away is refused, for it takes nothing away")
  func emptyLists() throws {
    do throws(ScenarioError) {
      _ = try ScenarioLoader.load(sources: [
        ScenarioSource(path: "upper.yaml", text: "extends: lower.yaml\nprogrammes: []\n"),
        ScenarioSource(path: "lower.yaml", text: Self.place + "programmes:\n" + Self.cash()),
      ])
      Issue.record("an empty list was read")
    } catch {
      #expect(
        error.rendered(color: false) == """
          upper.yaml:2:1: error: programmes: an empty list takes nothing away, 'Cash' is inherited all the same; give its \
          name with remove: true
              programmes: []
              ^~~~~~~~~~

          """)
    }
    #expect(throws: ScenarioError.self) { try layered("programmes: [{name: Cash, package: []}]") }
    #expect(
      try ScenarioLoader.load(sources: [ScenarioSource(path: "a.yaml", text: Self.place + "programmes: []\n")]).warnings
        == [])
  }

  @Test("universal: false says whom to enrol, or is refused")
  func universal() throws {
    for target in [
      "{universal: false}", "{universal: false, members_only: false}", "{universal: false, order: random}",
    ] {
      do throws(ScenarioError) {
        let text = Self.place + "programmes:\n" + Self.cash("target: \(target)")
        _ = try ScenarioLoader.load(sources: [ScenarioSource(path: "town.yaml", text: text)])
        Issue.record("\(target) was read")
      } catch {
        #expect(error.diagnostics.map(\.problem) == [.leavesNobodyOut])
        #expect(error.diagnostics.map(\.keyPath) == ["programmes.Cash.target.universal"])
        #expect(error.diagnostics[0].line == 17)
      }
    }
    #expect(try doubts(Self.cash("target: {universal: false, score_at_most: 30}")) == [])
  }
}
