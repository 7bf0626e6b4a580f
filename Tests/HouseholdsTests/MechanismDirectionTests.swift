import Simulation
import Testing

@testable import Households

/// What each mechanism of everyday life does, household by household with the same luck.
@Suite struct MechanismDirectionTests {
  /// The same households two years on, with and without a mechanism; they do not see each other's changes.
  private static func lives(
    without mechanism: Mechanism, _ change: (inout Parameters) -> Void = { _ in }
  ) throws -> (with: Population, without: Population) {
    let model = try Scenario.small { parameters in
      parameters.patrons.feedback = 0
      change(&parameters)
    }.model()
    let settled = model.settled(replication: 0)
    // Half of the neighbours have got out, so that what they do can be told from chance in few households.
    for settlement in 0..<settled.geography.settlementCount { settled.roleModels[settlement] = 0.5 }
    let trials = [model.baseline, model.baseline.changing(mechanism.disable)].map { Trial(model, $0, settled: settled) }
    for trial in trials { trial.advance(8) }
    return (trials[0].population, trials[1].population)
  }

  private static func difference(
    without mechanism: Mechanism, _ value: (Population, Int) -> Double
  ) throws -> PairedDifference {
    let (with, without) = try lives(without: mechanism)
    return PairedDifference(Array(0..<with.households)) { value(with, $0) - value(without, $0) }
  }

  @Test("neighbours who have got out lead others to connect and to earn their own living")
  func roleModels() throws {
    #expect(try Self.difference(without: .roleModels) { Double($0.state[$1].social) }.isAboveZero)
    #expect(try Self.difference(without: .roleModels) { Double($0.state[$1].economic) }.isAboveZero)
  }

  @Test("connected neighbours make connecting easier")
  func connectedPeers() throws {
    #expect(try Self.difference(without: .connectedPeers) { Double($0.state[$1].social) }.isAboveZero)
  }

  @Test("networks that bear a part of shocks keep assets together")
  func networkInsurance() throws {
    #expect(try Self.difference(without: .networkInsurance) { $0.assets[$1] }.isAboveZero)
  }

  @Test("the patron's prices and interest lower what is consumed")
  func prices() throws {
    #expect(try Self.difference(without: .pricePremium) { Double($0.welfare[$1]) }.isBelowZero)
    #expect(try Self.difference(without: .interest) { Double($0.welfare[$1]) }.isBelowZero)
  }

  @Test("interest leaves more debt, as far as the limits of credit let it show")
  func interest() throws {
    // All debts bear interest, and the limits are so wide that few households reach them with or without it.
    let (with, without) = try Self.lives(without: .interest) { parameters in
      parameters.initial.interestBearingShare = 1
      parameters.trade.creditLimit = [2, 1.5, 0.8, 0.4]
    }
    let households = Array(0..<with.households)
    let debt = PairedDifference(households) { with.debt[$0] - without.debt[$0] }
    let welfare = PairedDifference(households) { Double(with.welfare[$0] - without.welfare[$0]) }
    #expect(debt.isAboveZero)
    #expect(welfare.isBelowZero)
  }

  @Test("skills raise labour income by their premium, and with it consumption")
  func skillPremium() throws {
    let model = try Scenario.small { $0.patrons.feedback = 0 }.model()
    let settled = model.settled(replication: 0)
    let trials = [UInt8(0), 2, 3].map { skill in
      for household in 0..<settled.households { settled.skill[household] = skill }
      return Trial(model, settled: settled)
    }
    for trial in trials { trial.advance() }
    let households = Array(0..<settled.households)
    for (less, more) in [(trials[0], trials[1]), (trials[1], trials[2])] {
      let difference = PairedDifference(households) {
        more.population.consumption[$0] - less.population.consumption[$0]
      }
      #expect(difference.isAboveZero)
    }
  }
}
