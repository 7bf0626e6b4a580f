internal import ExactMath
internal import Statistics

/// The error of a number that is worked out from all replications together.
///
/// Such a number is no mean over replications, and where it is not linear in them a number for each would be biased. It is
/// worked out again without each replication in turn:
///
///     se^2 = (n - 1) / n  sum over r of (theta without r - their mean)^2
///
/// with Student's interval of n - 1 degrees of freedom about the number of all, on the scale of what values it can take.
///
/// Source: Tukey 1958, doi:10.1214/aoms/1177706647; Efron and Stein 1981, doi:10.1214/aos/1176345462.
enum Jackknife {
  /// Sums up the number of all replications, what it is without each of them, and what values it can take.
  ///
  /// There is no interval where there are fewer than two replications or one number is undefined or infinite, and for a
  /// share of 0 or 1: that the moves lead nowhere else says nothing of how far it may be off.
  static func estimate(_ value: Double, omitting: [Double], range: ValueRange = .anyNumber) -> Estimate {
    let count = omitting.count
    guard count > 1, value.isFinite, !range.isAtEnd(value), omitting.allSatisfy(\.isFinite) else {
      return Estimate(
        mean: value, standardDeviation: .nan, standardError: .nan, low: .nan, high: .nan, replications: count)
    }
    let deviation = RunningMoments(omitting).standardDeviation * Double(count - 1)
    let error = deviation / squareRootOfMagnitude(Double(count))
    return Estimate(
      mean: value, standardDeviation: deviation, standardError: error, range: range, replications: count)
  }
}
