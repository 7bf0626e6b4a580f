import ExactMath
import Randomness
import Simulation

/// What the moves of a household depend on beside its own levels: its other features at one moment.
///
/// While they stay as they are, the household is a Markov chain on the 64 joint states, whose matrix
/// ``TransitionKernel`` gives.
public struct DependencyProfile: Hashable, Sendable {
  /// By `Feature.rawValue`; 0 for the twelve levels and the trap, which follow from the state.
  public let features: [Double]

  /// The features that follow from the state of a household.
  private static let isOfState = Feature.allCases.map { $0.rawValue < Feature.wealth.rawValue || $0 == .trap }

  /// Creates a profile.
  /// - Parameter features: `Feature.count` values by `Feature.rawValue`, rounded to the feature grid of 2^-10; those
  ///   that follow from the state are ignored.
  /// - Precondition: there are `Feature.count` of them, between -8 and 8.
  public init(features: [Double]) {
    precondition(features.count == Feature.count, "a profile has every feature")
    precondition(features.allSatisfy { $0.magnitude <= 8 }, "features are between -8 and 8")
    self.features = zip(features, Self.isOfState).map { $1 ? 0 : roundToFeatureGrid($0) }
  }
}

extension Population {
  /// The profiles of some households as they are now, packed by the dependency process itself.
  ///
  /// Complexity: O(households of their settlements), with allocation.
  ///
  /// - Parameters:
  ///   - households: indices.
  ///   - parameters: the rules of the scenario, for the works that count as 1.
  /// - Returns: a profile for each of them.
  public func profiles(of households: [Int], parameters: Parameters) -> [DependencyProfile] {
    var profiles: [DependencyProfile] = []
    forEachRow(of: households, parameters: parameters) { _, _, features in
      profiles.append(DependencyProfile(features: Array(features)))
    }
    return profiles
  }

  /// Calls a function with the features of some households as they are now, packed by the dependency process itself.
  ///
  /// Complexity: O(households of their settlements) where those of a settlement come one after the other.
  func forEachRow(
    of households: [Int], parameters: Parameters,
    _ body: (_ household: Int, _ settlement: Int, _ features: LazyMapSequence<Range<Int>, Double>) -> Void
  ) {
    // One block for each settlement.
    let blocks = Block.partition(groupStarts: geography.settlementStarts, size: 1)
    let world = World(population: self, blocks: blocks, team: WorkerTeam(count: 1))
    let workspace = world.workspaces[0]
    let dependency = Dependency(
      parameters: parameters.dependency, worksLimit: parameters.programmes.worksLimit,
      stream: RandomStream(seed: 0, replication: 0))
    var packed: Int?
    for household in households {
      let settlement = geography.settlement(ofHousehold: household)
      let block = blocks[settlement]
      if settlement != packed {
        // Packing notes wealth for the score, which is not to change here.
        let wealthUnits = Array(wealth[block.members])
        dependency.packFeatures(self, block, workspace)
        dependency.packOrganisations(self, block, workspace)
        _ = wealth[block.members].update(fromContentsOf: wealthUnits)
        packed = settlement
      }
      let row = household - block.members.lowerBound
      body(household, settlement, (0..<Feature.count).lazy.map { workspace.features[row + block.members.count * $0] })
    }
  }
}
