/// Quantiles of a sample.
enum SampleQuantile {
  /// The quantile of sorted numbers, interpolated between those at either side of p (n - 1); NaN without any.
  ///
  /// Source: Hyndman and Fan 1996, definition 7, doi:10.1080/00031305.1996.10473566.
  /// - Parameters:
  ///   - probability: p, 0...1.
  ///   - values: the numbers in ascending order.
  /// - Returns: a number between the least and the greatest.
  static func value(_ probability: Double, ofSorted values: [Double]) -> Double {
    guard let last = values.last else { return .nan }
    let rank = probability * Double(values.count - 1)
    let below = Int(rank)
    guard below + 1 < values.count else { return last }
    return values[below] + (rank - Double(below)) * (values[below + 1] - values[below])
  }
}
