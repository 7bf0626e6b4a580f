import ExactMath
import Simulation

/// A number in units of the feature grid, 1/1024. Valid for |x| < 32.
@inline(__always)
func featureUnits(_ value: Double) -> Int16 {
  Int16(truncatingIfNeeded: Int(roundToFeatureGrid(value) * 1024))
}

/// The one-hot features of the 64 joint states, `feature + 12 * state`.
private let oneHotLevels: [Double] = (0..<DependencyState.count).flatMap { state in
  let state = DependencyState(rawValue: UInt8(state))
  return [state.economic, state.social, state.political].flatMap { level in
    (0..<4).map { $0 == level ? 1.0 : 0.0 }
  }
}

extension Dependency {
  /// Writes the feature row of every household of a block, and its wealth for the score.
  func packFeatures(_ population: Population, _ block: Block, _ workspace: Workspace) {
    oneHotLevels.withUnsafeBufferPointer { oneHot in
      for settlement in block.groups {
        let peers = roundToFeatureGrid(population.connectedPeers[settlement])
        let models = roundToFeatureGrid(population.roleModels[settlement])
        let power = roundToFeatureGrid(population.patronPower[settlement])
        for household in population.geography.members(ofSettlement: settlement) {
          let features =
            workspace.features.elements.baseAddress.unsafelyUnwrapped
            + (household - block.members.lowerBound) * Feature.count
          let state = population.state.elements[household]
          let levels = oneHot.baseAddress.unsafelyUnwrapped + 12 * Int(state.rawValue)
          for index in 0..<12 { features[index] = levels[index] }
          let need = population.need.elements[household]
          let traits = population.traits.elements[household]
          let wealth = roundToFeatureGrid(binaryLogarithm(1 + population.assets.elements[household] / need))
          population.wealth.elements[household] = Int16(truncatingIfNeeded: Int(wealth * 1024))
          features[Feature.wealth.rawValue] = min(6, wealth)
          features[Feature.debt.rawValue] = roundToFeatureGrid(min(4, population.debt.elements[household] / need))
          features[Feature.surplus.rawValue] = Double(population.surplus.elements[household]) / 1024
          features[Feature.distress.rawValue] = Double(population.distress.elements[household])
          features[Feature.skill.rawValue] = roundToFeatureGrid(Double(population.skill.elements[household]) / 3)
          features[Feature.femaleHead.rawValue] = traits.contains(.femaleHead) ? 1 : 0
          features[Feature.minority.rawValue] = traits.contains(.minority) ? 1 : 0
          features[Feature.connectedPeers.rawValue] = peers
          features[Feature.roleModels.rawValue] = models
          features[Feature.patronPower.rawValue] = power
          features[Feature.awareness.rawValue] =
            roundToFeatureGrid(Double(population.awareness.elements[household]))
          features[Feature.coaching.rawValue] = roundToFeatureGrid(Double(population.coaching.elements[household]))
          features[Feature.trap.rawValue] = state.isTrapped ? 1 : 0
        }
      }
    }
  }
}
