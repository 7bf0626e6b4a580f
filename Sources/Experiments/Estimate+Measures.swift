internal import Households
internal import Statistics

extension Estimate {
  /// Sums up measures of the same households, such as those of a group at one time.
  ///
  /// A share that was the same in all replications rests on no error of its own. It gets the effective sample size
  /// `p (1 - p) / se^2` of that share of the same households which is known least well: so many independent households
  /// would have its error. That is never fewer than replications, less one, and takes the households of a replication
  /// to be no more alike in the one than in the other. Where no share varies it is what is known from other measures of
  /// the same households, or else a replication counts as one household. How many `households` there are in all is
  /// taken where no measure tells.
  ///
  /// Source: Kish 1965, Survey Sampling, 14.1 (design effects carried over between variables of a sample); Korn and
  /// Graubard 1998, Survey Methodology 24(2), 193-201.
  /// - Complexity: O(measures).
  static func together(
    _ moments: some RandomAccessCollection<RunningMoments>, ranges: [Measure.Range], households: Double? = nil,
    known: @autoclosure () -> Double? = nil
  ) -> [Estimate] {
    let households = Self.households(moments, ranges) ?? households
    let least = leastEffectiveNumber(moments, ranges, households: households) ?? known()
    return zip(moments, ranges).map {
      Estimate($0, range: $1.values(households: households), effectiveNumber: least)
    }
  }

  /// How many households there are in all, as their measures tell; nil where none does.
  static func households(
    _ moments: some RandomAccessCollection<RunningMoments>, _ ranges: [Measure.Range]
  ) -> Double? { zip(moments, ranges).first { $1 == .households && $0.mean > 0 }?.0.mean }

  /// The effective sample size of the share that is known least well; nil where none varies.
  static func leastEffectiveNumber(
    _ moments: some RandomAccessCollection<RunningMoments>, _ ranges: [Measure.Range], households: Double?
  ) -> Double? {
    zip(moments, ranges).compactMap { moments, range in
      moments.count > 1
        ? range.values(households: households).effectiveNumber(of: moments.mean, standardError: moments.standardError)
        : nil
    }.min()
  }

  /// Sums up the same measures of one set of households after the other, `measure + ranges.count * set`, as `together`
  /// does.
  /// - Complexity: O(moments).
  static func setBySet(
    _ moments: [RunningMoments], ranges: [Measure.Range], households: Double? = nil,
    known: (_ set: Int) -> Double? = { _ in nil }
  ) -> [Estimate] {
    guard !ranges.isEmpty else { return [] }
    return (0..<moments.count / ranges.count).flatMap { set in
      together(
        moments[set * ranges.count..<(set + 1) * ranges.count], ranges: ranges, households: households,
        known: known(set))
    }
  }
}
