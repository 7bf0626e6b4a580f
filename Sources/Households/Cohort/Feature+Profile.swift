import Randomness
import Simulation

extension Feature {
  /// The features that do not follow from the state of a household, in their order.
  static let ofProfile = allCases.filter { $0.rawValue >= Feature.wealth.rawValue && $0 != .trap }

  /// Position among `ofProfile`.
  /// - Precondition: the feature does not follow from the state.
  var profileIndex: Int { rawValue - Feature.wealth.rawValue - (rawValue > Feature.trap.rawValue ? 1 : 0) }
}

extension Population {
  /// The features of all households that do not follow from their states, as the dependency process packs them.
  ///
  /// Complexity: O(households), with allocation.
  ///
  /// - Parameter parameters: the rules of the scenario, for the works that count as 1.
  /// - Returns: `household + households * feature`, the features by their position among `Feature.ofProfile`.
  func profileFeatures(_ parameters: Parameters) -> [Double] {
    let blocks = Block.partition(groupStarts: geography.settlementStarts, size: 1)
    let world = World(population: self, blocks: blocks, team: WorkerTeam(count: 1))
    let workspace = world.workspaces[0]
    let dependency = Dependency(
      parameters: parameters.dependency, worksLimit: parameters.programmes.worksLimit,
      stream: RandomStream(seed: 0, replication: 0))
    var features = [Double](repeating: 0, count: households * Feature.ofProfile.count)
    for block in blocks {
      // Packing notes wealth for the score, which is not to change here.
      let wealthUnits = Array(wealth[block.members])
      dependency.packFeatures(self, block, workspace)
      dependency.packOrganisations(self, block, workspace)
      _ = wealth[block.members].update(fromContentsOf: wealthUnits)
      for (index, feature) in Feature.ofProfile.enumerated() {
        for (row, household) in block.members.enumerated() {
          features[household + households * index] = workspace.features[row + block.members.count * feature.rawValue]
        }
      }
    }
    return features
  }
}
