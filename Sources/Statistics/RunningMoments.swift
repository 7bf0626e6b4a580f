internal import ExactMath

/// The mean and variance of a sample, taken in one value at a time.
///
///     m_n = m_n-1 + (x_n - m_n-1) / n,  s_n = s_n-1 + (x_n - m_n-1)(x_n - m_n),  variance = s_n / (n - 1)
///
/// The squares of deviations are summed, not those of values, so that a small variance about a large mean is kept. NaN
/// among the values makes all results NaN. The last bits depend on the order of the values. A mean that is rounding alone
/// beside the deviations is 0, and so is a deviation beside the mean, by ``RoundingTolerance``.
///
/// Source: Welford 1962, doi:10.1080/00401706.1962.10490022.
public struct RunningMoments: Hashable, Sendable {
  /// The number of values.
  public private(set) var count: Int
  private var runningMean: Double
  private var squaredDeviations: Double

  /// The moments of an empty sample.
  ///
  /// - Complexity: O(1).
  public init() {
    count = 0
    runningMean = 0
    squaredDeviations = 0
  }

  /// The moments of a sample.
  ///
  /// - Parameter values: The sample, in the order in which it is to be taken in.
  /// - Complexity: O(n), no allocation.
  public init(_ values: some Sequence<Double>) {
    self.init()
    for value in values { add(value) }
  }

  /// Takes in one value.
  ///
  /// - Parameter value: The value, in any unit.
  /// - Complexity: O(1).
  public mutating func add(_ value: Double) {
    count += 1
    let deviation = value - runningMean
    runningMean += deviation / Double(count)
    squaredDeviations += deviation * (value - runningMean)
  }

  // MARK: - Results

  /// The mean; NaN if there are no values.
  public var mean: Double {
    guard count > 0 else { return .nan }
    let least = RoundingTolerance.share * RoundingTolerance.share * squaredDeviations / Double(max(1, count - 1))
    return runningMean * runningMean < least ? 0 : runningMean
  }

  /// The sample variance, with divisor n - 1; NaN if there are fewer than two values.
  public var variance: Double {
    guard count > 1 else { return .nan }
    let (variance, least) = (squaredDeviations / Double(count - 1), RoundingTolerance.share * runningMean)
    return variance < least * least ? 0 : variance
  }

  /// The sample standard deviation, the root of the variance; NaN if there are fewer than two values.
  public var standardDeviation: Double { squareRootOfMagnitude(variance) }

  /// The standard error of the mean, standard deviation / sqrt(n); NaN if there are fewer than two values.
  public var standardError: Double { standardDeviation / squareRootOfMagnitude(Double(count)) }
}

extension RunningMoments: Archivable {
  /// Passes the count, and the sums where there are values.
  public mutating func pass(through archive: inout StateArchive) throws(StateArchive.Fault) {
    try archive.pass(count: &count)
    guard count > 0 else { return }
    try archive.pass(&runningMean)
    try archive.pass(&squaredDeviations)
  }
}
