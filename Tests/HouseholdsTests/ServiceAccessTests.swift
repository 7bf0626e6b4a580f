import Randomness
import Simulation
import Testing

@testable import Households

/// Federations open services to members, and works protect settlements.
@Suite struct ServiceAccessTests {
  private static let stream = RandomStream(seed: 7, replication: 0)

  private static func settled() throws -> Population {
    try Scenario.small(households: 4000).model().settled(replication: 0)
  }

  private static func shocks(_ change: (inout ShockParameters) -> Void) -> Shocks {
    var parameters = ShockParameters()
    change(&parameters)
    return Shocks(parameters: parameters, stream: stream)
  }

  @Test("illness costs members less by the tier above them, and others the same", arguments: [0.33, 0.67, 1])
  func illness(tier: Double) throws {
    let process = Self.shocks { $0.illnessProbability = 0.5 }
    let alone = try Self.settled()
    let federated = alone.copy()
    federated.organise(tier: tier) { $0 % 2 == 0 }
    let usual = alone.run(process)
    let eased = federated.run(process)
    var ill = [0, 0]
    for household in 0..<alone.households where usual.illnessCost[household] > 0 {
      let isMember = federated.standing[household].contains(.member)
      let expected = usual.illnessCost[household] * (isMember ? 1 - 0.2 * tier : 1)
      let difference = (eased.illnessCost[household] - expected).magnitude
      #expect(difference <= (isMember ? 0x1p-20 : 0), "\(household)")
      ill[isMember ? 1 : 0] += 1
    }
    #expect(ill[0] > 500 && ill[1] > 500)
    let severe = [alone, federated].map { population in population.householdStates.filter { $0.distress > 0 }.count }
    #expect(severe[1] < severe[0])
  }

  @Test("an organisation without a federation opens no services")
  func withoutFederation() throws {
    let process = Self.shocks { $0.illnessProbability = 0.5 }
    let alone = try Self.settled()
    let organised = alone.copy()
    organised.organise()
    let (usual, same) = (alone.run(process), organised.run(process))
    #expect((0..<alone.households).allSatisfy { usual.illnessCost[$0] == same.illnessCost[$0] })
  }

  @Test("each work keeps a tenth of an event away", arguments: [0, 1, 3, 10, 12])
  func works(works: UInt8) throws {
    let process = Self.shocks {
      $0.eventProbability = 1
      $0.illnessProbability = 0
      $0.elderlyIllnessProbability = 0
      $0.assetLossProbability = 0
    }
    let open = try Self.settled()
    let protected = open.copy()
    for settlement in 0..<open.geography.settlementCount { protected.communities.works[settlement] = works }
    let before = open.householdStates.map(\.assets)
    let struck = open.run(process)
    let spared = protected.run(process)
    let left = max(0, 1 - 0.1 * Double(works))
    for household in 0..<open.households {
      let (loss, sparedLoss) = (1 - struck.labourFactor[household], 1 - spared.labourFactor[household])
      #expect(loss > 0)
      #expect((sparedLoss - left * loss).magnitude < 1e-15)
      let (lost, sparedLost) = (
        before[household] - open.assets[household], before[household] - protected.assets[household]
      )
      #expect((sparedLost - left * lost).magnitude <= 0x1p-20)
      if left == 0 { #expect(protected.distress[household] == 0 && sparedLost == 0) }
    }
    #expect(open.householdStates.contains { $0.distress > 0 })
  }
}
