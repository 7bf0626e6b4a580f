import Randomness
import Simulation

@testable import Households

/// The institutions process alone, in a population that nothing else changes, stopped after every quarter.
final class InstitutionTrial {
  let scenario: Scenario
  let population: Population
  let partners: Partners
  let stream: RandomStream
  private let world: World
  private let process: Institutions
  private let team = WorkerTeam(count: 1)
  private(set) var quarter = 0

  init(_ scenario: Scenario, settled: Population) {
    self.scenario = scenario
    population = settled.copy()
    stream = RandomStream(seed: scenario.seed, replication: 0)
    world = World(population: population, blocks: [], team: team)
    partners = Partners(scenario, population: population, stream: stream, workers: 1)
    process = Institutions(partners)
  }

  var communities: Communities { population.communities }

  func advance(_ quarters: Int = 1) {
    for _ in 0..<quarters {
      quarter += 1
      process.advance(world, [], step: quarter, team: team)
      for account in partners.accounts { account.closeStep(quarter) }
    }
  }

  /// Gives every union council a local support organisation with community resource persons, deserved or not.
  func appointResourcePersons() {
    for council in 0..<population.geography.unionCouncilCount {
      communities.hasLocalSupportOrganisation[council] = true
      communities.hasResourcePersons[council] = true
      communities.quartersInsolvent[council] = 0
    }
  }

  /// Cost entries of one kind of work of one programme.
  func costs(_ work: String, programme: Int = 0) -> [CostEntry] {
    partners.accounts[programme].costs.filter { $0.intervention == "mobilisation/\(work)" }
  }
}

extension Programme {
  /// A mobilisation with staff enough to visit every neighbourhood of the small scenario in every quarter.
  static func mobilisation(
    named name: String = "Organise", area: Area = Area(), until: String = "2020-Q4", total: Double? = nil,
    quarterly: Double? = nil, _ change: (inout SocialMobilisation) -> Void = { _ in }
  ) throws -> Programme {
    var plan = SocialMobilisation()
    plan.organisers = 20
    plan.salary = 90_000
    plan.visitsPerOrganiser = 60
    plan.travelCost = 300
    plan.credibility = 0.6
    plan.minimumPoorShare = 0.6
    plan.minimumWomenShare = 0.3
    plan.womenOutreach = 0.5
    plan.poorestCoverage = 0.5
    change(&plan)
    var programme = try Programme.small(named: name, area: area, until: until, total: total, quarterly: quarterly)
    programme.community = [CommunityIntervention(name: "mobilisation", kind: .socialMobilisation(plan))]
    return programme
  }

  /// A poverty survey that goes nowhere, so that a test can decide what it has found.
  static func census() throws -> Programme {
    var programme = try Programme.small(named: "Census")
    programme.community = [
      CommunityIntervention(
        name: "census", kind: .povertySurvey(cost: 200, errorPoints: 0, capacityPerQuarter: 0))
    ]
    return programme
  }
}

extension Partners {
  /// Lets the census find every household as it is.
  func surveyEverybody(_ population: Population) {
    for household in 0..<population.households {
      setting.surveys["Census"]?[household] = population.uncutScore(of: household, wealthPoints: 6)
    }
  }
}

extension Population {
  var neighbourhoods: Range<Int> { 0..<geography.neighbourhoodCount }

  /// Members of a neighbourhood by their standing.
  func members(ofNeighbourhood neighbourhood: Int) -> [Int] {
    geography.members(ofNeighbourhood: neighbourhood).filter { standing[$0].contains(.member) }
  }

  /// The settlement of every neighbourhood.
  var settlementOfNeighbourhood: [Int] {
    (0..<geography.settlementCount).flatMap { settlement in
      geography.neighbourhoods(ofSettlement: settlement).map { _ in settlement }
    }
  }

  /// Puts money into the savings of every household.
  func deposit(_ amount: Double) {
    for settlement in 0..<geography.settlementCount {
      for household in geography.members(ofSettlement: settlement) {
        savings[household] += amount
        add(amount, to: .savingsGranted, settlement: settlement)
      }
    }
  }

  /// What organisations have taken from the savings of a union council's households, ever.
  func pooled(unionCouncil: Int) -> Double {
    geography.settlements(ofUnionCouncil: unionCouncil).reduce(0) {
      $0 + flows[$1 * Flow.allCases.count + Flow.pooled.rawValue]
    }
  }
}
