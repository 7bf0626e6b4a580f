import ExactMath
import Randomness
import Simulation
import Testing

@testable import Households

/// Moves between the 64 joint states while money stands still, by individuals and by powers of the matrix.
@Suite struct FrozenLedgerTests {
  static let households = 40_000
  static let states = 64

  /// Identical households in settlements of 400: assets of one quarter's need, a small surplus, no debt.
  static func identicalHouseholds(state: UInt8) -> Population {
    let settlements = households / 400
    let geography = Geography(
      places: [.kasurVillages], settlementStarts: Array(stride(from: 0, through: households, by: 400)),
      unionCouncilOfSettlement: Array(repeating: 0, count: settlements),
      neighbourhoodStarts: Array(stride(from: 0, through: households, by: 20)),
      settlementNeighbourhoodStarts: Array(stride(from: 0, through: households / 20, by: 20)),
      placeOfUnionCouncil: [0], unionCouncilSettlementStarts: [0, settlements], tehsilOfUnionCouncil: [0],
      tehsilNames: ["Kasur"], unionCouncilNames: ["Kasur UC 1"], weights: [1])
    let population = Population(geography: geography)
    for household in 0..<households {
      population.need[household] = 40
      population.assets[household] = 40
      population.surplus[household] = 256
      population.skill[household] = 1
      population.awareness[household] = 0.5
      population.coaching[household] = 0.25
      population.state[household] = DependencyState(rawValue: state)
    }
    for settlement in 0..<settlements {
      population.connectedPeers[settlement] = 0.375
      population.roleModels[settlement] = 0.125
      population.patronPower[settlement] = 0.25
    }
    return population
  }

  /// The transition matrix of these households, `from` by `to`.
  static func transitionMatrix(_ parameters: DependencyParameters) -> [[Double]] {
    func coefficient(_ feature: Feature, _ move: Move) -> Double {
      parameters.coefficients[feature.rawValue + Feature.allCases.count * move.rawValue]
    }
    let common: [(Feature, Double)] = [
      (.wealth, 1), (.surplus, 0.25), (.skill, 341.0 / 1024), (.connectedPeers, 0.375), (.roleModels, 0.125),
      (.patronPower, 0.25), (.awareness, 0.5), (.coaching, 0.25),
    ]
    let levelFeatures: [[Feature]] = [
      [.bonded, .tied, .precarious, .selfReliant], [.isolated, .sheltered, .connected, .leading],
      [.voiceless, .client, .aware, .claiming],
    ]
    return (0..<states).map { (from: Int) -> [Double] in
      let levels = [from % 4, from / 4 % 4, from / 16]
      var features = common
      for dimension in 0..<3 { features.append((levelFeatures[dimension][levels[dimension]], 1)) }
      if levels.allSatisfy({ $0 <= 1 }) { features.append((.trap, 1)) }
      func odds(_ move: Move) -> Double {
        var logarithm = 0.0
        for (feature, value) in features { logarithm += value * coefficient(feature, move) }
        return exponential(logarithm)
      }
      let moves: [(up: Move, down: Move)] = [
        (.economicUp, .economicDown), (.socialUp, .socialDown), (.politicalUp, .politicalDown),
      ]
      let rows = (0..<3).map { (dimension: Int) -> [Double] in
        let up = levels[dimension] < 3 ? odds(moves[dimension].up) : 0
        let down = levels[dimension] > 0 ? odds(moves[dimension].down) : 0
        var row = [0.0, 0, 0, 0]
        row[levels[dimension]] = 1 / (1 + up + down)
        if up > 0 { row[levels[dimension] + 1] = up / (1 + up + down) }
        if down > 0 { row[levels[dimension] - 1] = down / (1 + up + down) }
        return row
      }
      return (0..<states).map { (to: Int) -> Double in rows[0][to % 4] * rows[1][to / 4 % 4] * rows[2][to / 16] }
    }
  }

  @Test("every row of the matrix is a distribution")
  func rows() {
    for row in Self.transitionMatrix(DependencyParameters()) {
      #expect((row.reduce(0, +) - 1).magnitude < 1e-14)
      #expect(row.allSatisfy { $0 >= 0 })
    }
  }

  @Test("shares of states agree with powers of the matrix", arguments: [0, 21, 42, 63] as [UInt8])
  func powers(start: UInt8) {
    let parameters = DependencyParameters()
    let matrix = Self.transitionMatrix(parameters)
    let population = Self.identicalHouseholds(state: start)
    let blocks = Block.partition(groupStarts: population.geography.settlementStarts, size: 1000)
    let team = WorkerTeam(count: 2)
    let world = World(population: population, blocks: blocks, team: team)
    let process = Dependency(parameters: parameters, worksLimit: 4, stream: RandomStream(seed: 64, replication: 0))
    let schedule = Schedule<World>([.block(process)])
    var distribution = (0..<Self.states).map { $0 == Int(start) ? 1.0 : 0.0 }
    for quarter in 1...40 {
      schedule.advance(world, blocks, step: quarter, team: team)
      distribution = (0..<Self.states).map { to in
        (0..<Self.states).reduce(0) { $0 + distribution[$1] * matrix[$1][to] }
      }
      if [1, 4, 20, 40].contains(quarter) { expectAgreement(population, distribution, quarter) }
    }
  }

  /// Compares counts with their binomial distribution; states that expect fewer than 25 are counted as one.
  private func expectAgreement(_ population: Population, _ distribution: [Double], _ quarter: Int) {
    let total = Double(Self.households)
    var counts = [Double](repeating: 0, count: Self.states)
    for household in 0..<Self.households { counts[Int(population.state[household].rawValue)] += 1 }
    var cells: [(count: Double, share: Double)] = []
    var rare = (count: 0.0, share: 0.0)
    for state in 0..<Self.states {
      if distribution[state] * total >= 25 {
        cells.append((counts[state], distribution[state]))
      } else {
        rare = (rare.count + counts[state], rare.share + distribution[state])
        if distribution[state] == 0 { #expect(counts[state] == 0, "state \(state) cannot be reached") }
      }
    }
    if rare.share * total >= 25 { cells.append(rare) }
    #expect(cells.count > 3)
    for (count, share) in cells {
      let standardError = (total * share * (1 - share)).squareRoot()
      #expect((count - total * share).magnitude <= 5 * standardError, "quarter \(quarter), share \(share)")
    }
  }
}
