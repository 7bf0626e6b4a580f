import Experiments
import Households
import Testing

/// How often the 95% intervals of 400 small experiments include a difference that is known.
///
/// Intervals that are right 95% of the time are right in 92.5% to 97.5% of 400 experiments but once in fifty: the
/// standard error of such a share is 1.1 points. Everything is seeded, so the shares are always the same.
@Suite("Coverage of intervals", .enabled(if: Verification.isWanted, Verification.reason))
struct CoverageVerification {
  private static let experiments = 400
  private static let replications = 10
  private static let wanted = 0.925...0.975

  @Test("differences that are normal, drawn by a toy")
  func normal() throws {
    let coverage = try Coverage.of(
      ToyWithKnownDifference(), ToyWithKnownDifference.scenarios, experiments: Self.experiments,
      replications: Self.replications, truth: [ToyWithKnownDifference.difference])
    print(coverage)
    for (measure, share) in coverage.shares { #expect(Self.wanted.contains(share), "\(measure): \(share)") }
  }

  @Test("differences that a grant of assets makes in the model")
  func model() throws {
    let engine = try SmallTown.model()
    let scenarios = [SmallTown.baseline, SmallTown.grants]
    // Many more replications than all experiments have, of other numbers: their error is small against an experiment's.
    let truth = try Coverage.meanDifferences(
      engine, scenarios, replications: 6000, after: Self.experiments * Self.replications)
    let coverage = try Coverage.of(
      engine, scenarios, experiments: Self.experiments, replications: Self.replications, truth: truth)
    print(coverage)
    for (measure, share) in coverage.shares { #expect(Self.wanted.contains(share), "\(measure): \(share)") }
  }
}
