import Scenarios
import Testing

@testable import Households

/// What is built of interventions for places, of programmes that build on others, and of partners.
@Suite struct PlaceInterventionTests {
  private func programme(_ name: String, in fixture: String = "every-place-intervention") throws -> Programme {
    try #require(try Fixtures.load(fixture).scenario.programmes.first { $0.name == name })
  }

  @Test("a programme of interventions for places alone is built, in the order of its package")
  func places() throws {
    let places = try programme("Places")
    #expect(places.package.isEmpty)
    var mobilisation = SocialMobilisation()
    mobilisation.organisers = 6
    mobilisation.salary = 66_000
    mobilisation.visitsPerOrganiser = 50
    mobilisation.travelCost = 250
    mobilisation.credibility = 0.6
    mobilisation.womenOutreach = 0.7
    mobilisation.minimumPoorShare = 0.5
    mobilisation.minimumWomenShare = 0.4
    mobilisation.villageCoverage = 0.55
    mobilisation.poorestCoverage = 0.8
    mobilisation.unionCouncilCoverage = 0.65
    mobilisation.tehsilCoverage = 0.75
    mobilisation.seedGrant = 100_000
    mobilisation.resourcePersons = 4
    mobilisation.honorarium = 18_000
    mobilisation.visitsPerResourcePerson = 40
    mobilisation.selection = 0.9
    mobilisation.training = 0.8
    mobilisation.procedures = 0.7
    mobilisation.trainingCost = 5_000
    mobilisation.survey = "Places"
    #expect(
      places.community.map(\.kind) == [
        .povertySurvey(cost: 222, errorPoints: 4, capacityPerQuarter: 1_000),
        .marketRateAnalysis(gain: 0.1, cost: 900),
        .collectivePurchase(discount: 0.5, cost: 700),
        .collectiveWorks(cost: 80_000, localShare: 0.3),
        .productionCentre(places: 20, wage: 9_000, marketGain: 0.05, setupCost: 200_000, runningCost: 40_000),
        .displayCentre(marketGain: 0.1, setupCost: 300_000, runningCost: 50_000),
        .socialMobilisation(mobilisation),
      ])
    #expect(places.community.map(\.name).prefix(2) == ["census", "market_rate_analysis"])
  }

  @Test("interventions for households and for places may stand in one package")
  func mixed() throws {
    let trainings = try programme("Trainings")
    #expect(trainings.package.map(\.kind) == [.skillTraining(level: 2), .idleResourceActivation])
    #expect(trainings.community.map(\.kind) == [.skillCentre(places: 15, setupCost: 100_000, runningCost: 30_000)])
    #expect(trainings.package.last?.takeUp == 0.7)
    #expect(trainings.package.last?.deliveryCost == 1_500)
  }

  @Test("a rehabilitation package is assets and cash, taken up together")
  func rehabilitation() throws {
    let package = try programme("Relief").package
    #expect(package.map(\.kind) == [.assetGrant(amount: 20_000), .cashTransfer(amount: 5_000, quarters: 2)])
    #expect(package.map(\.name) == ["rehabilitation_package/asset_grant", "rehabilitation_package/cash_transfer"])
    #expect(Set(package.map(\.takeUpKey)) == ["rehabilitation_package"])
    #expect(package.map(\.deliveryCost) == [1_000, 0])
    #expect(package.map(\.delayQuarters) == [0, 0])
  }

  @Test("each condition of a target, each predecessor and each fund reaches the programme")
  func conditions() throws {
    var members = Targeting(scoreAtMost: 34, scoreErrorPoints: 3)
    members.membersOnly = true
    members.survey = "Places"
    #expect(try programme("Trainings").targeting == members)
    var ranked = Targeting(scoreErrorPoints: 3)
    ranked.selfSelection = true
    ranked.communityShare = 0.4
    let businesses = try programme("Businesses")
    #expect(businesses.targeting == ranked)
    #expect(businesses.after == ["Trainings"])
    #expect(!businesses.isRevolving)
    #expect(businesses.package.map(\.kind) == [.entrepreneurshipTraining])
    var choosing = Targeting(scoreErrorPoints: 3)
    choosing.membersChoose = true
    let fund = try programme("Fund")
    #expect(fund.targeting == choosing)
    #expect(fund.after == ["Trainings"])
    #expect(fund.isRevolving)
    var struck = Targeting(scoreErrorPoints: 3)
    struck.afterShock = true
    #expect(try programme("Relief").targeting == struck)
  }

  @Test("partners have areas and budgets, and lend their area to programmes that name none")
  func partners() throws {
    let scenario = try Fixtures.load("every-place-intervention").scenario
    let area = Area(tehsil: "Kasur", settlementType: .rural)
    #expect(
      scenario.partners == [
        Partner(name: "Somebody", area: area, totalBudget: 90_000_000, priceYear: 2019), Partner(name: "Somebody else"),
      ])
    #expect(scenario.coordination == .registry)
    #expect(scenario.area(of: try programme("Places")) == area)
    #expect(scenario.area(of: try programme("Trainings")) == Area(unionCouncils: ["Kasur UC 1"]))
    #expect(scenario.area(of: try programme("Businesses")) == Area())
    #expect(try Fixtures.load("programme").scenario.coordination == nil)
  }

  @Test("a layer changes one key of an intervention, and removes programmes and interventions by name")
  func removal() throws {
    let scenario = try Fixtures.load("reduced").scenario
    #expect(scenario.programmes.map(\.name) == ["Places", "Trainings", "Businesses", "Fund"])
    #expect(scenario.partners.first?.totalBudget == 40_000_000)
    #expect(scenario.partners.first?.priceYear == 2019)
    #expect(scenario.programmes[2].after.isEmpty)
    let places = scenario.programmes[0].community
    #expect(
      places.map(\.name) == [
        "census", "market_rate_analysis", "collective_purchase", "production_centre", "social_mobilisation",
      ])
    guard case .socialMobilisation(let mobilisation) = try #require(places.last).kind else {
      Issue.record("no mobilisation")
      return
    }
    #expect(mobilisation.resourcePersons == 0)
    #expect(mobilisation.honorarium == 18_000)
    #expect(mobilisation.organisers == 6)
  }

  @Test("amounts that nobody gives are assumed and brought to the price year")
  func assumedAmounts() throws {
    let loaded = try Fixtures.load(
      "place-defaults", ScenarioOverride(set: "parameters.prices.deflator.2016=2"),
      ScenarioOverride(set: "programmes.Places.price_year=2019"),
      ScenarioOverride(set: "parameters.prices.deflator.2019=3"))
    let values = Dictionary(uniqueKeysWithValues: loaded.resolved.map { ($0.path, $0) })
    let package = "programmes.Places.package."
    for (key, value) in [
      ("poverty_survey.cost", "450"), ("social_mobilisation.salary", "90000"), ("social_mobilisation.travel", "450"),
      ("social_mobilisation.resource_persons.honorarium", "22500"),
      ("social_mobilisation.resource_persons.training_cost", "12000"), ("market_rate_analysis.cost", "3000"),
      ("collective_purchase.cost", "3000"), ("production_centre.setup", "225000"), ("display_centre.running", "90000"),
    ] {
      #expect(values[package + key]?.value == value, "\(key)")
      #expect(values[package + key]?.source.hasPrefix("assumed: ") == true, "\(key)")
      #expect(values[package + key]?.unit.hasPrefix("PKR of the price year") == true, "\(key)")
    }
    for value in loaded.resolved where value.path.hasPrefix(package) && value.origin == .standard {
      #expect(value.source.hasPrefix("assumed"), "\(value.path)")
    }
  }

  @Test("a mobilisation without resource persons has none, and says nothing of them")
  func noResourcePersons() throws {
    let entry = "programmes.Places.package.social_mobilisation={social_mobilisation: {organisers: 2}}"
    let loaded = try Fixtures.load("place-defaults", ScenarioOverride(set: entry))
    guard case .socialMobilisation(let mobilisation) = loaded.scenario.programmes[0].community[1].kind else {
      Issue.record("no mobilisation")
      return
    }
    #expect(mobilisation.resourcePersons == 0)
    #expect(!loaded.resolved.contains { $0.path.contains("resource_persons") })
    #expect(loaded.resolved.contains { $0.path.hasSuffix("social_mobilisation.coverage.village") && $0.value == "0.6" })
  }

  @Test("what probably does not do what is meant is doubted")
  func doubts() throws {
    func warnings(_ name: String) throws -> String {
      Fixtures.relative(ScenarioError.rendered(try Fixtures.load(name).warnings, color: false))
    }
    let places = """
      valid/doubtful-places.yaml:9:15: warning: programmes.Works.capacity: has no effect: the package has nothing for \
      households
          capacity: 100
                    ^~~
      valid/doubtful-places.yaml:10:5: warning: programmes.Works.target: has no effect: the package has nothing for \
      households
          target: {score_at_most: 34}
          ^~~~~~
      valid/doubtful-places.yaml:12:9: warning: programmes.Works.package.collective_works: 'collective_works' needs a \
      programme with social_mobilisation: without one nobody is organised to act together
          - collective_works: {cost: 80_000}
            ^~~~~~~~~~~~~~~~
      valid/doubtful-places.yaml:13:9: warning: programmes.Works.package.skill_centre: 'skill_centre' needs a training \
      in the same package: it houses those of its own programme
          - skill_centre: {places: 15}
            ^~~~~~~~~~~~

      """
    #expect(try warnings("doubtful-places") == places)
    let choice = """
      valid/every-place-intervention.yaml:61:30: warning: programmes.Fund.target.members_choose: has no effect: the \
      package offers households only one intervention to choose
          target: {members_choose: true}
                                   ^~~~

      """
    #expect(try warnings("doubtful-choice") == choice)
  }
}
