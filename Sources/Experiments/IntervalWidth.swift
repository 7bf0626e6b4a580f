internal import Statistics
internal import Synchronization

/// How many standard errors a 95% interval reaches to each side of a mean.
enum IntervalWidth {
  private struct Key: Hashable {
    let replications, intervals: Int
  }

  // Summaries ask for the same few factors hundreds of thousands of times, and each takes an iteration to find.
  private static let known = Mutex<[Key: Double]>([:])

  /// Student's quantile with one degree of freedom less than replications; NaN with fewer than two.
  ///
  /// Several intervals cover all their truths together with 95% where each misses its own with a part of 5%.
  ///
  /// Source: Dunn, O. J. (1961), Multiple comparisons among means, doi:10.1080/01621459.1961.10482090.
  static func factor(replications: Int, intervals: Int = 1) -> Double {
    guard replications > 1 else { return .nan }
    let key = Key(replications: replications, intervals: intervals)
    return known.withLock { known in
      if let factor = known[key] { return factor }
      let factor = studentQuantile(probability: 1 - 0.025 / Double(intervals), degreesOfFreedom: replications - 1)
      known[key] = factor
      return factor
    }
  }
}
