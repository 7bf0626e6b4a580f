import Scenarios
import Testing

@testable import Households

/// Merging, defaults, origins and what is built.
struct ScenarioLoaderTests {
  @Test func buildsAMinimalScenario() throws {
    let loaded = try Fixtures.load("minimal")
    let scenario = loaded.scenario
    #expect(scenario.name == "Small place")
    #expect(scenario.start == CalendarQuarter(year: 2019, quarter: 1))
    #expect(scenario.years == 10)
    #expect(scenario.replications == 20)
    #expect(scenario.seed == 2019)
    #expect(scenario.regime == .threshold)
    #expect(scenario.programmes.isEmpty)
    #expect(scenario.population.simulatedHouseholds == nil)
    #expect(scenario.population.officialHeadcount == [.rural: 0.135])
    let place = Place(
      district: "Kasur", tehsil: "Kasur", settlementType: .rural, households: 7_800, unionCouncils: 2,
      stratum: Stratum(province: "Punjab", region: .rural))
    #expect(scenario.population.places == [place])
    #expect(loaded.warnings.isEmpty)
  }

  @Test func mergesLayersByKeyAndProgrammesByName() throws {
    let loaded = try Fixtures.load("grandchild")
    let scenario = loaded.scenario
    #expect(scenario.name == "Larger loans")
    #expect(scenario.parameters.shocks.illnessProbability == 0.08)
    #expect(scenario.programmes.map(\.name) == ["Loans", "Graduation"])
    let loans = scenario.programmes[0]
    #expect(loans.partner == "Akhuwat")
    #expect(loans.totalBudget == 90_000_000)
    #expect(loans.priceYear == 2019)
    #expect(loans.targeting.scoreAtMost == 40)
    #expect(loans.package.count == 1)
    #expect(
      loaded.sources.map { Fixtures.relative($0.path) }
        == ["grandchild", "programme", "minimal"].map { "valid/\($0).yaml" })
  }

  @Test func everyValueKnowsItsOriginAndSource() throws {
    let loaded = try Fixtures.load("grandchild")
    let values = Dictionary(uniqueKeysWithValues: loaded.resolved.map { ($0.path, $0) })
    func origin(_ path: String) -> String? { values[path].map { Fixtures.relative($0.origin.description) } }
    #expect(origin("name") == "valid/grandchild.yaml:2:7")
    #expect(origin("start") == "valid/minimal.yaml:2:8")
    #expect(origin("years") == "default")
    #expect(origin("population.places.1.households") == "valid/minimal.yaml:9:19")
    #expect(origin("programmes.Loans.partner") == "valid/programme.yaml:5:14")
    let total = try #require(values["programmes.Loans.budget.total"])
    #expect(Fixtures.relative(total.origin.description) == "valid/grandchild.yaml:7:29")
    #expect(total.value == "90000000")
    #expect(total.unit == "PKR of the price year")
    #expect(total.source == "a pledge")
    let illness = try #require(values["parameters.shocks.illness_probability"])
    #expect(illness.value == "0.08")
    #expect(illness.source == "a survey")
    #expect(values["programmes.Loans.package.soft_loan.delay"]?.source == "assumed")
    for definition in Parameters.catalogue { #expect(values["parameters." + definition.path] != nil) }
  }

  @Test func everyParameterCanBeSet() throws {
    let overrides = Parameters.catalogue.map { definition in
      ScenarioOverride(set: "parameters.\(definition.path)=\(definition.allowed.lowerBound)")
    }
    let loaded = try Fixtures.load("minimal", overrides: overrides)
    for definition in Parameters.catalogue {
      let value = definition.value(in: loaded.scenario.parameters)
      #expect(value == definition.allowed.lowerBound, "\(definition.path)")
    }
  }

  @Test func expandsTheGraduationPackage() throws {
    let package = try Fixtures.load("grandchild").scenario.programmes[1].package
    #expect(
      package.map(\.kind) == [
        .assetGrant(amount: 50_000), .cashTransfer(amount: 6_000, quarters: 4), .coaching(quarters: 8),
        .savingsDeposit(amount: 2_000),
      ])
    #expect(
      package.map(\.name)
        == ["asset_grant", "cash_transfer", "coaching", "savings_deposit"].map { "graduation_package/\($0)" })
    #expect(Set(package.map(\.takeUpKey)) == ["graduation_package"])
    #expect(package.map(\.takeUp) == [0.9, 0.9, 0.9, 0.9])
    #expect(package.map(\.deliveryCost).filter { $0 > 0 }.count == 1)
  }

  @Test func buildsEveryIntervention() throws {
    let programme = try Fixtures.load("every-intervention").scenario.programmes[0]
    #expect(
      programme.package.map(\.kind) == [
        .cashTransfer(amount: 6_000, quarters: 4), .assetGrant(amount: 50_000),
        .matchingGrant(amount: 20_000, householdShare: 0.2),
        .softLoan(amount: 10_000, terms: LoanTerms(instalments: 4), buysOutDebt: true),
        .softLoan(amount: 30_000, terms: LoanTerms(instalments: 6), buysOutDebt: false), .skillTraining(level: 2),
        .awarenessTraining(gain: 0.3), .coaching(quarters: 8),
      ])
    #expect(programme.package[3].name == "buy-out loan")
    #expect(programme.package.map(\.deliveryCost) == [180, 5_000, 2_000, 800, 0, 18_000, 800, 3_000])
    #expect(programme.package[4].delayQuarters == 2)
    #expect(programme.package[6].completion == 0.75)
    #expect(programme.area == Area(tehsil: "Kasur", unionCouncils: ["Kasur UC 2"], settlementType: .rural))
    #expect(
      programme.targeting
        == Targeting(
          bands: [.extremelyPoor, .chronicallyPoor], femaleHead: true, minority: false, lotteryShare: 0.5,
          scoreErrorPoints: 3, excludedHouseholds: [7, 12]))
    #expect(programme.capacityPerQuarter == 100)
    #expect(programme.priceYear == 2016)
  }

  @Test func bringsAssumedCostsToThePriceYear() throws {
    let override = ScenarioOverride(set: "parameters.prices.deflator.2016=2")
    let package = try Fixtures.load(
      "every-intervention", override, ScenarioOverride(set: "programmes.Everything.price_year=2019"),
      ScenarioOverride(set: "parameters.prices.deflator.2019=3")
    ).scenario.programmes[0].package
    #expect(package[7].deliveryCost == 4_500)
    #expect(package[0].deliveryCost == 180)
  }

  @Test func warnsOfDoubts() throws {
    let warnings = try Fixtures.load("doubtful").warnings
    let expected = """
      valid/doubtful.yaml:5:11: warning: programmes.Loans.from: never runs: the scenario covers 2019-Q1 to 2028-Q4
          from: 2009-Q1
                ^~~~~~~
      valid/doubtful.yaml:7:67: warning: programmes.Loans.budget.total.unit: the unit is given as 'USD', but the model \
      reads it as PKR of the price year
          budget: {total: {value: 90_000_000, source: "a pledge", unit: USD}}
                                                                        ^~~

      """
    #expect(Fixtures.relative(ScenarioError.rendered(warnings, color: false)) == expected)
  }

  @Test(arguments: ["2019-Q1", "2006-Q4", "1999-Q3"])
  func readsQuarters(text: String) throws {
    let loaded = try Fixtures.load("minimal", ScenarioOverride(set: "start=\(text)"))
    #expect(loaded.scenario.start.description == text)
  }

  @Test(arguments: ["2019", "2019-1", "2019Q1", "2019-Q0", "2019-Q5", "2019-q1", "19-Q1", "2019-Q1-1"])
  func refusesOtherQuarters(text: String) {
    #expect(throws: ScenarioError.self) { try Fixtures.load("minimal", ScenarioOverride(set: "start=\(text)")) }
  }

  @Test("references are those of the scenario, then those of what it extends")
  func references() throws {
    let base = try #require(try Fixtures.load("minimal").sources.first).text
    let loaded = try ScenarioLoader.load(sources: [
      ScenarioSource(path: "top.yaml", text: "extends: base.yaml\nname: Top\nsources: [A book]\n"),
      ScenarioSource(path: "base.yaml", text: base + "\nsources:\n  - A census\n  - \"A survey: of all\"\n"),
    ])
    #expect(loaded.references == ["A book", "A census", "A survey: of all"])
    #expect(try Fixtures.load("minimal").references.isEmpty)
  }

  @Test("mechanisms under `without` set their parameters, and the record tells from which line")
  func mechanisms() throws {
    let loaded = try Fixtures.load("without")
    var expected = Parameters()
    for mechanism in [Mechanism.roleModels, .patronStance] { mechanism.disable(in: &expected) }
    for definition in Parameters.catalogue {
      #expect(definition.value(in: loaded.scenario.parameters) == definition.value(in: expected), "\(definition.path)")
    }
    let resolved = try #require(loaded.resolved.first { $0.path == "parameters.patrons.retaliation_from" })
    #expect(resolved.value == "2" && resolved.source == "without patron_stance")
    #expect(resolved.origin.description.contains("without.yaml:12"))
    let reset = try Fixtures.load(
      "without", overrides: [ScenarioOverride(set: "parameters.patrons.retaliation_from=0.2")])
    #expect(reset.scenario.parameters.patrons.retaliationFrom == 0.2)
  }
}
