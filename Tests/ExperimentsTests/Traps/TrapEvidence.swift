import Randomness

@testable import Experiments
@testable import Households

/// Moves made up for tests of traps.
enum TrapEvidence {
  /// The 4,096 counts of some moves, by the indices of joint states.
  static func moves(_ counts: [(from: Int, to: Int, count: Double)]) -> [Double] {
    var moves = [Double](repeating: 0, count: 4096)
    for (from, to, count) in counts { moves[to + 64 * from] += count }
    return moves
  }

  /// The worst state and the best, with the chances of moving from one to the other.
  static func inAndOut(entering: Double, relapsing: Double) -> [Double] {
    moves([(0, 63, entering), (0, 0, 1 - entering), (63, 0, relapsing), (63, 63, 1 - relapsing)])
  }

  /// The exact matrix of a household without anything.
  static let poorProfile: TransitionMatrix = {
    var features = [Double](repeating: 0, count: Feature.count)
    features[Feature.wealth.rawValue] = 0.5
    features[Feature.patronPower.rawValue] = 0.3
    return TransitionKernel(DependencyParameters()).matrix(of: DependencyProfile(features: features))
  }()

  /// Counts of replications: the profile's chances from every state, with drawn noise.
  static func replications(_ count: Int, seed: UInt64) -> [[Double]] {
    (1...count).map { replication in
      let stream = RandomStream(seed: seed, replication: UInt32(replication))
      var moves = [Double](repeating: 0, count: 4096)
      for from in 0..<64 {
        for to in 0..<64 where poorProfile[from, to] > 0 {
          let luck = stream.draw(entity: UInt32(from), quarter: Int32(to), purpose: Purpose(rawValue: 1)).uniform0
          moves[to + 64 * from] = 1000 * poorProfile[from, to] * (0.9 + 0.2 * luck)
        }
      }
      return moves
    }
  }
}
