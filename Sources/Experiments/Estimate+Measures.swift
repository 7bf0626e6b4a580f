internal import Households
internal import Statistics

extension Estimate {
  /// Sums up measures of the same households, such as those of a group at one time.
  ///
  /// A share that was 0 or 1 in all replications rests on no error of its own. It gets the effective sample size
  /// `p (1 - p) / se^2` of that share of the same households which is known least well: so many independent households
  /// would have its error. That is never fewer than replications, less one, and takes the households of a replication to
  /// be no more alike in the one than in the other. Where no share varies a replication counts as one household.
  ///
  /// Source: Kish 1965, Survey Sampling, 14.1 (design effects carried over between variables of a sample); Korn and Graubard
  /// 1998, Survey Methodology 24(2), 193-201.
  /// - Parameters:
  ///   - moments: of each measure the replications in which it was defined.
  ///   - ranges: what values each can take.
  ///   - households: how many there are in all, where no measure tells; nil where that is not known.
  /// - Returns: an estimate of each measure.
  /// - Complexity: O(measures).
  static func together(
    _ moments: some RandomAccessCollection<RunningMoments>, ranges: [Measure.Range], households: Double? = nil
  ) -> [Estimate] {
    let households = zip(moments, ranges).first { $1 == .households && $0.mean > 0 }?.0.mean ?? households
    let values = ranges.map { $0.values(households: households) }
    let numbers = zip(moments, values).compactMap { moments, range in
      moments.count > 1 ? range.effectiveNumber(of: moments.mean, standardError: moments.standardError) : nil
    }
    let least = numbers.min()
    return zip(moments, values).map { Estimate($0, range: $1, effectiveNumber: least) }
  }

  /// Sums up the same measures of one set of households after the other.
  /// - Parameters:
  ///   - moments: of each set each measure, `measure + ranges.count * set`.
  ///   - ranges: what values each measure can take.
  /// - Returns: an estimate of each measure of each set, in the same order.
  /// - Complexity: O(moments).
  static func setBySet(_ moments: [RunningMoments], ranges: [Measure.Range]) -> [Estimate] {
    guard !ranges.isEmpty else { return [] }
    return stride(from: 0, to: moments.count, by: ranges.count).flatMap {
      together(moments[$0..<$0 + ranges.count], ranges: ranges)
    }
  }
}
