import Designs
import ExactMath
import Households

/// What is taken for a variable of which a design says nothing, from what the scenarios say of its number.
struct VariablePrior {
  /// A 95% interval is that many standard deviations wide.
  private static let deviationsOfInterval = 3.92

  let domain: Variable.Domain
  let basis: VariableBasis

  /// Finds the distribution of a number.
  ///
  /// Where its evidence states an interval it is normal, or log-normal where the value lies nearer to the geometric than
  /// to the arithmetic middle of the interval; where it is assumed, it is uniform from half of it to twice it, as far as
  /// that is allowed.
  /// - Throws: why there is none.
  static func find(_ value: ResolvedValue?) throws(Refusal) -> VariablePrior {
    guard let value else { throw Refusal(reason: "the scenarios give it no value") }
    guard let allowed = value.allowed, let number = Double(value.value) else {
      throw Refusal(reason: "it is no number; list its values")
    }
    if let interval = value.interval {
      guard interval.lowerBound < number, number < interval.upperBound else {
        throw Refusal(reason: "the interval beside it does not hold its value \(plain(number))")
      }
      let distribution = distribution(of: number, within: interval)
      return VariablePrior(domain: .number(distribution, whole: value.isWhole), basis: .interval)
    }
    guard value.isAssumed else {
      let source = value.source.isEmpty ? "no source" : "the source '\(value.source)'"
      throw Refusal(
        reason: "the number has \(source) and no stated uncertainty, such as interval: [low, high] beside it")
    }
    guard number != 0 else { throw Refusal(reason: "its value is 0, from which no wide range can be made") }
    return try wide(number, allowed: allowed, isWhole: value.isWhole)
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
  ) throws(Refusal) -> VariablePrior {
    let range = ParameterDefinition.halfToDouble(number, allowed: allowed)
    let low = range.map { isWhole ? $0.lowerBound.rounded(.up) : $0.lowerBound } ?? number
    let high = range.map { isWhole ? $0.upperBound.rounded(.down) : $0.upperBound } ?? number
    guard low < high else { throw Refusal(reason: "there is no room about its value \(plain(number))") }
    return VariablePrior(domain: .number(.uniform(low: low, high: high), whole: isWhole), basis: .assumption)
  }

  /// Why a variable has no distribution.
  struct Refusal: Error {
    let reason: String
  }
}
