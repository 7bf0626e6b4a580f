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
    Self.packLevels(population.state[block.members], workspace.features[0..<12 * count], trap: column(.trap))
    let (surplus, distress) = (column(.surplus), column(.distress))
    let (surplusUnits, distressFlags) = (population.surplus[block.members], population.distress[block.members])
    for row in 0..<count { surplus[row] = Double(surplusUnits[row]) * (1 / 1024) }
    for row in 0..<count { distress[row] = distressFlags[row] == 0 ? 0 : 1 }
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

  /// Writes the columns of what organisations, their federations, works and the patron's answer do to members.
  func packOrganisations(_ population: Population, _ block: Block, _ workspace: Workspace) {
    let count = block.members.count
    let column = { (feature: Feature) in
      workspace.features[feature.rawValue * count..<(feature.rawValue + 1) * count]
    }
    let (maturity, tier, retaliation) = (column(.organisationMaturity), column(.tier), column(.retaliation))
    let (geography, communities) = (population.geography, population.communities)
    for settlement in block.groups {
      let rows = block.rows(of: geography.members(ofSettlement: settlement))
      let works = worksLimit > 0 ? min(1, Double(communities.works[settlement]) / worksLimit) : 0
      column(.works)[rows].update(repeating: roundToFeatureGrid(works))
      let isRetaliating = communities.stance[settlement] == .retaliating
      for neighbourhood in geography.neighbourhoods(ofSettlement: settlement) {
        let rows = block.rows(of: geography.members(ofNeighbourhood: neighbourhood))
        let isFelt = isRetaliating && communities.stage[neighbourhood] == .active
        maturity[rows].update(
          repeating: roundToFeatureGrid(communities.activeMaturity(ofNeighbourhood: neighbourhood)))
        tier[rows].update(repeating: roundToFeatureGrid(communities.tier[neighbourhood]))
        retaliation[rows].update(repeating: isFelt ? 1 : 0)
      }
    }
    let standing = population.standing[block.members]
    for row in 0..<count {
      let isMember = Double(standing[row].index(of: .member))
      maturity[row] *= isMember
      tier[row] *= isMember
      retaliation[row] *= isMember
    }
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
  static func packLevels(
    _ state: UnsafeMutableBufferPointer<DependencyState>, _ levels: UnsafeMutableBufferPointer<Double>,
    trap: UnsafeMutableBufferPointer<Double>
  ) {
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

extension Population {
  /// The neighbourhoods of a block.
  func neighbourhoods(of block: Block) -> Range<Int> {
    let starts = geography.settlementNeighbourhoodStarts
    return starts[block.groups.lowerBound]..<starts[block.groups.upperBound]
  }

  /// Whether any feature of organisations can differ from 0 in a block.
  func hasOrganisations(in block: Block) -> Bool {
    block.groups.contains { communities.works[$0] > 0 }
      || neighbourhoods(of: block).contains { communities.stage[$0] == .active || communities.tier[$0] > 0 }
  }
}
