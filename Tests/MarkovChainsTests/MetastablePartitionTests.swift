import MarkovChains
import Testing

@Suite("Metastable sets")
struct MetastablePartitionTests {
  private func decomposed(_ chain: MarkovChain) throws -> Reversibilisation {
    try #require(Reversibilisation(chain, stationary: chain.stationaryDistribution()))
  }

  @Test("three nearly decoupled blocks are the three sets, and the gap in time scales tells that there are three")
  func blocks() throws {
    let chain = Chains.threeBlocks(leak: 0.01)
    let decomposition = try decomposed(chain)
    #expect(MetastablePartition.numberOfSets(decomposition, in: 2...6) == 3)
    let partition = try #require(MetastablePartition(decomposition, sets: 3))
    #expect(partition.setOfState == [0, 0, 0, 1, 1, 1, 2, 2, 2])
    for set in 0..<3 {
      let stay = try #require(
        chain.meanStay(in: partition.members(of: set), weights: chain.stationaryDistribution()))
      #expect((stay - 100).magnitude < 1e-9)
    }
  }

  @Test("blocks are found whatever the order of the states, and unequal ones too")
  func shuffled() throws {
    // Two wells of a walk: states 0-2 and 3-6 with a narrow bridge, then listed in another order.
    let order = [4, 0, 6, 2, 5, 1, 3]
    var entries = [Double](repeating: 0, count: 49)
    for (row, from) in order.enumerated() {
      for (column, to) in order.enumerated() where abs(from - to) == 1 {
        entries[row + 7 * column] = min(from, to) == 2 ? 0.002 : 0.3
      }
      entries[row * 8] = 1 - (0..<7).reduce(0) { $1 == row ? $0 : $0 + entries[row + 7 * $1] }
    }
    let chain = MarkovChain(states: 7, probabilities: entries)
    let decomposition = try decomposed(chain)
    #expect(MetastablePartition.numberOfSets(decomposition, in: 2...5) == 2)
    let partition = try #require(MetastablePartition(decomposition, sets: 2))
    #expect(partition.setOfState == order.map { $0 <= 2 ? 1 : 0 })
  }

  @Test("a state that hardly anybody is in makes no set, however far it lies from the others")
  func rareState() throws {
    // Blocks 0-2 and 3-5, and state 6: seldom entered from 0 and long stayed in, five times as far from the middle.
    var entries = [Double](repeating: 0, count: 49)
    for from in 0..<6 {
      for to in 0..<6 where from / 3 == to / 3 { entries[from + 7 * to] = 0.33 }
      entries[from + 7 * ((from + 3) % 6)] = 0.01
    }
    entries[0] -= 1e-5
    entries[0 + 7 * 6] = 1e-5
    entries[6 + 7 * 0] = 0.025
    entries[6 + 7 * 6] = 0.975
    let decomposition = try decomposed(MarkovChain(states: 7, probabilities: entries))
    #expect(decomposition.stationary[6] < MetastablePartition.smallestCornerShare)
    let partition = try #require(MetastablePartition(decomposition, sets: 2))
    #expect(partition.setOfState == [0, 0, 0, 1, 1, 1, 0])
  }

  @Test("the reversibilised chain of a reversible one is itself: the same eigenvalues")
  func reversible() throws {
    let chain = Chains.birthDeath(states: 5, up: 0.2, down: 0.35)
    let polished = chain.leadingEigenvalues(5)
    for (left, right) in zip(try decomposed(chain).eigenvalues, polished) {
      #expect((left - right.real).magnitude < 1e-15)
    }
    #expect(polished.count == 5)
  }

  @Test("its eigenvectors are those of the average of the chain and its reversal")
  func average() throws {
    let chain = Chains.drawn(states: 6, seed: 21)
    let decomposition = try decomposed(chain)
    let shares = decomposition.stationary
    for (value, vector) in zip(decomposition.eigenvalues, decomposition.eigenvectors) {
      for from in 0..<6 {
        let image = (0..<6).reduce(0) {
          $0 + (chain[from, $1] + shares[$1] * chain[$1, from] / shares[from]) / 2 * vector[$1]
        }
        #expect((image - value * vector[from]).magnitude < 1e-13)
      }
    }
    #expect(decomposition.timeScales[0].isNaN)
  }
}
