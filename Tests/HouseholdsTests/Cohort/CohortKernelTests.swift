import Randomness
import Simulation
import Testing

@testable import Households

@Suite struct CohortKernelTests {
  /// Profiles all over the grid of features.
  private static func profiles(_ count: Int) -> [DependencyProfile] {
    let stream = RandomStream(seed: 6, replication: 0)
    return (0..<count).map { row in
      DependencyProfile(
        features: Feature.allCases.map { feature in
          stream.draw(entity: UInt32(row), quarter: Int32(feature.rawValue), purpose: .shocks).uniform0 * 4 - 2
        })
    }
  }

  @Test("the probabilities of a tile are those of the transition kernel, bit for bit", arguments: [8, 13])
  func probabilities(rows: Int) {
    let parameters = DependencyParameters()
    let profiles = Self.profiles(rows)
    let kernel = CohortKernel(parameters)
    let features = Column(repeating: 0.0, count: rows * Feature.ofProfile.count)
    for (row, profile) in profiles.enumerated() {
      for (index, feature) in Feature.ofProfile.enumerated() {
        features[row + rows * index] = profile.features[feature.rawValue]
      }
    }
    let logOdds = Column(repeating: 0.0, count: rows * CohortKernel.columns)
    kernel.findLogOdds(rows: rows, features: features, logOdds: logOdds)
    let moves = Column(repeating: 0.0, count: CohortKernel.movesPerRow * CohortRow.lanes)
    let scratch = CohortKernel.Scratch()
    for first in stride(from: 0, to: rows, by: CohortRow.lanes) {
      let tile = first..<min(rows, first + CohortRow.lanes)
      guard let result = moves.elements.baseAddress else { return }
      kernel.findMoves(tile, of: rows, logOdds, into: result, scratch)
      for row in tile {
        let expected = TransitionKernel(parameters).moveProbabilities(of: profiles[row]).values
        let found = (0..<CohortKernel.movesPerRow).map { moves[CohortRow.lanes * $0 + row - first] }
        #expect(found == expected, "row \(row)")
      }
    }
  }

  @Test("every feature that does not follow from the state has a place of its own")
  func places() {
    #expect(Feature.ofProfile.count == Feature.count - 13)
    for (index, feature) in Feature.ofProfile.enumerated() { #expect(feature.profileIndex == index, "\(feature)") }
  }
}
