internal import Statistics
internal import Synchronization

/// How many standard errors a 95% interval reaches to each side of a mean.
enum IntervalWidth {
  // Summaries ask for the same few factors hundreds of thousands of times, and each takes an iteration to find.
  private static let known = Mutex<[Int: Double]>([:])

  /// Student's 97.5% quantile with one degree of freedom less than replications; NaN with fewer than two.
  static func factor(replications: Int) -> Double {
    guard replications > 1 else { return .nan }
    return known.withLock { known in
      if let factor = known[replications] { return factor }
      let factor = studentQuantile(probability: 0.975, degreesOfFreedom: replications - 1)
      known[replications] = factor
      return factor
    }
  }
}
