/// Some rows of a weighted sample, from which linearised statistics are made.
///
/// Rows outside keep their place with influence 0, so that the size of a domain counts as estimated, as it is.
struct LinearisedDomain: Sendable {
  /// How many persons each row of the sample stands for, at least 0.
  let weights: [Double]
  /// Whether each row belongs to the domain.
  let isMember: [Bool]

  // MARK: - Statistics

  /// The number of persons, the sum of the weights.
  var size: LinearisedStatistic { total { _ in 1 } }

  /// A weighted total.
  ///
  /// - Parameter value: The value of a person of a row, from its index; asked for members only.
  /// - Returns: The total; its influences are the values.
  /// - Complexity: O(n).
  func total(_ value: (Int) -> Double) -> LinearisedStatistic {
    var (sum, magnitude) = (0.0, 0.0)
    var influences = [Double](repeating: 0, count: weights.count)
    for row in weights.indices where isMember[row] {
      influences[row] = value(row)
      sum += weights[row] * influences[row]
      magnitude += weights[row] * influences[row].magnitude
    }
    return LinearisedStatistic(value: sum, influences: influences, magnitude: magnitude)
  }

  /// A weighted mean, the ratio of a total to the number of persons.
  ///
  /// - Parameter value: The value of a person of a row, from its index; asked for members only.
  /// - Returns: The mean; NaN without weight.
  /// - Complexity: O(n).
  func mean(_ value: (Int) -> Double) -> LinearisedStatistic { total(value) / size }

  /// The sum of the differences between all pairs of persons, each pair counted twice.
  ///
  ///     D = sum over i, j of w_i w_j |x_i - x_j|,  dD / dw_i = 2 sum over j of w_j |x_i - x_j|
  ///
  /// - Parameter values: The values of all rows, sorted upwards or downwards.
  /// - Returns: The sum.
  /// - Precondition: The values are sorted.
  /// - Complexity: O(n).
  ///
  /// Source: Binder and Kovacevic 1995, Survey Methodology 21(2), 137-145, for the Gini coefficient that follows.
  func differencesOfPairs(sortedValues values: [Double]) -> LinearisedStatistic {
    let size = size.value
    let total = total { values[$0] }
    let whole = total.value
    var influences = [Double](repeating: 0, count: weights.count)
    var (weightBefore, valueBefore, sum) = (0.0, 0.0, 0.0)
    var step = 0.0
    var previous: Double?
    for row in weights.indices where isMember[row] {
      let value = values[row]
      if let previous, value != previous {
        precondition(step == 0 || (value > previous) == (step > 0), "the values are sorted")
        step = value - previous
      }
      previous = value
      // Those of equal value add nothing, on whichever side of the row they stand.
      let below = weightBefore * value - valueBefore
      let above = (whole - valueBefore) - (size - weightBefore) * value
      influences[row] = 2 * (below + above)
      sum += weights[row] * (below + above)
      weightBefore += weights[row]
      valueBefore += weights[row] * value
    }
    // Values that fall give each difference the other sign. Pairs add up to the differences of sums as large as these.
    let magnitude = 4 * size * total.magnitude
    return step < 0
      ? LinearisedStatistic(value: -sum, influences: influences.map { -$0 }, magnitude: magnitude)
      : LinearisedStatistic(value: sum, influences: influences, magnitude: magnitude)
  }
}
