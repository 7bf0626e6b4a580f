/// Scales whole numbers so that a mean comes out right.
enum Calibration {
  /// The counts of the scale for which the mean of a measure of them is nearest to a target, found by bisection.
  ///
  /// The mean must not fall when the scale rises. It moves in steps, as counts are whole, so that it is met to within
  /// half a step. At the limit it is above the target, or that is the largest scale to try.
  static func solve(
    target: Double, upTo limit: Double, _ counts: (Double) -> [Int], measure: ([Int]) -> [Double]
  ) -> [Int] {
    func mean(_ counts: [Int]) -> Double {
      let values = measure(counts)
      return values.reduce(0, +) / Double(values.count)
    }
    var low = 0.0
    var high = limit
    for _ in 0..<50 {
      let middle = (low + high) / 2
      if mean(counts(middle)) < target { low = middle } else { high = middle }
    }
    let below = counts(low)
    let above = counts(high)
    return (target - mean(below)).magnitude <= (mean(above) - target).magnitude ? below : above
  }
}
