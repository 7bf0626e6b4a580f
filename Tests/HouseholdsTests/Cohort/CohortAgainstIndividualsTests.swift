import ExactMath
import Testing

@testable import Households

/// Projected shares of the 64 joint states, held against households that are simulated one by one with their money and
/// neighbours frozen.
///
/// Each of the 64 counts at quarters 1, 4, 20 and 40 must be within four binomial standard errors of what is expected,
/// the standard error of a sum of households that differ being the root of the sum of p (1 - p). Where fewer than 25
/// households are expected, and counts are far from normal, four standard errors stand for their normal probability: the
/// Poisson probability of a count so far away must not be below 3.17e-5. Seeds are fixed; of 256 counts in each test a
/// sound model fails once in some 60 seeds.
@Suite struct CohortAgainstIndividualsTests {
  private static let quarters = [1, 4, 20, 40]
  private static let tail = 3.17e-5

  /// Sums of the shares of households by state, and of share times what is missing to 1.
  private struct Expectation {
    var counts = [Double](repeating: 0, count: 64)
    var variances = [Double](repeating: 0, count: 64)

    mutating func add(_ shares: [Double]) {
      for state in 0..<64 {
        counts[state] += shares[state]
        variances[state] += shares[state] * (1 - shares[state])
      }
    }
  }

  /// The chance of a Poisson count at least so far to its side of the mean.
  private static func poissonTail(_ count: Int, mean: Double) -> Double {
    var (term, below) = (exponential(-mean), 0.0)
    for number in 0..<count {
      below += term
      term *= mean / Double(number + 1)
    }
    return min(1 - below, below + term)
  }

  private static func expectAgreement(_ counts: [Int], _ expected: Expectation, runs: Int, quarter: Int) {
    for state in 0..<64 {
      let mean = Double(runs) * expected.counts[state]
      let deviation = (Double(runs) * expected.variances[state]).squareRoot()
      let difference = (Double(counts[state]) - mean).magnitude
      let note: Comment = "state \(state), quarter \(quarter): \(counts[state]) for \(mean), error \(deviation)"
      if mean >= 25 {
        #expect(difference <= 4 * deviation, note)
      } else if mean < 1e-9 {
        #expect(counts[state] == 0, note)
      } else {
        #expect(poissonTail(counts[state], mean: mean) >= tail, note)
      }
    }
  }

  @Test("a whole settled population of many profiles moves as its cohort")
  func population() throws {
    let scenario = Scenario.small(households: 1500, years: 10)
    let settled = try scenario.model().settled(replication: 1)
    let cohort = Cohort(settled, parameters: scenario.parameters, options: CohortOptions(classes: settled.households))
    let rows = CohortRows(cohort, kernel: CohortKernel(scenario.parameters.dependency), strands: 1)
    let runs = 40
    let counts = FrozenPopulation(settled, parameters: scenario.parameters)
      .counts(at: Self.quarters, seed: 41, runs: runs, threads: 2)
    #expect(cohort.classCount > 1400)
    for quarter in 1...40 {
      rows.advance()
      guard let position = Self.quarters.firstIndex(of: quarter) else { continue }
      var expected = Expectation()
      for index in 0..<cohort.classCount {
        var states = [Double](repeating: 0, count: 64)
        CohortMasses.addStates(rows.masses(ofRow: index), to: &states)
        let shares = states.map { $0 / cohort.householdsOfClass[index] }
        for _ in cohort.classes.members(of: index) { expected.add(shares) }
      }
      #expect((expected.counts.reduce(0, +) - Double(settled.households)).magnitude < 1e-6)
      Self.expectAgreement(counts[position], expected, runs: runs, quarter: quarter)
    }
  }

  @Test("copies of single households move as the cohort of their profile", arguments: [3, 700, 1400])
  func profiles(household: Int) throws {
    let scenario = Scenario.small(households: 1500, years: 10)
    let settled = try scenario.model().settled(replication: 1)
    let frozen = FrozenHouseholds(
      copiesOf: household, in: settled, count: 40_000, parameters: scenario.parameters)
    let cohort = Cohort(frozen.population, parameters: scenario.parameters)
    #expect(cohort.classCount == 1)
    let projection = CohortProjection(scenario, from: cohort)
    let counts = frozen.counts(at: Self.quarters, seed: 77, threads: 2)
    for quarter in 1...40 {
      projection.advance()
      guard let position = Self.quarters.firstIndex(of: quarter) else { continue }
      var expected = Expectation()
      let total = cohort.householdsOfClass[0]
      let shares = projection.states.map { $0 / total }
      expected.counts = shares.map { $0 * 40_000 }
      expected.variances = shares.map { $0 * (1 - $0) * 40_000 }
      Self.expectAgreement(counts[position], expected, runs: 1, quarter: quarter)
    }
  }
}
