import Foundation
import Randomness
import Simulation
import Testing

@testable import Households

@Suite struct CommunityOrganisationTests {
  private static func logistic(_ logOdds: Double) -> Double { 1 / (1 + Foundation.exp(-logOdds)) }

  private static func trial(
    households: Int = 5000, _ change: (inout SocialMobilisation) -> Void = { _ in },
    parameters: (inout Parameters) -> Void = { _ in }
  ) throws -> InstitutionTrial {
    let model = try Scenario.small(households: households, years: 8, parameters).model()
    let scenario = model.baseline.with(try .mobilisation(change))
    return InstitutionTrial(scenario, settled: model.settled(replication: 0))
  }

  @Test("a visited neighbourhood forms an organisation with the chance of its log-odds")
  func formation() throws {
    let trial = try Self.trial()
    let population = trial.population
    let institutions = trial.scenario.parameters.institutions
    let settlements = population.settlementOfNeighbourhood
    for neighbourhood in population.neighbourhoods where neighbourhood % 3 == 0 {
      population.communities.organisedShare[settlements[neighbourhood]] = 0.25
    }
    let expected = population.neighbourhoods.map { neighbourhood in
      let households = population.geography.members(ofNeighbourhood: neighbourhood)
      let poor = households.filter { population.uncutScore(of: $0, wealthPoints: 6) <= 23.5 }.count
      let settlement = settlements[neighbourhood]
      let logOdds =
        institutions.formationConstant + institutions.formationPoorShare * Double(poor) / Double(households.count)
        + institutions.formationOrganisedShare * population.communities.organisedShare[settlement]
        + institutions.formationCredibility * 0.6
        - institutions.formationPatronPower * population.patronPower[settlement]
      let luck = trial.stream.draw(entity: UInt32(neighbourhood), quarter: 1, purpose: .formation)
      return luck.uniform0 < Self.logistic(logOdds)
    }
    trial.advance()
    let communities = population.communities
    #expect(population.neighbourhoods.allSatisfy { communities.isSupported[$0] })
    // Whoever has formed has members, or it would be none again.
    for neighbourhood in population.neighbourhoods {
      let isOrganised = communities.stage[neighbourhood] != .none
      #expect(isOrganised == (expected[neighbourhood] && !population.members(ofNeighbourhood: neighbourhood).isEmpty))
    }
    let formed = expected.filter { $0 }.count
    #expect(formed > 50 && formed < 200)
  }

  @Test("a household joins, and a woman represents it, with the chance of its log-odds")
  func joining() throws {
    let trial = try Self.trial(parameters: { $0.initial.minorityShare = 0.2 })
    let population = trial.population
    let institutions = trial.scenario.parameters.institutions
    trial.advance()
    var (members, women, minority) = (0, 0, 0)
    for neighbourhood in population.neighbourhoods where population.communities.stage[neighbourhood] != .none {
      for household in population.geography.members(ofNeighbourhood: neighbourhood) {
        let traits = population.traits[household]
        let band = Band(score: population.uncutScore(of: household, wealthPoints: 6))
        let bandPoints = zip(Band.allCases, institutions.joiningBand).first { $0.0 == band }?.1 ?? .nan
        let logOdds =
          institutions.joiningConstant + institutions.joiningCredibility * 0.6 + bandPoints
          + institutions.joiningSocial[population.state[household].social]
          + (traits.contains(.femaleHead) ? institutions.joiningFemaleHead : 0)
          + (traits.contains(.minority) ? institutions.joiningMinority : 0)
        let luck = trial.stream.draw(entity: UInt32(household), quarter: 0, purpose: .joining)
        let joins = luck.uniform0 < Self.logistic(logOdds)
        let isWoman = joins && (traits.contains(.femaleHead) || luck.uniform1 < 0.5)
        #expect(population.standing[household].contains(.member) == joins)
        #expect(population.standing[household].contains(.womanMember) == isWoman)
        members += joins ? 1 : 0
        women += isWoman ? 1 : 0
        minority += joins && traits.contains(.minority) ? 1 : 0
      }
    }
    #expect(members > 300 && women > 100 && minority > 20)
  }

  @Test("without members there is no organisation")
  func withoutMembers() throws {
    let trial = try Self.trial(parameters: { $0.institutions.joiningConstant = -20 })
    for _ in 1...4 {
      trial.advance()
      #expect(trial.population.neighbourhoods.allSatisfy { trial.communities.stage[$0] == .none })
    }
    // Formation itself was not the obstacle.
    let willing = try Self.trial()
    willing.advance(4)
    #expect(willing.population.neighbourhoods.contains { willing.communities.stage[$0] != .none })
  }

  @Test("an organisation is active when it has its members, its poor and its women, and not before")
  func criteria() throws {
    let model = try Scenario.small(years: 3).model()
    let mobilisation = try Programme.mobilisation(until: "2021-Q4") { plan in
      plan.minimumPoorShare = 0.7
      plan.minimumWomenShare = 0.45
      plan.survey = "Census"
    }
    let trial = Trial(model, model.baseline.with(try .census(), mobilisation))
    trial.partners.surveyEverybody(trial.population)
    let points = try #require(trial.partners.setting.surveys["Census"])
    let population = trial.population
    let communities = population.communities
    var (becameActive, lacked) = (0, [0, 0, 0])
    for _ in 1...12 {
      let before = population.neighbourhoods.map { communities.stage[$0] }
      trial.advance()
      for neighbourhood in population.neighbourhoods {
        let members = population.members(ofNeighbourhood: neighbourhood)
        let women = members.filter { population.standing[$0].contains(.womanMember) }
        let poor = population.geography.members(ofNeighbourhood: neighbourhood).filter { points[$0] <= 23.5 }
        let poorMembers = poor.filter { population.standing[$0].contains(.member) }
        let meets = [
          members.count >= 10, Double(poorMembers.count) >= 0.7 * Double(poor.count),
          Double(women.count) >= 0.45 * Double(members.count),
        ]
        switch communities.stage[neighbourhood] {
        case .active where before[neighbourhood] != .active:
          #expect(!meets.contains(false))
          becameActive += 1
        case .forming:
          #expect(meets.contains(false))
          for (criterion, isMet) in meets.enumerated() { lacked[criterion] += isMet ? 0 : 1 }
        case .none: #expect(members.isEmpty)
        case .active, .dormant: break
        }
      }
    }
    #expect(becameActive > 50)
    #expect(lacked.allSatisfy { $0 > 20 })
  }

  @Test("organised households are households, each counted once")
  func counts() throws {
    let model = try Scenario.small(households: 3700, years: 3).model()
    let trial = Trial(model, model.baseline.with(try .mobilisation()))
    let population = trial.population
    let communities = population.communities
    for _ in 1...12 {
      trial.advance()
      for settlement in 0..<population.geography.settlementCount {
        let households = population.geography.members(ofSettlement: settlement).count
        var organised = 0
        for neighbourhood in population.geography.neighbourhoods(ofSettlement: settlement) {
          let members = population.members(ofNeighbourhood: neighbourhood).count
          #expect(Int(communities.members[neighbourhood]) == members)
          if communities.stage[neighbourhood] == .active { organised += members }
        }
        #expect(organised <= households)
        #expect(communities.organisedShare[settlement] == Double(organised) / Double(households))
      }
      #expect(population.ledgerBreaches().isEmpty)
    }
    #expect(population.neighbourhoods.contains { communities.stage[$0] == .dormant })
  }

  @Test("maturity after n supported quarters is 1 - .85^n, and then falls by .05 a quarter")
  func maturity() throws {
    let trial = try Self.trial(parameters: { $0.institutions.dormancyHazard = 0 })
    let communities = trial.communities
    var supported = [Int](repeating: 0, count: trial.population.neighbourhoods.count)
    for _ in 1...8 {
      trial.advance()
      for neighbourhood in trial.population.neighbourhoods where communities.stage[neighbourhood] == .active {
        supported[neighbourhood] += 1
        let expected = 1 - Foundation.pow(0.85, Double(supported[neighbourhood]))
        #expect((communities.maturity[neighbourhood] - expected).magnitude < 1e-12)
      }
    }
    #expect((supported.max() ?? 0) >= 6)
    let atEnd = trial.population.neighbourhoods.map { communities.maturity[$0] }
    for left in 1...20 {
      trial.advance()
      for neighbourhood in trial.population.neighbourhoods where communities.stage[neighbourhood] == .active {
        let expected = max(0, atEnd[neighbourhood] - 0.05 * Double(left))
        #expect((communities.maturity[neighbourhood] - expected).magnitude < 1e-12)
      }
    }
  }

  @Test("an organisation falls dormant with the hazard that its maturity and its federations leave")
  func dormancy() throws {
    let trial = try Self.trial(parameters: { $0.institutions.dormancyHazard = 0.6 })
    let communities = trial.communities
    let settlements = trial.population.settlementOfNeighbourhood
    // Half of the villages start with a federation that holds for as long as half of them are organised.
    trial.advance(2)
    for settlement in 0..<trial.population.geography.settlementCount {
      communities.hasVillageOrganisation[settlement] = settlement % 2 == 0
    }
    var (fell, stayed) = ([0, 0], [0, 0])
    for _ in 3...8 {
      let federated = settlements.map { communities.hasVillageOrganisation[$0] }
      let noCouncil = settlements.map {
        !communities.hasLocalSupportOrganisation[trial.population.geography.unionCouncilOfSettlement[$0]]
      }
      let before = trial.population.neighbourhoods.map { communities.stage[$0] }
      trial.advance()
      for neighbourhood in trial.population.neighbourhoods
      where before[neighbourhood] == .active && noCouncil[neighbourhood] {
        let tier = federated[neighbourhood] ? 0.33 : 0
        let luck = trial.stream.draw(entity: UInt32(neighbourhood), quarter: Int32(trial.quarter), purpose: .dormancy)
        let falls = luck.uniform0 < 0.6 * (1 - communities.maturity[neighbourhood]) * (1 - tier)
        #expect((communities.stage[neighbourhood] == .dormant) == falls)
        if falls { fell[tier > 0 ? 1 : 0] += 1 } else { stayed[tier > 0 ? 1 : 0] += 1 }
      }
    }
    #expect(fell[0] > 5 && fell[1] > 0 && stayed[0] > 5 && stayed[1] > 0)
  }

  @Test("a dormant organisation keeps its members and its maturity until it is revived")
  func revival() throws {
    let trial = try Self.trial(parameters: { $0.institutions.dormancyHazard = 0.6 })
    let communities = trial.communities
    var (dormant, revived) = (0, 0)
    for _ in 1...8 {
      let before = trial.population.neighbourhoods.map {
        (communities.stage[$0], communities.maturity[$0], communities.members[$0])
      }
      trial.advance()
      for (neighbourhood, (stage, maturity, members)) in before.enumerated() where stage == .dormant {
        if communities.stage[neighbourhood] == .dormant {
          #expect(communities.maturity[neighbourhood] == maturity)
          #expect(communities.members[neighbourhood] == members)
          dormant += 1
        } else {
          #expect(communities.stage[neighbourhood] == .active || communities.stage[neighbourhood] == .forming)
          #expect(communities.maturity[neighbourhood] >= maturity)
          #expect(communities.members[neighbourhood] >= members)
          revived += 1
        }
      }
    }
    #expect(dormant > 10 && revived > 10)
  }

  @Test("what forms and is visited no more falls apart, and its members leave")
  func abandonment() throws {
    let model = try Scenario.small(years: 3).model()
    let scenario = model.baseline.with(
      try .mobilisation(until: "2019-Q1") { $0.minimumPoorShare = 1 }
    ).changing { $0.institutions.dormancyHazard = 0.3 }
    let trial = InstitutionTrial(scenario, settled: model.settled(replication: 0))
    trial.advance()
    let forming = trial.population.neighbourhoods.filter { trial.communities.stage[$0] == .forming }
    #expect(forming.count > 50)
    for _ in 2...12 {
      let before = forming.filter { trial.communities.stage[$0] == .forming }
      trial.advance()
      for neighbourhood in before {
        let luck = trial.stream.draw(entity: UInt32(neighbourhood), quarter: Int32(trial.quarter), purpose: .dormancy)
        #expect((trial.communities.stage[neighbourhood] == .none) == (luck.uniform0 < 0.3))
        let isGone = trial.population.members(ofNeighbourhood: neighbourhood).isEmpty
        #expect(isGone == (luck.uniform0 < 0.3))
      }
    }
    #expect(forming.filter { trial.communities.stage[$0] == .none }.count > forming.count / 2)
  }

  @Test("who joins a mobiliser of little credibility joins one of much, and so for a patron of little power")
  func direction() throws {
    func members(_ credibility: Double, patron: Double = 2) throws -> Set<Int> {
      let trial = try Self.trial({ $0.credibility = credibility }) { $0.institutions.formationPatronPower = patron }
      trial.advance()
      return Set((0..<trial.population.households).filter { trial.population.standing[$0].contains(.member) })
    }
    let usual = try members(0.5)
    #expect(try members(0.1).isStrictSubset(of: usual))
    #expect(try members(0.9).isStrictSuperset(of: usual))
    #expect(try members(0.5, patron: 10).isStrictSubset(of: usual))
  }
}
