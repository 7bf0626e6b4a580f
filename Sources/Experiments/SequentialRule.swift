internal import Statistics

/// Decides after each replication, in their order, whether an experiment is precise enough.
///
///     N1 = max(n0, ceil((t(n0 - 1) s(n0) / d)^2));  go on until n >= N1 and t(n - 1) s(n) / sqrt n <= d
///
/// with the pilot `n0`, the half width wanted `d`, the standard deviation `s(n)` of the first `n` replications and
/// Student's 97.5% quantile `t`. Of several estimands each has to meet the condition; at the maximum the rule gives up.
///
/// Why it is valid: for independent normal replications the mean of the first `n` is independent of all variances seen
/// until then, which alone decide when to stop. A rule that never stops before Stein's number `N1` therefore has an
/// interval `mean +- d` that covers the truth with 95% or more, whatever the variance is. Of a mean whose interval is on
/// another scale, `t(n - 1) s(n) / sqrt n` is the distance of its farther end from the mean. That holds for `mean +- d`;
/// the interval that is printed lies within it. A stop at the maximum is covered by nothing but that interval.
///
/// Source: Stein 1945, doi:10.1214/aoms/1177731088; the second condition as in Chow and Robbins 1965,
/// doi:10.1214/aoms/1177700156.
struct SequentialRule: Sendable {
  let goal: Precision
  /// Replications seen so far.
  private(set) var replications = 0
  /// Stein's number, once the pilot is complete.
  private(set) var required: Int?
  private let range: ValueRange
  private var estimands: [RunningMoments]

  /// Creates a rule by which so many quantities, at least 1, have to be that precise.
  init(_ goal: Precision, range: ValueRange = .anyNumber, estimands: Int) {
    self.goal = goal
    self.range = range
    self.estimands = Array(repeating: RunningMoments(), count: estimands)
  }

  /// Takes in a value of each estimand of the next replication; one that is undefined (NaN) does not count for it.
  mutating func add(_ values: [Double]) {
    replications += 1
    estimands.add(values)
    if replications == goal.pilot { required = steinNumber }
  }

  /// Passes what has been seen; the goal is the caller's.
  mutating func pass(through archive: inout StateArchive) throws(StateArchive.Fault) {
    let count = estimands.count
    try archive.pass(count: &replications)
    try archive.pass(&estimands)
    try archive.require(estimands.count == count)
    var number = required ?? 0
    try archive.pass(&number)
    required = number == 0 ? nil : number
  }

  /// How far from its mean the widest interval reaches; NaN while one has fewer than two values.
  var halfWidth: Double {
    estimands.reduce(0) { widest, moments in
      let estimate = Estimate(moments, range: range)
      let width = max(estimate.high - estimate.mean, estimate.mean - estimate.low)
      return widest.isNaN || width.isNaN ? .nan : max(widest, width)
    }
  }

  /// Whether every estimand is as precise as wanted.
  var isPrecise: Bool {
    guard let required else { return false }
    return estimands.allSatisfy { $0.count >= required } && halfWidth <= goal.halfWidth
  }

  /// Whether no replication is to follow.
  var isFinished: Bool { isPrecise || replications >= goal.maximum }

  /// How many replications there will be, as far as can be told.
  var expected: Int { isFinished ? replications : min(goal.maximum, max(required ?? goal.pilot, replications + 1)) }

  /// What has become of the goal.
  var outcome: PrecisionOutcome { PrecisionOutcome(goal: goal, halfWidth: halfWidth, isMet: isPrecise) }

  private var steinNumber: Int {
    estimands.reduce(goal.pilot) { largest, moments in
      let root = IntervalWidth.factor(replications: moments.count) * moments.standardDeviation / goal.halfWidth
      let number = (root * root).rounded(.up)
      // An estimand that the pilot does not define, or one beyond all bounds, is left to the maximum.
      return max(largest, number < Double(goal.maximum) ? Int(number) : goal.maximum)
    }
  }
}
