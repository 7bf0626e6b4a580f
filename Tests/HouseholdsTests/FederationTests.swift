import Randomness
import Simulation
import Testing

@testable import Households

@Suite struct FederationTests {
  /// Coverages that different villages reach at different times, or never.
  private static func plan(_ plan: inout SocialMobilisation) {
    plan.organisers = 12
    plan.survey = "Census"
    plan.minimumPoorShare = 0.5
    plan.villageCoverage = 0.4
    plan.poorestCoverage = 0.6
    plan.unionCouncilCoverage = 0.5
    plan.tehsilCoverage = 0.5
    plan.resourcePersons = 2
    plan.visitsPerResourcePerson = 60
  }

  @Test("every federation forms when it meets its criteria and lapses below half of its coverage")
  func criteria() throws {
    let model = try Scenario.small(years: 9).model()
    let mobilisation = try Programme.mobilisation(until: "2020-Q4") { plan in
      Self.plan(&plan)
      plan.resourcePersons = 0
    }
    let scenario = model.baseline.with(try .census(), mobilisation).changing { parameters in
      parameters.institutions.dormancyHazard = 0.1
      parameters.institutions.tier = [0, 0, 0]
    }
    let trial = Trial(model, scenario)
    trial.partners.surveyEverybody(trial.population)
    let points = try #require(trial.partners.setting.surveys["Census"])
    let (population, communities, geography) = (
      trial.population, trial.population.communities, trial.population.geography
    )
    func exists(_ before: Bool, _ share: Double, _ coverage: Double) -> Bool {
      before ? share > 0 && share >= coverage / 2 : share >= coverage
    }
    var (formed, lapsed, waitedForPoorest) = ([0, 0, 0], [0, 0, 0], 0)
    func count(_ tier: Int, _ before: Bool, _ after: Bool) {
      formed[tier] += !before && after ? 1 : 0
      lapsed[tier] += before && !after ? 1 : 0
    }
    for _ in 1...36 {
      let villages = (0..<geography.settlementCount).map { communities.hasVillageOrganisation[$0] }
      let councils = (0..<geography.unionCouncilCount).map { communities.hasLocalSupportOrganisation[$0] }
      let tehsils = geography.tehsilNames.indices.map { communities.hasNetwork[$0] }
      trial.advance()
      for settlement in villages.indices {
        let organised = geography.neighbourhoods(ofSettlement: settlement)
          .filter { communities.stage[$0] == .active }.flatMap { population.members(ofNeighbourhood: $0) }
        let households = geography.members(ofSettlement: settlement)
        let poorest = households.filter { points[$0] <= 11.5 }
        let poorestOrganised = organised.filter { points[$0] <= 11.5 }
        let share = Double(organised.count) / Double(households.count)
        let reachesPoorest = Double(poorestOrganised.count) >= 0.6 * Double(poorest.count)
        let expected = exists(villages[settlement], share, 0.4) && (villages[settlement] || reachesPoorest)
        #expect(communities.hasVillageOrganisation[settlement] == expected)
        count(0, villages[settlement], expected)
        waitedForPoorest += share >= 0.4 && !expected ? 1 : 0
      }
      for council in councils.indices {
        let settlements = geography.settlements(ofUnionCouncil: council)
        let having = settlements.filter { communities.hasVillageOrganisation[$0] }.count
        let expected = exists(councils[council], Double(having) / Double(settlements.count), 0.5)
        #expect(communities.hasLocalSupportOrganisation[council] == expected)
        count(1, councils[council], expected)
      }
      for tehsil in tehsils.indices {
        let members = councils.indices.filter { geography.tehsilOfUnionCouncil[$0] == tehsil }
        let having = members.filter { communities.hasLocalSupportOrganisation[$0] }.count
        let expected = exists(tehsils[tehsil], Double(having) / Double(members.count), 0.5)
        #expect(communities.hasNetwork[tehsil] == expected)
        count(2, tehsils[tehsil], expected)
      }
    }
    #expect(formed[0] > 3 && formed[1] > 1 && formed[2] > 0, "\(formed)")
    #expect(lapsed[0] > 3 && lapsed[1] > 1 && lapsed[2] > 0, "\(lapsed)")
    #expect(waitedForPoorest > 0, "a village that is organised waits until its poorest are")
  }

  @Test("the administration recognises a federation in the quarter after it formed")
  func tiers() throws {
    let model = try Scenario.small(years: 3).model()
    let scenario = model.baseline.with(try .census(), try .mobilisation(until: "2020-Q4", Self.plan))
    let trial = InstitutionTrial(scenario, settled: model.settled(replication: 0))
    trial.partners.surveyEverybody(trial.population)
    let geography = trial.population.geography
    let communities = trial.communities
    var seen: Set<Double> = []
    for _ in 1...12 {
      let weights = trial.population.settlementOfNeighbourhood.map { settlement in
        let council = geography.unionCouncilOfSettlement[settlement]
        guard communities.hasVillageOrganisation[settlement] else { return 0.0 }
        guard communities.hasLocalSupportOrganisation[council] else { return 0.33 }
        return communities.hasNetwork[geography.tehsilOfUnionCouncil[council]] ? 1 : 0.67
      }
      trial.advance()
      for neighbourhood in trial.population.neighbourhoods {
        let isActive = communities.stage[neighbourhood] == .active
        let expected = isActive ? weights[neighbourhood] * communities.maturity[neighbourhood] : 0
        #expect(communities.tier[neighbourhood] == expected)
        if isActive { seen.insert(weights[neighbourhood]) }
      }
    }
    #expect(seen == [0, 0.33, 0.67, 1])
  }

  @Test("the more of a village must be organised, the later its organisation", arguments: [0.3, 0.5, 0.7])
  func coverage(low: Double) throws {
    let model = try Scenario.small(years: 3).model()
    let settled = model.settled(replication: 0)
    func firstQuarters(_ coverage: Double) throws -> [Int] {
      let scenario = model.baseline.with(
        try .mobilisation(until: "2021-Q4") { plan in
          plan.organisers = 9
          plan.villageCoverage = coverage
        }
      ).changing { $0.institutions.tier = [0, 0, 0] }
      let trial = InstitutionTrial(scenario, settled: settled)
      var first = [Int](repeating: 99, count: settled.geography.settlementCount)
      for quarter in 1...12 {
        trial.advance()
        for settlement in first.indices where trial.communities.hasVillageOrganisation[settlement] {
          first[settlement] = min(first[settlement], quarter)
        }
      }
      return first
    }
    let (early, late) = try (firstQuarters(low), firstQuarters(low + 0.2))
    #expect(zip(early, late).allSatisfy { $0 <= $1 })
    #expect(early.reduce(0, +) < late.reduce(0, +))
  }

  @Test("a sample has as many real union councils as its places")
  func unionCouncilWeights() throws {
    let counted = try Scenario.small(households: 1000).model().settled(replication: 0).geography
    #expect(counted.unionCouncilWeights(sizes: [3900, 2000]) == Array(repeating: 1, count: 7))
    var place = Place.kasurVillages
    place.unionCouncils = nil
    place.households = 39_000
    let filled = try Scenario.small(places: [place], households: 1000).model().settled(replication: 0).geography
    #expect(filled.unionCouncilCount == 2)
    #expect(filled.unionCouncilWeights(sizes: [3900, 2000]) == [5, 5])
  }

  @Test(
    "organisation raises the social and the political levels")
  func dependency() throws {
    let baseline = Scenario.small(years: 4)
    let model = try baseline.model()
    let organised = baseline.with(try .mobilisation(until: "2022-Q4") { $0.villageCoverage = 0.4 })
    var differences: [[Double]] = [[], []]
    for replication in 1...6 {
      let settled = model.settled(replication: replication)
      let reports = try [organised, baseline].map { scenario in
        let result = model.run(scenario, from: settled, replication: replication, observeEvery: 16)
        let report = Report(model, try #require(result.observations.last))
        return try [
          report.value("social_connected") + report.value("social_leading"),
          report.value("political_aware") + report.value("political_claiming"),
        ]
      }
      for dimension in 0..<2 { differences[dimension].append(reports[0][dimension] - reports[1][dimension]) }
    }
    for gains in differences {
      let mean = gains.reduce(0, +) / Double(gains.count)
      let variance = gains.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(gains.count - 1)
      #expect(mean > 5 * (variance / Double(gains.count)).squareRoot(), "\(gains)")
    }
  }
}
