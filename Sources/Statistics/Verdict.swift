/// What the interval of a difference tells of it.
public enum Verdict: Hashable, Sendable {
  /// It is above 0, beyond what chance explains.
  case higher
  /// It is below 0, beyond what chance explains.
  case lower
  /// It is 0 in every replication.
  case equal
  /// Its interval includes 0, or there are too few replications for a verdict.
  case undecided
  /// There is no interval.
  case unknown

  /// Judges a difference.
  /// - Parameters:
  ///   - low: the lower end of its interval; NaN where there is none.
  ///   - high: the upper end.
  ///   - replications: those in which it was defined.
  public init(low: Double, high: Double, replications: Int) {
    if !low.isFinite || !high.isFinite {
      self = .unknown
    } else if low == 0, high == 0 {
      self = .equal
    } else if !EnoughReplications.isReached(by: replications) || (low <= 0 && high >= 0) {
      self = .undecided
    } else {
      self = low > 0 ? .higher : .lower
    }
  }

  /// Whether it tells the difference from none.
  public var isTold: Bool { self == .higher || self == .lower }
}
