public import Randomness

/// Resampling with replacement: what estimates would be if other units had been drawn.
///
/// The interval of an estimate lies between quantiles of its values in the resamples, at (1 - level) / 2 from either
/// end, interpolated between the order statistics at p (resamples + 1). All estimates of one call share their resamples.
///
/// Source: Efron and Tibshirani 1993, chapter 13, doi:10.1201/9780429246593.
public struct Bootstrap: Hashable, Sendable {
  /// The number of resamples; without any, intervals are NaN.
  public let resamples: Int
  /// The probability that intervals aim to cover, 0...1.
  public let level: Double
  /// The luck of the resamples.
  public let stream: RandomStream

  /// A way of resampling so many times.
  /// - Precondition: The number of resamples is not negative, and the level is above 0 and below 1.
  public init(resamples: Int, level: Double = 0.95, stream: RandomStream) {
    precondition(resamples >= 0, "the number of resamples cannot be negative")
    precondition(level > 0 && level < 1, "a confidence level must be above 0 and below 1")
    self.resamples = resamples
    self.level = level
    self.stream = stream
  }

  /// Estimates, each with its interval.
  ///
  /// - Parameters:
  ///   - count: The number of units that are resampled.
  ///   - statistic: From how often each unit counts, the estimates, always as many.
  /// - Returns: The estimates where each unit counts once; resamples in which one is NaN do not enter its interval.
  /// - Complexity: O(resamples (count + cost of the statistic + estimates log resamples)).
  public func estimates(ofUnits count: Int, statistic: ([Double]) -> [Double]) -> [BootstrapEstimate] {
    var weights = [Double](repeating: 1, count: count)
    let values = statistic(weights)
    var resampled = [[Double]](repeating: [], count: values.count)
    for resample in 0..<(count > 0 ? resamples : 0) {
      draw(resample, into: &weights)
      for (index, value) in statistic(weights).enumerated() where !value.isNaN { resampled[index].append(value) }
    }
    return zip(values, resampled).map { value, others in
      let sorted = others.sorted()
      return BootstrapEstimate(
        value: value, lower: Self.quantile((1 - level) / 2, ofSorted: sorted),
        upper: Self.quantile((1 + level) / 2, ofSorted: sorted))
    }
  }

  /// Draws as many units as there are, with replacement, and counts how often each was drawn.
  private func draw(_ resample: Int, into weights: inout [Double]) {
    let count = weights.count
    for unit in 0..<count { weights[unit] = 0 }
    for first in stride(from: 0, to: count, by: 4) {
      let words = stream.draw(entity: UInt32(resample), quarter: Int32(first / 4), purpose: .bootstrap)
      weights[wholeNumber(from: words.word0, below: count)] += 1
      if first + 1 < count { weights[wholeNumber(from: words.word1, below: count)] += 1 }
      if first + 2 < count { weights[wholeNumber(from: words.word2, below: count)] += 1 }
      if first + 3 < count { weights[wholeNumber(from: words.word3, below: count)] += 1 }
    }
  }

  /// The quantile of sorted values at p (n + 1), within their range; NaN if there are none.
  private static func quantile(_ probability: Double, ofSorted values: [Double]) -> Double {
    guard let first = values.first, let last = values.last else { return .nan }
    let rank = probability * Double(values.count + 1)
    guard rank > 1 else { return first }
    guard rank < Double(values.count) else { return last }
    let below = Int(rank)
    return values[below - 1] + (rank - Double(below)) * (values[below] - values[below - 1])
  }
}
