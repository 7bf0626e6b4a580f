import ExactMath
import Simulation

/// A number below 32 in size, in units of the feature grid, 1/1024.
@inline(__always)
func featureUnits(_ value: Double) -> Int16 {
  Int16(truncatingIfNeeded: Int(roundToFeatureGrid(value) * 1024))
}

extension Dependency {
  /// Writes the feature matrix of a block, column by column, and every household's wealth for the score.
  func packFeatures(_ population: Population, _ block: Block, _ workspace: Workspace) {
    let count = block.members.count
    let column = { (feature: Feature) in
      workspace.features[feature.rawValue * count..<(feature.rawValue + 1) * count]
    }
    packMoney(population, block, wealth: column(.wealth), debt: column(.debt))
    packSettlements(population, block, column)
    packLevels(population, block, workspace.features[0..<12 * count], trap: column(.trap))
    let (surplus, distress) = (column(.surplus), column(.distress))
    let (surplusUnits, distressFlags) = (population.surplus[block.members], population.distress[block.members])
    for row in 0..<count { surplus[row] = Double(surplusUnits[row]) * (1 / 1024) }
    for row in 0..<count { distress[row] = Double(distressFlags[row]) }
    let (skill, skillLevels) = (column(.skill), population.skill[block.members])
    let (femaleHead, minority, traits) = (column(.femaleHead), column(.minority), population.traits[block.members])
    for row in 0..<count { skill[row] = roundToFeatureGrid(Double(skillLevels[row]) * (1.0 / 3)) }
    for row in 0..<count { femaleHead[row] = traits[row].contains(.femaleHead) ? 1 : 0 }
    for row in 0..<count { minority[row] = traits[row].contains(.minority) ? 1 : 0 }
    let (awareness, coaching) = (column(.awareness), column(.coaching))
    let (awarenessStock, coachingStock) = (population.awareness[block.members], population.coaching[block.members])
    for row in 0..<count { awareness[row] = roundToFeatureGrid(Double(awarenessStock[row])) }
    for row in 0..<count { coaching[row] = roundToFeatureGrid(Double(coachingStock[row])) }
  }

  private typealias Features = UnsafeMutableBufferPointer<Double>

  private func packMoney(
    _ population: Population, _ block: Block, wealth: Features, debt: Features
  ) {
    let (need, assets) = (population.need[block.members], population.assets[block.members])
    let (debts, wealthUnits) = (population.debt[block.members], population.wealth[block.members])
    for row in 0..<wealth.count {
      wealth[row] = roundToFeatureGrid(binaryLogarithm(1 + assets[row] / need[row]))
    }
    for row in 0..<wealth.count {
      wealthUnits[row] = Int16(truncatingIfNeeded: Int32(wealth[row] * 1024))
      wealth[row] = min(6, wealth[row])
    }
    for row in 0..<debt.count { debt[row] = roundToFeatureGrid(min(4, debts[row] / need[row])) }
  }

  private func packSettlements(_ population: Population, _ block: Block, _ column: (Feature) -> Features) {
    let (peers, models, power) = (column(.connectedPeers), column(.roleModels), column(.patronPower))
    for settlement in block.groups {
      let rows = block.rows(of: population.geography.members(ofSettlement: settlement))
      peers[rows].update(repeating: roundToFeatureGrid(population.connectedPeers[settlement]))
      models[rows].update(repeating: roundToFeatureGrid(population.roleModels[settlement]))
      power[rows].update(repeating: roundToFeatureGrid(population.patronPower[settlement]))
    }
  }

  /// Writes the twelve columns that say at which level a household is in each dimension, and the trap.
  private func packLevels(_ population: Population, _ block: Block, _ levels: Features, trap: Features) {
    let state = population.state[block.members]
    let count = state.count
    levels.update(repeating: 0)
    for row in 0..<count {
      let state = state[row]
      levels[row + count * state.economic] = 1
      levels[row + count * (4 + state.social)] = 1
      levels[row + count * (8 + state.political)] = 1
      trap[row] = state.isTrapped ? 1 : 0
    }
  }
}
