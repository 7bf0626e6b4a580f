/// Running means, variances and covariance of two quantities observed together (Welford's update).
struct BivariateMoments: Sendable {
  private(set) var count = 0
  private(set) var meanX = 0.0
  private(set) var meanY = 0.0
  private var sumXX = 0.0
  private var sumYY = 0.0
  private var sumXY = 0.0

  /// Adds one pair.
  mutating func add(_ x: Double, _ y: Double) {
    count += 1
    let deviationX = x - meanX
    let deviationY = y - meanY
    meanX += deviationX / Double(count)
    meanY += deviationY / Double(count)
    sumXX += deviationX * (x - meanX)
    sumYY += deviationY * (y - meanY)
    sumXY += deviationX * (y - meanY)
  }

  /// Variance of the mean of x.
  var varianceOfMeanX: Double { sumXX / divisor }
  /// Variance of the mean of y.
  var varianceOfMeanY: Double { sumYY / divisor }
  /// Covariance of the two means.
  var covarianceOfMeans: Double { sumXY / divisor }

  private var divisor: Double { Double(count) * Double(count - 1) }
}
