import Simulation

@testable import Households

extension Population {
  /// Makes all households of some neighbourhoods members of active organisations.
  ///
  /// - Parameters:
  ///   - maturity: maturity of the organisations.
  ///   - tier: weight of the highest tier above them.
  ///   - isOrganised: told a neighbourhood's position within its settlement.
  func organise(maturity: Double = 1, tier: Double = 0, _ isOrganised: (Int) -> Bool = { _ in true }) {
    for settlement in 0..<geography.settlementCount {
      let neighbourhoods = geography.neighbourhoods(ofSettlement: settlement)
      var organised = 0
      for neighbourhood in neighbourhoods where isOrganised(neighbourhood - neighbourhoods.lowerBound) {
        communities.stage[neighbourhood] = .active
        communities.maturity[neighbourhood] = maturity
        communities.tier[neighbourhood] = tier
        let members = geography.members(ofNeighbourhood: neighbourhood)
        communities.members[neighbourhood] = Int32(members.count)
        for household in members { standing[household].insert(.member) }
        organised += members.count
      }
      let households = geography.members(ofSettlement: settlement).count
      communities.organisedShare[settlement] = Double(organised) / Double(households)
    }
  }

  /// Households that are members of an organisation.
  var organised: [Int] { (0..<households).filter { standing[$0].contains(.member) } }

  /// Opens the books anew, after a test has changed what households hold.
  func reopenBooks() {
    flows.elements.update(repeating: 0)
    for settlement in 0..<geography.settlementCount {
      receivable[settlement] = geography.members(ofSettlement: settlement).reduce(0) { $0 + debt[$1] }
    }
    openingStocks = (0..<geography.settlementCount).map { stocks(ofSettlement: $0) }
  }

  /// Takes a population of one block through one process, which leaves its work in the workspace.
  @discardableResult
  func run(_ process: some BlockProcess<World>, step: Int = 1) -> Workspace {
    let blocks = Block.partition(groupStarts: geography.settlementStarts, size: households)
    let world = World(population: self, blocks: blocks, team: WorkerTeam(count: 1))
    process.advance(world, blocks[0], step: step, worker: 0)
    return world.workspaces[0]
  }
}

/// Differences between the same households in two lives: their mean and its standard error.
struct PairedDifference {
  let mean, standardError: Double

  init(_ households: [Int], _ value: (Int) -> Double) {
    let values = households.map(value)
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    self.mean = mean
    standardError = (variance / count).squareRoot()
  }

  var isAboveZero: Bool { mean > 5 * standardError && standardError > 0 }
  var isBelowZero: Bool { mean < -5 * standardError && standardError > 0 }
}
