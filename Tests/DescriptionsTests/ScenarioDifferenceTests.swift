import Scenarios
import Testing

@testable import Descriptions
@testable import Scenarios

/// Two scenarios told apart.
@Suite struct ScenarioDifferenceTests {
  /// Neighbours in the list of shipped scenarios: baselines, programmes, and variants of the same programme.
  static let pairs = Array(zip(Given.shippedNames, Given.shippedNames.dropFirst()))

  private static func texts(_ difference: ScenarioDifference) -> [String] {
    difference.sections.flatMap { $0.statements.map(\.text) }
  }

  private static func paths(_ difference: ScenarioDifference) -> [String] {
    difference.sections.flatMap { $0.statements.flatMap(\.paths) }
  }

  @Test("no scenario differs from itself", arguments: Given.shippedNames)
  func itself(name: String) throws {
    let loaded = try #require(Given.shipped[name])
    let difference = ScenarioDifference(loaded, loaded)
    #expect(difference.isEmpty)
    #expect(difference.markdown.hasSuffix("\n\nThe two scenarios do not differ.\n"))
  }

  @Test("the same values from another file or the command line are no difference")
  func sources() throws {
    let plain = try Given.scenario("parameters: {shocks: {illness_probability: 0.08}}", file: "one.yaml")
    let other = try Given.scenario(file: "two.yaml", set: "parameters.shocks.illness_probability=0.08")
    #expect(ScenarioDifference(plain, other).isEmpty)
    let off = try Given.programme("asset_grant: {amount: 9_000}", ", target: {members_only: false}")
    #expect(ScenarioDifference(off, try Given.programme("asset_grant: {amount: 9_000}")).isEmpty)
  }

  @Test("what differs is the same both ways", arguments: pairs)
  func symmetry(first: String, second: String) throws {
    let (one, other) = (try #require(Given.shipped[first]), try #require(Given.shipped[second]))
    let (there, back) = (ScenarioDifference(one, other), ScenarioDifference(other, one))
    #expect(Self.paths(there).sorted() == Self.paths(back).sorted())
    #expect(there.sections.map(\.heading).sorted() == back.sections.map(\.heading).sorted())
  }

  @Test("every changed value is told once, in sentences that read well", arguments: pairs)
  func everyChange(first: String, second: String) throws {
    try Self.checkEveryChange(try #require(Given.shipped[first]), try #require(Given.shipped[second]))
  }

  @Test("every change of a single value is told once", arguments: changes.map(\.0))
  func everySingleChange(assignment: String) throws {
    let loan = "soft_loan: {amount: 30_000, instalments: 6}"
    let (one, other) = (try Given.programme(loan), try Given.programme(loan, set: assignment))
    #expect(!ScenarioDifference(one, other).isEmpty)
    try Self.checkEveryChange(one, other)
  }

  private static func checkEveryChange(_ one: LoadedScenario, _ other: LoadedScenario) throws {
    let difference = ScenarioDifference(one, other)
    func values(_ loaded: LoadedScenario) -> [String: String] {
      let said = loaded.resolved.filter { $0.value != "false" || $0.path.hasSuffix(".minority") }
      // The price year is one value, be it stated for a programme or for its budget, which holds where both are.
      let stated = said.map { ($0.path.replacing(".budget.price_year", with: ".price_year"), $0) }
      return Dictionary(stated.map { ($0, $1.value) }) { max($0, $1) }
    }
    let (old, new) = (values(one), values(other))
    // Places are told by their names, the entries of a list together; parameters have no lists.
    let changed = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] && !$0.contains(".places.") }
    let expected = Set(changed.map { $0.hasPrefix("parameters.") ? $0 : $0.replacing(/\.\d+$/, with: "") })
    let told = paths(difference).filter { !$0.contains(".places.") }
    #expect(Set(told) == expected)
    #expect(Set(told).count == told.count)
    for line in texts(difference).flatMap({ $0.split(separator: "\n") }) {
      #expect(!Prose.hasLeftovers(line) && Prose.slips(in: line).isEmpty, "\(line)")
    }
  }

  static let changes = [
    ("start=2020-Q1", "B starts in 2020-Q1 instead of 2019-Q1."),
    ("years=1", "The length is 1 year instead of 10 years."),
    ("replications=7", "The number of replications is 7 instead of 20."),
    ("regime=clubs", "The theory of poverty traps is clubs instead of threshold."),
    ("coordination=joint", "The coordination of partners is joint; A does not state it."),
    (
      "population.official_headcount.rural=0.2",
      "The official headcount ratio of rural places is 20% of persons instead of 13.5% of persons."
    ),
    ("population.households=1_000", "The number of households is 1,000; A does not state it."),
    ("population.places.1.union_councils=3", "Kasur, Kasur, rural: the number of union councils is 3 instead of 2."),
    (
      "parameters.shocks.illness_probability=0.08",
      "`parameters.shocks.illness_probability` is 0.08 instead of 0.06 (probability per quarter). Chance that illness "
        + "costs a household money."
    ),
    ("coordination=none", "The coordination of partners is none; A does not state it."),
    (
      "parameters.prices.deflator.2019=1.25",
      "`parameters.prices.deflator.2019` is 1.25 instead of 1.1562 (price level, 2015-16 = 1)."
    ),
    ("programmes.Plan.partner=Trust", "The partner is Trust instead of Fund."),
    ("programmes.Plan.until=2022-Q1", "The last quarter of enrolment is 2022-Q1 instead of 2021-Q4."),
    ("programmes.Plan.capacity=250", "The capacity is 250 households a quarter; A does not state it."),
    ("programmes.Plan.revolving=true", "B lends repaid loans again, A does not."),
    ("programmes.Plan.price_year=2019", "The price year is 2018-19 instead of 2015-16."),
    ("programmes.Plan.target.score_at_most=40", "The highest score is 40 scorecard points; A does not state it."),
    ("programmes.Plan.target.band=[non_poor, transitory_poor]", "The list of bands is non-poor and transitory poor;"),
    ("programmes.Plan.target.order=random", "The order of enrolment is random instead of poorest first."),
    ("programmes.Plan.target.minority=false", "Membership of a minority is ruled out; A does not state it."),
    (
      "programmes.Plan.target.members_only=true",
      "B enrols only members of active community organisations, A does not."
    ),
    ("programmes.Plan.package.soft_loan.amount=40_000", "Soft loan: the amount is PKR 40,000 instead of 30,000."),
    ("programmes.Plan.package.soft_loan.take_up=0.5", "Soft loan: the share that takes it up is 50% instead of 60%."),
    (
      "programmes.Plan.package.soft_loan.delivery_cost=0",
      "Soft loan: the cost of delivery is PKR 0 a delivery instead of 2,400 a delivery."
    ),
    ("programmes.Plan.package.soft_loan.use=buy_out_debt", "Soft loan: the use is buy out debt instead of invest."),
    (
      "programmes.Plan.package.soft_loan.delay=1", "Soft loan: the time from enrolment to delivery is 1 quarter instead"
    ),
  ]

  @Test("a change is told in a sentence", arguments: changes)
  func sentence(assignment: String, sentence: String) throws {
    let loan = "soft_loan: {amount: 30_000, instalments: 6}"
    let difference = ScenarioDifference(try Given.programme(loan), try Given.programme(loan, set: assignment))
    let texts = Self.texts(difference)
    #expect(texts.contains { $0.hasPrefix(sentence) }, "\(texts)")
  }

  @Test("programmes, items of a package and places that only one has are told in the words of a description")
  func additions() throws {
    let (one, other) = (
      try Given.programme("asset_grant: {amount: 9_000}"),
      try Given.programme("asset_grant: {amount: 9_000}}, {coaching: {quarters: 8}")
    )
    let added = try #require(Self.texts(ScenarioDifference(one, other)).first)
    #expect(
      added.hasPrefix("B adds to the package: a coach for 8 quarters. 90% of those offered take it up (assumed)."))
    let removed = try #require(Self.texts(ScenarioDifference(other, one)).first)
    #expect(removed.hasPrefix("B leaves out of the package: a coach for 8 quarters."))
    let programmes = ScenarioDifference(try Given.scenario(), one)
    #expect(programmes.sections.map(\.heading) == ["Programmes"])
    #expect(
      programmes.markdown.contains(
        "- B adds Plan.\n\n  From the second quarter of 2019 to the last of 2021, Fund offers productive assets"))
    let places = ScenarioDifference(
      try #require(Given.shipped["kasur-baseline.yaml"]), try #require(Given.shipped["quetta-baseline.yaml"])
    ).markdown
    #expect(places.contains("\n- B adds the place Quetta, Zarghoon Town, urban, with 2,000 households.\n"))
    #expect(places.contains("\n- B leaves out the place Kasur, Kasur, rural, with 4,880 households.\n"))
  }

  @Test("money at prices of other years is told with these years")
  func priceYears() throws {
    func loaded(_ amount: String, _ year: Int) throws -> LoadedScenario {
      try Given.programme(
        "asset_grant: {amount: \(amount)}", set: "programmes.Plan.price_year=\(year)")
    }
    let difference = ScenarioDifference(try loaded("9_000", 2016), try loaded("10_000", 2019))
    #expect(
      Self.texts(difference).contains(
        "Asset grant: the amount is PKR 10,000 (at prices of the fiscal year 2018-19) instead of PKR 9,000 (at prices "
          + "of the fiscal year 2015-16)."))
  }

  @Test("a price year is the same value, whether a programme or its budget states it")
  func oneYear() throws {
    func loaded(_ terms: String) throws -> LoadedScenario {
      try Given.scenario(
        """
        programmes:
          - {name: Plan, partner: Fund, from: 2019-Q2, until: 2021-Q4, \(terms), package: [{asset_grant: {amount: 9_000}}]}
        """)
    }
    let plain = try loaded("price_year: 2016")
    let budget = try loaded("budget: {total: 1_000_000, price_year: 2019}")
    let there = Self.texts(ScenarioDifference(plain, budget)).filter { $0.contains("price year") }
    #expect(there == ["The price year is 2018-19 instead of 2015-16."])
    let back = Self.texts(ScenarioDifference(budget, plain)).filter { $0.contains("price year") }
    #expect(back == ["The price year is 2015-16 instead of 2018-19."])
    let same = try loaded("price_year: 2016, budget: {total: 1_000_000, price_year: 2016}")
    #expect(!Self.texts(ScenarioDifference(plain, same)).contains { $0.contains("price year") })
  }

  @Test("what lies on a scale from 0 to 1 is no share")
  func scales() throws {
    let item = "social_mobilisation: {organisers: 1, credibility: 0.6}"
    let other = try Given.programme(item, set: "programmes.Plan.package.social_mobilisation.credibility=0.5")
    #expect(
      Self.texts(ScenarioDifference(try Given.programme(item), other)) == [
        "Social mobilisation: the credibility of organisers is 0.5 on a scale from 0 to 1 instead of 0.6 on a scale "
          + "from 0 to 1."
      ])
  }

  @Test("changes of a name with a dot belong to it and not to the name that it begins with")
  func dottedNames() throws {
    func loaded(_ capacity: Int) throws -> LoadedScenario {
      try Given.scenario(
        "programmes:\n"
          + ["Plan", "Plan.b", "Plan 2.0"].map { name in
            "  - {name: \(name), partner: Fund, from: 2019-Q1, until: 2019-Q4, price_year: 2016, capacity: "
              + "\(name == "Plan" ? 7 : capacity), package: [{coaching: {quarters: 2}}]}\n"
          }.joined())
    }
    let (one, other) = (try loaded(10), try loaded(20))
    try Self.checkEveryChange(one, other)
    let difference = ScenarioDifference(one, other)
    #expect(difference.sections.map(\.heading) == ["Programme: Plan.b", "Programme: Plan 2.0"])
    #expect(
      Set(Self.texts(difference)) == ["The capacity is 20 households a quarter instead of 10 households a quarter."])
  }

  @Test("what is compared is told")
  func basis() throws {
    let loaded = try Given.scenario()
    let text = ScenarioDifference(loaded, loaded).markdown
    #expect(text.contains("Their values are compared, not the sources that are given for them.\n"))
  }

  @Test("another order of programmes is told, although all their values are the same")
  func order() throws {
    func loaded(_ names: [String]) throws -> LoadedScenario {
      try Given.scenario(
        "programmes:\n"
          + names.map { name in
            "  - {name: \(name), partner: Fund, from: 2019-Q1, until: 2019-Q4, price_year: 2016, "
              + "package: [{coaching: {quarters: 2}}]}\n"
          }.joined())
    }
    let difference = ScenarioDifference(try loaded(["One", "Two"]), try loaded(["Two", "One"]))
    #expect(Self.texts(difference) == ["In B programmes enrol in the order Two and One."])
  }

  @Test("another order of a package is told, although all its values are the same")
  func packageOrder() throws {
    let (grant, coaching) = ("asset_grant: {amount: 9_000}", "coaching: {quarters: 8}")
    let difference = ScenarioDifference(
      try Given.programme("\(grant)}, {\(coaching)"), try Given.programme("\(coaching)}, {\(grant)"))
    #expect(Self.texts(difference) == ["In B the package stands in the order coaching and asset grant."])
    #expect(difference.sections.map(\.heading) == ["Programme: Plan"])
  }

  @Test("values that read the same are told with all their digits")
  func smallChanges() throws {
    let item = "soft_loan: {amount: 30_000, instalments: 6, take_up: 0.5}"
    let other = try Given.programme(item, set: "programmes.Plan.package.soft_loan.take_up=0.50000001")
    let texts = Self.texts(ScenarioDifference(try Given.programme(item), other))
    #expect(texts == ["Soft loan: the share that takes it up is 0.50000001 instead of 0.5."])
  }

  @Test("every key of scenario files has words")
  func keys() {
    func leaves(_ record: Record, below prefix: String = "") -> [String] {
      record.fields.flatMap { field -> [String] in
        let path = prefix + field.key
        switch field.shape {
        case .record(let record): return leaves(record, below: path + ".")
        case .list(.record(let record), _, _, _, _): return leaves(record)
        case .list(.variant(let variants), _, _, _, _): return variants.flatMap { leaves($0.record) }
        case .remark: return []
        default: return [path]
        }
      }
    }
    let keys = leaves(Record(fields: ScenarioSchema.root.fields.filter { $0.key != "parameters" }))
      .map { $0.hasPrefix("population.") ? String($0.dropFirst("population.".count)) : $0 }
    let wordless = keys.filter { KeyWords.subject($0) == nil && KeyWords.verb($0) == nil }
    #expect(wordless.isEmpty)
    #expect(keys.contains("resource_persons.training_cost"))
    #expect(keys.contains("target.after_shock"))
  }
}
