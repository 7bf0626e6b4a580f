internal import ExactMath

/// The means, variances and covariances of several quantities observed together, taken in one observation at a time.
///
///     m_n = m_n-1 + (x_n - m_n-1) / n,  S_n = S_n-1 + (x_n - m_n-1)(x_n - m_n)',  covariance = S_n / (n - 1)
///
/// As in ``RunningMoments``, deviations are summed and not values. NaN in a quantity makes its results NaN. Means and
/// deviations that are rounding alone beside the values are 0, by ``RoundingTolerance``; where the values are
/// differences, beside the figures that they are differences of.
///
/// Source: Welford 1962, doi:10.1080/00401706.1962.10490022.
public struct JointMoments: Hashable, Sendable {
  /// The number of quantities.
  public private(set) var dimension: Int
  /// The number of observations.
  public private(set) var count = 0
  private var runningMeans: [Double]
  /// The largest magnitude of each quantity, or of the figures that it is a difference of: what rounding is beside.
  public private(set) var magnitudes: [Double]
  /// Sums of products of deviations, the lower triangle row by row.
  private var products: [Double]

  /// The moments of an empty sample.
  ///
  /// - Parameter dimension: The number of quantities, at least 0.
  /// - Complexity: O(dimension^2) of memory, whatever the number of observations.
  public init(dimension: Int) {
    self.dimension = dimension
    runningMeans = Array(repeating: 0, count: dimension)
    magnitudes = runningMeans
    products = Array(repeating: 0, count: dimension * (dimension + 1) / 2)
  }

  /// Takes in one observation.
  ///
  /// - Parameters:
  ///   - values: A value of each quantity, each in its unit.
  ///   - figures: Magnitudes of the figures that the values are differences of, one for each; none where they are not.
  /// - Precondition: There are as many values as quantities, and as many figures if there are any.
  /// - Complexity: O(dimension^2).
  public mutating func add(_ values: [Double], differencesOf figures: [Double] = []) {
    precondition(values.count == dimension, "an observation has a value of each quantity")
    precondition(figures.isEmpty || figures.count == dimension, "each quantity has its figures")
    count += 1
    for quantity in values.indices {
      let magnitude = figures.isEmpty ? values[quantity].magnitude : figures[quantity]
      magnitudes[quantity] = max(magnitudes[quantity], magnitude)
    }
    let deviations = zip(values, runningMeans).map { $0 - $1 }
    for (quantity, deviation) in deviations.enumerated() { runningMeans[quantity] += deviation / Double(count) }
    var position = 0
    for row in 0..<dimension {
      let after = values[row] - runningMeans[row]
      for column in 0...row {
        products[position] += deviations[column] * after
        position += 1
      }
    }
  }

  // MARK: - Results

  /// The mean of a quantity; NaN if there are no observations.
  ///
  /// - Parameter quantity: Its index.
  /// - Returns: The mean.
  /// - Complexity: O(1).
  public func mean(_ quantity: Int) -> Double {
    guard count > 0 else { return .nan }
    let mean = runningMeans[quantity]
    return RoundingTolerance.isNothing(mean, beside: magnitudes[quantity]) ? 0 : mean
  }

  /// The difference of the means of two quantities; NaN if there are no observations.
  ///
  /// - Parameters:
  ///   - first: The index of a quantity.
  ///   - second: The index of the one that is taken away.
  /// - Returns: The difference.
  /// - Complexity: O(1).
  public func differenceOfMeans(_ first: Int, _ second: Int) -> Double {
    let difference = mean(first) - mean(second)
    return RoundingTolerance.isNothing(difference, beside: max(magnitudes[first], magnitudes[second])) ? 0 : difference
  }

  /// The variance of the mean of a quantity; NaN with fewer than two observations.
  ///
  /// - Parameter quantity: Its index.
  /// - Returns: The variance, 0 where the quantity was always the same.
  /// - Complexity: O(1).
  public func varianceOfMean(_ quantity: Int) -> Double {
    settled(covarianceOfMeans(quantity, quantity), beside: magnitudes[quantity])
  }

  /// The covariance of the means of two quantities, with divisor n (n - 1); NaN with fewer than two observations.
  ///
  /// - Parameters:
  ///   - first: The index of a quantity.
  ///   - second: The index of another.
  /// - Returns: The covariance.
  /// - Complexity: O(1).
  public func covarianceOfMeans(_ first: Int, _ second: Int) -> Double {
    guard count > 1 else { return .nan }
    let (row, column) = (max(first, second), min(first, second))
    return products[row * (row + 1) / 2 + column] / (Double(count) * Double(count - 1))
  }

  /// The variance of the difference of the means of two quantities; NaN with fewer than two observations.
  ///
  /// - Parameters:
  ///   - first: The index of a quantity.
  ///   - second: The index of the one that is taken away.
  /// - Returns: The variance, 0 where the two were always equal; NaN where either was NaN.
  /// - Complexity: O(1).
  public func varianceOfDifference(_ first: Int, _ second: Int) -> Double {
    let variance =
      covarianceOfMeans(first, first) + covarianceOfMeans(second, second) - 2 * covarianceOfMeans(first, second)
    return settled(variance, beside: max(magnitudes[first], magnitudes[second]))
  }

  /// A variance, 0 where its root is rounding alone or rounding has brought it below; NaN stays NaN.
  private func settled(_ variance: Double, beside magnitude: Double) -> Double {
    let least = RoundingTolerance.share * magnitude
    return variance < least * least ? 0 : variance
  }
}

extension JointMoments: Archivable {
  /// The moments of no quantities.
  public init() { self.init(dimension: 0) }

  /// Passes all sums.
  public mutating func pass(through archive: inout StateArchive) throws(StateArchive.Fault) {
    try archive.pass(&dimension)
    try archive.pass(count: &count)
    try archive.pass(&runningMeans)
    try archive.pass(&magnitudes)
    try archive.pass(&products)
    try archive.require(
      runningMeans.count == dimension && magnitudes.count == dimension
        && products.count == dimension * (dimension + 1) / 2)
  }
}
