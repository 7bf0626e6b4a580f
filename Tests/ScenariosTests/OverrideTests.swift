import Households
import Scenarios
import Testing

/// Values of the command line.
struct OverrideTests {
  @Test func reachAnyValue() throws {
    let loaded = try Fixtures.load(
      "grandchild", ScenarioOverride(set: "parameters.shocks.illness_probability=0.02"),
      ScenarioOverride(set: "programmes.Loans.budget.total=0"),
      ScenarioOverride(set: "programmes.Loans.package.soft_loan.amount=45_000"),
      ScenarioOverride(set: "programmes.2.package.1.asset=70_000"),
      ScenarioOverride(set: "programmes.Loans.target={universal: true}"),
      ScenarioOverride(set: "population.places.1.households=3_900"),
      ScenarioOverride(option: "--seed", path: "seed", value: "7"))
    let scenario = loaded.scenario
    #expect(scenario.parameters.shocks.illnessProbability == 0.02)
    #expect(scenario.programmes[0].totalBudget == 0)
    #expect(
      scenario.programmes[0].package[0].kind
        == .softLoan(amount: 45_000, terms: LoanTerms(instalments: 6), buysOutDebt: false))
    #expect(scenario.programmes[0].targeting.scoreAtMost == nil)
    #expect(scenario.programmes[1].package[0].kind == .assetGrant(amount: 70_000))
    #expect(scenario.population.places[0].households == 3_900)
    #expect(scenario.seed == 7)
    let origins = Dictionary(uniqueKeysWithValues: loaded.resolved.map { ($0.path, $0.origin.description) })
    #expect(origins["seed"] == "--seed")
    #expect(origins["programmes.Loans.budget.total"] == "--set")
    #expect(origins["programmes.Graduation.package.graduation_package.asset"] == "--set")
  }

  @Test func applyInOrder() throws {
    let loaded = try Fixtures.load(
      "minimal", ScenarioOverride(set: "years=3"), ScenarioOverride(option: "--years", path: "years", value: "4"))
    #expect(loaded.scenario.years == 4)
  }

  @Test func applyToKeptTextsAsToFiles() throws {
    let overrides = [
      ScenarioOverride(set: "programmes.Loans.budget.total=5"),
      ScenarioOverride(option: "--seed", path: "seed", value: "7"),
    ]
    let loaded = try Fixtures.load("grandchild", overrides: overrides)
    let kept = loaded.sources.map { ScenarioSource(path: Fixtures.relative($0.path), text: $0.text) }
    let again = try ScenarioLoader.load(sources: kept, overrides: overrides)
    #expect(again.sources == kept)
    #expect(again.resolved.map(\.path) == loaded.resolved.map(\.path))
    for (value, original) in zip(again.resolved, loaded.resolved) {
      #expect(value.value == original.value && value.source == original.source)
      #expect(value.origin.description == Fixtures.relative(original.origin.description))
    }
    #expect(throws: ScenarioError.self) { _ = try ScenarioLoader.load(sources: Array(kept.dropLast())) }
  }

  @Test func replaceAGivenSourceWithTheNumber() throws {
    let loaded = try Fixtures.load("grandchild", ScenarioOverride(set: "programmes.Loans.budget.total=5"))
    let total = try #require(loaded.resolved.first { $0.path == "programmes.Loans.budget.total" })
    #expect(total.value == "5")
    #expect(total.source.isEmpty)
  }

  @Test func areReportedTogetherWithTheirText() {
    let text = Fixtures.problems(
      "valid/programme.yaml", ScenarioOverride(set: "years"), ScenarioOverride(set: "programmes.Lones.capacity=1"),
      ScenarioOverride(set: "programmes.Loans.budget.totl=1"),
      ScenarioOverride(option: "--seed", path: "seed", value: "x"), ScenarioOverride(set: "start=[2019"),
      ScenarioOverride(option: "--regime", path: "regime", value: "club"))
    let expected = """
      --set: error: needs the form path=value, such as parameters.shocks.illness_probability=0.08
          --set years
                ^~~~~
      --set: error: programmes: there is no 'Lones'
          --set programmes.Lones.capacity=1
                ^~~~~~~~~~~~~~~~~~~~~~~~~~~
        did you mean 'Loans'? known here: Loans
      --set: error: start: is not valid YAML: did not find expected ',' or ']'
          --set start=[2019
                ^~~~~~~~~~~
      --seed: error: seed: found 'x'; expected a whole number of at least 0
          --seed x
                 ^
      --regime: error: regime: 'club' is unknown; expected threshold, convergence or clubs
          --regime club
                   ^~~~
        did you mean 'clubs'?
      --set: error: programmes.Loans.budget.totl: unknown key
          --set programmes.Loans.budget.totl=1
                ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        did you mean 'total'? known keys here: total, quarterly, price_year

      """
    #expect(text == expected)
  }
}
