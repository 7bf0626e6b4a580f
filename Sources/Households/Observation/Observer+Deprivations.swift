import Simulation
import Statistics

extension Observer {
  /// Adds the deprivations of the households of a block to a worker's sums.
  func addDeprivations(_ population: Population, _ block: Block, into sums: UnsafeMutableBufferPointer<Double>) {
    let geography = population.geography
    for neighbourhood in population.neighbourhoods(of: block) {
      let isActive = population.communities.stage[neighbourhood] == .active
      for household in geography.members(ofNeighbourhood: neighbourhood) {
        let isOrganised = isActive && population.standing[household].contains(.member)
        let deprivations = population.deprivations(of: household, isOrganised: isOrganised, deprivation)
        let score = rule.score(deprivations)
        guard rule.isPoor(score: score) else { continue }
        let row = Int(cellOfHousehold[household]) * Quantity.count
        sums[row + Quantity.deprived.rawValue] += 1
        sums[row + Quantity.deprivationScore.rawValue] += onGrid(score)
        for indicator in DeprivationIndicator.allCases where deprivations >> UInt64(indicator.rawValue) & 1 == 1 {
          sums[row + Quantity.deprived0.rawValue + indicator.rawValue] += 1
        }
      }
    }
  }
}
