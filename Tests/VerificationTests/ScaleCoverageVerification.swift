import ExactMath
import Households
import Randomness
import Statistics
import Testing

@testable import Experiments

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

  // MARK: - Shares that are summed up together

  /// The share of experiments whose interval of a rare share includes the truth, where it is summed up together with
  /// another share of the same 500 households, from which it borrows its effective number where it is 0.
  private func coverage(
    beside other: (_ luck: Double, _ shared: Double) -> Bool, of truth: Double,
    _ rare: (_ luck: Double, _ shared: Double) -> Bool
  ) -> Double {
    let households = 500
    var hits = 0
    for experiment in 0..<Self.experiments {
      let stream = RandomStream(seed: 2, replication: UInt32(experiment))
      var moments = [RunningMoments(), RunningMoments()]
      for replication in 0..<UInt32(Self.replications) {
        let shared = stream.draw(entity: replication, quarter: -1, purpose: Purpose(rawValue: 1)).uniform0
        var counts = (other: 0, rare: 0)
        for household in 0..<Int32(households) {
          let luck = stream.draw(entity: replication, quarter: household, purpose: Purpose(rawValue: 2))
          counts.other += other(luck.uniform0, shared) ? 1 : 0
          counts.rare += rare(luck.uniform1, shared) ? 1 : 0
        }
        moments[0].add(Double(counts.other) / Double(households))
        moments[1].add(Double(counts.rare) / Double(households))
      }
      let estimate = Estimate.together(moments, ranges: [.share, .share])[1]
      hits += estimate.low <= truth && truth <= estimate.high ? 1 : 0
    }
    return Double(hits) / Double(Self.experiments)
  }

  @Test("a rare share beside a usual one, each household with luck of its own", arguments: [0.002, 0.0005])
  func rareBesideUsual(truth: Double) {
    let found = coverage(beside: { luck, _ in luck < 0.3 }, of: truth) { luck, _ in luck < truth }
    print("coverage of a share of \(truth) beside one of 0.3: \(found)")
    #expect(Self.wanted.contains(found), "\(found)")
  }

  @Test("where the exact interval of 0 is met often, the truth is missed no more often", arguments: [0.0002, 0.0005])
  func sharedLuckTogether(truth: Double) {
    // A replication is good or bad for both shares alike: 0.2 and 0.5, and in the same proportion.
    let found = coverage(beside: { $0 < ($1 < 0.5 ? 0.2 : 0.5) }, of: truth) { luck, shared in
      luck < truth * (shared < 0.5 ? 4 : 10) / 7
    }
    print("coverage of a share of \(truth) that shares its luck with another: \(found)")
    #expect(found >= Self.wanted.lowerBound, "\(found)")
  }

  @Test("what strikes whole replications alone is missed as often as the documentation admits")
  func strikes() {
    // One replication in ten is struck, in ten replications none with 0.9^10 = 35%.
    let found = coverage(beside: { luck, _ in luck < 0.3 }, of: 0.002) { luck, shared in shared < 0.1 && luck < 0.02 }
    print("coverage of a share that strikes replications: \(found)")
    #expect((0.55...0.66).contains(found), "\(found)")
  }
}
