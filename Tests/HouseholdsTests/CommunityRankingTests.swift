import Simulation
import Testing

@testable import Households

@Suite struct CommunityRankingTests {
  private static func target(_ share: Double) -> Targeting {
    var target = Targeting()
    target.communityShare = share
    return target
  }

  /// A quarter of cash for those whom their settlement names, from a population that a test has prepared.
  private static func quarter(
    share: Double, capacity: Double? = nil, _ change: (inout Parameters) -> Void = { _ in },
    prepare: (Population) -> Void = { _ in }
  ) throws -> Trial {
    let model = try Scenario.small().model()
    let settled = model.settled(replication: 0)
    prepare(settled)
    let programme = try Programme.small(capacity: capacity, target: target(share), .cash)
    let trial = Trial(model, model.baseline.changing(change).with(programme), settled: settled)
    return trial
  }

  private static func withoutBias(_ parameters: inout Parameters) {
    parameters.targeting.rankingNoise = 0
    parameters.targeting.eliteWeight = 0
  }

  @Test("without noise and elites exactly the poorest part of each settlement is served", arguments: [0.1, 0.35, 1])
  func poorest(share: Double) throws {
    let trial = try Self.quarter(share: share, Self.withoutBias)
    let points = (0..<trial.population.households).map { trial.population.uncutScore(of: $0, wealthPoints: 6) }
    trial.advance()
    let served = Set(trial.served())
    for settlement in 0..<trial.population.geography.settlementCount {
      let members = trial.population.geography.members(ofSettlement: settlement)
      let chosen = members.filter { served.contains($0) }
      #expect(chosen.count == Int((share * Double(members.count)).rounded()))
      let highest = chosen.map { points[$0] }.max() ?? -.infinity
      #expect(members.filter { !served.contains($0) }.allSatisfy { points[$0] >= highest })
    }
  }

  @Test("noise moves households in and out, but not the number served")
  func noise() throws {
    let exact = try Self.quarter(share: 0.2, Self.withoutBias)
    let noisy = try Self.quarter(share: 0.2) { $0.targeting.eliteWeight = 0 }
    exact.advance()
    noisy.advance()
    #expect(exact.served().count == noisy.served().count)
    #expect(Set(exact.served()) != Set(noisy.served()))
  }

  @Test("elites capture the ranking: the well connected come first")
  func eliteCapture() throws {
    // Connection is independent of poverty here.
    func prepare(_ population: Population) {
      for household in 0..<population.households {
        population.state[household] = DependencyState(economic: 2, social: household % 4, political: 2)
      }
    }
    func leading(_ weight: Double) throws -> (share: Double, served: Double) {
      let trial = try Self.quarter(share: 0.3, { $0.targeting.eliteWeight = weight }, prepare: prepare)
      trial.advance()
      let served = trial.served()
      return (Double(served.filter { $0 % 4 == 3 }.count) / Double(served.count), Double(served.count))
    }
    let (fair, captured) = (try leading(0), try leading(10))
    let standardError = (0.25 * 0.75 / fair.served).squareRoot()
    #expect((fair.share - 0.25).magnitude < 5 * standardError)
    #expect(captured.share - 0.25 > 5 * standardError)
  }

  @Test("places go by rank within the settlement, and alike over settlements")
  func order() throws {
    let trial = try Self.quarter(share: 1, capacity: 1000, Self.withoutBias)
    trial.advance()
    let served = Set(trial.served())
    #expect(served.count == 1000)
    for settlement in 0..<trial.population.geography.settlementCount {
      let members = trial.population.geography.members(ofSettlement: settlement)
      let chosen = Double(members.filter { served.contains($0) }.count)
      #expect((chosen - 0.2 * Double(members.count)).magnitude <= 1)
    }
  }

  @Test("half a household of the poorest part counts as one, whatever the product rounds to")
  func halves() {
    #expect((0.145 * 100).rounded() == 14 && CommunityRanking.poorest(0.145, of: 100) == 15)
    #expect(CommunityRanking.poorest(0.144, of: 100) == 14 && CommunityRanking.poorest(0.5, of: 7) == 4)
    #expect(CommunityRanking.poorest(0, of: 9) == 0 && CommunityRanking.poorest(1, of: 9) == 9)
  }
}
