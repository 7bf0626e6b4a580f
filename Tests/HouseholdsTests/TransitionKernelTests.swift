import ExactMath
import Simulation
import Testing

@testable import Households

/// The moves of a quarter as a Markov chain, held against a matrix worked out term by term and against simulation.
@Suite struct TransitionKernelTests {
  /// The profile of the households of `FrozenLedgerTests`.
  private static var profile: DependencyProfile {
    let population = FrozenLedgerTests.identicalHouseholds(state: 0)
    return population.profiles(of: [7], parameters: Parameters())[0]
  }

  @Test("the matrix is that of the slow reference, up to the single precision of odds")
  func reference() {
    // The engine's coefficients are on their grid, the reference takes them as they come.
    var parameters = DependencyParameters()
    parameters.coefficients = parameters.coefficients.map(roundToCoefficientGrid)
    let expected = FrozenLedgerTests.transitionMatrix(parameters)
    let matrix = TransitionKernel(DependencyParameters()).matrix(of: Self.profile)
    for from in 0..<64 {
      for to in 0..<64 {
        #expect((matrix[from, to] - expected[from][to]).magnitude < 1e-6, "\(from) to \(to)")
        #expect((matrix[from, to] == 0) == (expected[from][to] == 0), "\(from) to \(to)")
      }
    }
  }

  @Test("a profile holds what the household's moves depend on, and nothing of its levels")
  func features() {
    let features = Self.profile.features
    let expected: [Feature: Double] = [
      .wealth: 1, .surplus: 0.25, .skill: 341.0 / 1024, .connectedPeers: 0.375, .roleModels: 0.125,
      .patronPower: 0.25, .awareness: 0.5, .coaching: 0.25,
    ]
    for feature in Feature.allCases { #expect(features[feature.rawValue] == expected[feature] ?? 0, "\(feature)") }
    #expect(DependencyProfile(features: features) == Self.profile)
    #expect(DependencyProfile(features: Array(repeating: 1, count: Feature.count)).features[0] == 0)
  }

  @Test("members of an organisation have its maturity, tier, works and the patron's answer in their profile")
  func organisations() {
    let population = FrozenLedgerTests.identicalHouseholds(state: 0)
    population.standing[25].insert(.member)
    population.communities.stage[1] = .active
    population.communities.maturity[1] = 0.5
    population.communities.tier[1] = 0.25
    population.communities.works[0] = 1
    population.communities.stance[0] = .retaliating
    let profiles = population.profiles(of: [24, 25], parameters: Parameters())
    let organised: [Feature] = [.organisationMaturity, .tier, .works, .retaliation]
    #expect(organised.map { profiles[1].features[$0.rawValue] } == [0.5, 0.25, 0.25, 1])
    #expect(organised.map { profiles[0].features[$0.rawValue] } == [0, 0, 0.25, 0])
  }

  @Test("taking profiles changes nobody")
  func untouched() throws {
    let settled = try Scenario.small(households: 1000).model().settled(replication: 1)
    settled.assets[7] += 100
    let before = settled.householdStates
    _ = settled.profiles(of: [7, 500], parameters: Parameters())
    #expect(settled.householdStates == before)
  }

  @Test("every row is a distribution, for any household")
  func rows() throws {
    let model = try Scenario.small(households: 1000).model()
    let settled = model.settled(replication: 1)
    let kernel = TransitionKernel(model.baseline.parameters.dependency)
    for profile in settled.profiles(of: Array(stride(from: 0, to: 1000, by: 50)), parameters: Parameters()) {
      let matrix = kernel.matrix(of: profile)
      #expect(matrix.values.allSatisfy { $0 >= 0 && $0 <= 1 })
      #expect(matrix.rowSums.allSatisfy { ($0 - 1).magnitude < 1e-14 })
    }
  }

  @Test("a distribution stays one, and a state with certainty becomes its row")
  func advance() {
    let matrix = TransitionKernel(DependencyParameters()).matrix(of: Self.profile)
    var distribution = (0..<64).map { $0 == 21 ? 1.0 : 0 }
    distribution = matrix.advanced(distribution)
    #expect(distribution == (0..<64).map { matrix[21, $0] })
    for _ in 1..<100 { distribution = matrix.advanced(distribution) }
    #expect((distribution.reduce(0, +) - 1).magnitude < 1e-12)
  }

  @Test("moves off the scale are impossible")
  func edges() {
    let moves = TransitionKernel(DependencyParameters()).moveProbabilities(of: Self.profile)
    for dimension in Dimension.allCases {
      #expect(moves[.down, dimension, 0] == 0)
      #expect(moves[.up, dimension, 63] == 0)
      #expect(moves[.up, dimension, 0] > 0 && moves[.down, dimension, 63] > 0)
    }
  }

  @Test("copies of a member under a retaliating patron have its profile where they live, the first and the last")
  func copiesOfMember() {
    let population = FrozenLedgerTests.identicalHouseholds(state: 21)
    population.standing[25].insert(.member)
    population.communities.stage[1] = .active
    population.communities.maturity[1] = 0.5
    population.communities.tier[1] = 0.25
    population.communities.works[0] = 1
    population.communities.stance[0] = .retaliating
    let original = population.profiles(of: [25], parameters: Parameters())[0]
    let organised: [Feature] = [.organisationMaturity, .tier, .works, .retaliation]
    #expect(organised.map { original.features[$0.rawValue] } == [0.5, 0.25, 0.25, 1])
    let frozen = FrozenHouseholds(copiesOf: 25, in: population, count: 1200, parameters: Parameters())
    #expect(frozen.population.profiles(of: [0, 1199], parameters: Parameters()) == [original, original])
  }

  @Test("the chances worked out term by term are those of the kernel, up to the single precision of odds")
  func termByTerm() {
    let (profile, parameters) = (Self.profile, DependencyParameters())
    let moves = TransitionKernel(parameters).moveProbabilities(of: profile)
    let plain = MoveProbabilities(termByTerm: profile, parameters)
    #expect(zip(moves.values, plain.values).allSatisfy { ($0 - $1).magnitude < 1e-6 })
    #expect(TransitionMatrix(plain).rowSums.allSatisfy { ($0 - 1).magnitude < 1e-14 })
  }

  @Test("copies of a household have its profile and its state, and the same counts on any number of threads")
  func copies() throws {
    let settled = try Scenario.small(households: 1000).model().settled(replication: 1)
    let frozen = FrozenHouseholds(copiesOf: 321, in: settled, count: 1200, parameters: Parameters())
    let original = settled.profiles(of: [321], parameters: Parameters())[0]
    #expect(frozen.profile == original)
    #expect(frozen.population.profiles(of: [0, 1199], parameters: Parameters()) == [original, original])
    #expect(frozen.state == Int(settled.state[321].rawValue))
    let counts = frozen.counts(at: [1, 5], seed: 3)
    #expect(counts.map { $0.reduce(0, +) } == [1200, 1200])
    #expect(counts[0] != counts[1])
    #expect(frozen.counts(at: [1, 5], seed: 3, threads: 2) == counts)
    #expect(frozen.counts(at: [1, 5], seed: 4) != counts)
  }
}
