import Simulation
import Testing

@testable import Households

/// Groups of households and their mean circumstances.
@Suite struct CircumstancesTests {
  private static let settled = Result { try Scenario.small(households: 1000).model().settled(replication: 1) }

  @Test("the circumstances of one household are its profile")
  func oneHousehold() throws {
    let population = try Self.settled.get()
    for household in [0, 417, 999] {
      let found = population.circumstances(of: [household], parameters: Parameters())
      #expect(found.profile == population.profiles(of: [household], parameters: Parameters())[0])
      #expect(found.states[Int(population.state[household].rawValue)] == found.total)
    }
  }

  @Test("those of several are the means of theirs, weighted with the real households they stand for")
  func means() throws {
    let population = try Self.settled.get()
    let households = [3, 4, 250, 800]
    var (sums, weights) = ([Double](repeating: 0, count: Feature.count), 0.0)
    for household in households {
      let alone = population.circumstances(of: [household], parameters: Parameters())
      for feature in sums.indices { sums[feature] += alone.features[feature] }
      weights += alone.total
    }
    let together = population.circumstances(of: households, parameters: Parameters())
    #expect(together.features == sums)
    #expect(together.total == weights)
    var added = population.circumstances(of: [3, 4], parameters: Parameters())
    added.add(population.circumstances(of: [250, 800], parameters: Parameters()))
    #expect(added == together)
  }

  @Test("groups hold whom they name")
  func groups() throws {
    let population = try Self.settled.get()
    let poorest = population.members(of: .poorest)
    #expect(population.members(of: .typical).count == 1000)
    #expect(poorest.count == 200)
    let richest = (0..<1000).filter { !poorest.contains($0) }
    #expect((poorest.map { population.welfare[$0] }.max() ?? 0) <= (richest.map { population.welfare[$0] }.min() ?? 0))
    #expect(population.members(of: .indebted).allSatisfy { population.debt[$0] > 0 })
    #expect(population.members(of: .femaleHead).allSatisfy { population.traits[$0].contains(.femaleHead) })
    #expect(population.members(of: .minority).allSatisfy { population.traits[$0].contains(.minority) })
  }

  @Test("joint states have their levels' names, and four of them are out of dependency")
  func jointStates() {
    #expect(JointState(index: 1 + 4 * 2 + 16 * 3).name == "tied/connected/claiming")
    #expect(JointState.all.filter(\.isOut).map(\.index) == [43, 47, 59, 63])
    #expect(JointState.durableQuarters == 4)
  }
}
