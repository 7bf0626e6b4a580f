internal import ExactMath
internal import Statistics

/// Weighted quantiles: the least values up to which some shares of all weight lie.
///
///     q(p) = min { x_i : sum over j with x_j <= x_i of w_j >= p W },  W = sum over j of w_j
///
/// - Parameters:
///   - values: Numbers in any order.
///   - weights: Weights above 0, as many and in the same order.
///   - shares: Shares of the weight, 0...1.
/// - Returns: A value for each share; NaN without values.
/// - Complexity: O(n log n + n shares).
func weightedQuantiles(of values: [Double], weights: [Double], shares: [Double]) -> [Double] {
  let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
  var cumulative: [Double] = []
  var total = 0.0
  for index in order {
    total += weights[index]
    cumulative.append(total)
  }
  return shares.map { share in
    let place = cumulative.firstIndex { RoundingTolerance.reaches($0, share * total) }
    return place.map { values[order[$0]] } ?? .nan
  }
}

/// The weighted Gini coefficient of numbers in any order; NaN without any.
///
/// - Complexity: O(n log n).
func giniCoefficient(of values: [Double], weights: [Double]) -> Double {
  var sums = GiniSums()
  for index in values.indices.sorted(by: { (values[$0], $0) < (values[$1], $1) }) {
    sums.add(values[index], weight: weights[index])
  }
  return sums.coefficient
}

/// The weighted mean, `sum w x / sum w`; NaN without weight.
///
/// - Complexity: O(n).
func weightedMean(of values: [Double], weights: [Double]) -> Double {
  zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
}

/// The weighted standard deviation, `sqrt(sum w (x - mean)^2 / sum w)`; NaN without weight.
///
/// - Complexity: O(n).
func weightedDeviation(of values: [Double], weights: [Double]) -> Double {
  let mean = weightedMean(of: values, weights: weights)
  return weightedMean(of: values.map { ($0 - mean) * ($0 - mean) }, weights: weights).squareRoot()
}

/// The share of weight for which something is true; NaN without weight.
///
/// - Complexity: O(n).
func weightedShare(of isTrue: [Bool], weights: [Double]) -> Double {
  weightedMean(of: isTrue.map { $0 ? 1 : 0 }, weights: weights)
}
