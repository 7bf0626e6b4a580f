import Experiments
import ExactMath
import Randomness
import Statistics
import Testing

/// How often the 95% intervals of a share, a rare share and a duration include what is true, on the scale of each.
///
/// Each of 4,000 small experiments has ten replications of some households; the standard error of a coverage is 0.3
/// points. Everything is seeded, so the shares are always the same.
@Suite("Coverage of intervals of shares and durations", .enabled(if: Verification.isWanted, Verification.reason))
struct ScaleCoverageVerification {
  private static let experiments = 4000
  private static let replications = 10
  private static let wanted = 0.925...0.975

  /// The share of experiments whose interval includes the truth, and of those that the plain interval would.
  private func coverage(
    of truth: Double, range: ValueRange, households: Int,
    _ value: (_ luck: RandomWords, _ shared: RandomWords) -> Double
  ) -> (onItsScale: Double, plain: Double) {
    var hits = (onItsScale: 0, plain: 0)
    for experiment in 0..<Self.experiments {
      let stream = RandomStream(seed: 1, replication: UInt32(experiment))
      let moments = RunningMoments(
        (0..<Self.replications).map { replication in
          let shared = stream.draw(entity: UInt32(replication), quarter: -1, purpose: Purpose(rawValue: 1))
          return (0..<households).reduce(0) { sum, household in
            let luck = stream.draw(
              entity: UInt32(replication), quarter: Int32(household), purpose: Purpose(rawValue: 2))
            return sum + value(luck, shared)
          } / Double(households)
        })
      func includes(_ estimate: Estimate) -> Int { estimate.low <= truth && truth <= estimate.high ? 1 : 0 }
      hits.onItsScale += includes(Estimate(moments, range: range))
      hits.plain += includes(Estimate(moments))
    }
    return (Double(hits.onItsScale) / Double(Self.experiments), Double(hits.plain) / Double(Self.experiments))
  }

  @Test("a share of households, each with luck of its own")
  func share() {
    let found = coverage(of: 0.3, range: .share, households: 200) { luck, _ in luck.uniform0 < 0.3 ? 1 : 0 }
    print("coverage of a share: \(found)")
    #expect(Self.wanted.contains(found.onItsScale), "\(found)")
  }

  @Test("a share of households that share the luck of their replication")
  func sharedLuck() {
    // A replication is good or bad, with shares of 0.2 and 0.5.
    let found = coverage(of: 0.35, range: .share, households: 200) { luck, shared in
      luck.uniform0 < (shared.uniform0 < 0.5 ? 0.2 : 0.5) ? 1 : 0
    }
    print("coverage of a share with common luck: \(found)")
    #expect(Self.wanted.contains(found.onItsScale), "\(found)")
  }

  @Test("a rare share, of two households in a thousand, and a rarer one that is often 0", arguments: [0.002, 0.0005])
  func rareShare(truth: Double) {
    let found = coverage(of: truth, range: .share, households: 500) { luck, _ in luck.uniform0 < truth ? 1 : 0 }
    print("coverage of a share of \(truth): \(found)")
    #expect(Self.wanted.contains(found.onItsScale), "\(found)")
  }

  @Test("a duration, the mean of a few exponential ones, of forty quarters")
  func duration() {
    let found = coverage(of: 40, range: .notNegative, households: 5) { luck, _ in
      -40 * naturalLogarithm(1 - luck.uniform0)
    }
    print("coverage of a duration: \(found)")
    #expect(Self.wanted.contains(found.onItsScale), "\(found)")
  }
}
