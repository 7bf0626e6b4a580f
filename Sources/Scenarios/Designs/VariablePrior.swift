import Designs
import ExactMath

/// What is taken for a variable of which a design says nothing, from what the scenarios say of its number.
struct VariablePrior {
  /// A 95% interval is that many standard deviations wide.
  private static let deviationsOfInterval = 3.92

  /// The distribution.
  let domain: Variable.Domain
  /// Where it comes from.
  let basis: VariableBasis

  /// Finds the distribution of a number.
  ///
  /// Where its evidence states an interval it is normal, or log-normal where the value lies nearer to the geometric than
  /// to the arithmetic middle of the interval; where it is assumed, it is uniform from half of it to twice it, as far as
  /// that is allowed.
  /// - Returns: the distribution, or why there is none.
  static func find(_ value: ResolvedValue?) -> Result<VariablePrior, Refusal> {
    guard let value else { return .failure(Refusal(reason: "the scenarios give it no value")) }
    guard let allowed = value.allowed, let number = Double(value.value) else {
      return .failure(Refusal(reason: "it is no number; list its values"))
    }
    if let interval = value.interval {
      guard interval.lowerBound < number, number < interval.upperBound else {
        return .failure(Refusal(reason: "the interval beside it does not hold its value \(plain(number))"))
      }
      let distribution = distribution(of: number, within: interval)
      return .success(VariablePrior(domain: .number(distribution, whole: value.isWhole), basis: .interval))
    }
    guard value.isAssumed else {
      let source = value.source.isEmpty ? "no source" : "the source '\(value.source)'"
      return .failure(
        Refusal(reason: "the number has \(source) and no stated uncertainty, such as interval: [low, high] beside it"))
    }
    guard number != 0 else {
      return .failure(Refusal(reason: "its value is 0, from which no wide range can be made"))
    }
    return wide(number, allowed: allowed, isWhole: value.isWhole)
  }

  private static func distribution(of number: Double, within interval: ClosedRange<Double>) -> Distribution {
    let (low, high) = (interval.lowerBound, interval.upperBound)
    if low > 0, abs(number - squareRootOfMagnitude(low * high)) < abs(number - (low + high) / 2) {
      let width = naturalLogarithm(high) - naturalLogarithm(low)
      return .logNormal(median: number, logStandardDeviation: width / deviationsOfInterval)
    }
    return .normal(mean: number, standardDeviation: (high - low) / deviationsOfInterval)
  }

  private static func wide(
    _ number: Double, allowed: ClosedRange<Double>, isWhole: Bool
  ) -> Result<VariablePrior, Refusal> {
    var low = max(allowed.lowerBound, min(number / 2, number * 2))
    var high = min(allowed.upperBound, max(number / 2, number * 2))
    if isWhole {
      low = low.rounded(.up)
      high = high.rounded(.down)
    }
    guard low < high else {
      return .failure(Refusal(reason: "there is no room about its value \(plain(number))"))
    }
    return .success(
      VariablePrior(domain: .number(.uniform(low: low, high: high), whole: isWhole), basis: .assumption))
  }

  /// Why a variable has no distribution.
  struct Refusal: Error {
    let reason: String
  }
}
