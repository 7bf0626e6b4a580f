internal import ExactMath

/// The probability that a Student variate is within a distance of zero.
///
///     A(t | n) = P(|T| <= t),  theta = arctan(t / sqrt n)
///     n odd:  2/pi (theta + sin theta (cos theta + 2/3 cos^3 theta + ... + 2*4...(n-3) / (3*5...(n-2)) cos^(n-2) theta))
///     n even: sin theta (1 + 1/2 cos^2 theta + ... + 1*3...(n-3) / (2*4...(n-2)) cos^(n-2) theta)
///
/// - Parameters:
///   - distance: The distance t, at least 0.
///   - degreesOfFreedom: The degrees of freedom n, at least 1.
/// - Returns: A probability, 0...1.
/// - Precondition: The distance is not negative and the degrees of freedom are at least 1.
/// - Complexity: O(n), no allocation; terms that together are too small to matter are left out.
///
/// Source: Abramowitz and Stegun 1964, 26.7.3 and 26.7.4.
public func studentCentralProbability(distance: Double, degreesOfFreedom: Int) -> Double {
  precondition(distance >= 0, "a distance cannot be negative")
  precondition(degreesOfFreedom >= 1, "the Student distribution needs at least one degree of freedom")
  // t / sqrt n, the tangent of theta; beyond 2^500 its square would overflow, and the probability rounds to 1.
  let tangent = min(distance / squareRootOfMagnitude(Double(degreesOfFreedom)), 0x1p500)
  let secantSquared = 1 + tangent * tangent
  let cosineSquared = 1 / secantSquared
  let sine = tangent / squareRootOfMagnitude(secantSquared)
  let sineSquared = tangent * tangent / secantSquared
  let isOdd = degreesOfFreedom % 2 == 1

  var sum = 0.0
  var term = isOdd ? squareRootOfMagnitude(cosineSquared) : 1
  // The denominator of the next factor: 3, 5, ... for odd, 2, 4, ... for even degrees of freedom.
  var denominator = isOdd ? 3.0 : 2.0
  var remaining = degreesOfFreedom / 2
  while term * Double(remaining) > sum * 0x1p-60 {
    sum += term
    // The factor is (1 - sin^2) (1 - 1 / denominator). Taking the small part away keeps the error of a factor close to
    // one from piling up over many terms.
    let fraction = 1 / denominator
    term -= term * (sineSquared + fraction - sineSquared * fraction)
    denominator += 2
    remaining -= 1
  }
  guard isOdd else { return min(sine * sum, 1) }
  return min((arcTangent(tangent) + sine * sum) * 0.6366197723675814, 1)
}

/// The quantile of the Student distribution.
///
///     t with P(T <= t) = p
///
/// The finite series of ``studentCentralProbability(distance:degreesOfFreedom:)`` is exact for whole degrees of freedom
/// and is inverted by bisection down to neighbouring numbers. The relative error is below 1e-12 for p within
/// 0.0005...0.9995 and up to 100000 degrees of freedom; towards 0 and 1 it grows as 1e-16 / min(p, 1 - p).
///
/// - Parameters:
///   - probability: The probability p; 0 gives minus infinity, 1 infinity, anything outside 0...1 NaN.
///   - degreesOfFreedom: The degrees of freedom n, at least 1.
/// - Returns: The quantile, dimensionless; minus that of 1 - p, bit for bit, when 1 - p is exact.
/// - Precondition: The degrees of freedom are at least 1.
/// - Complexity: O(100 n), no allocation.
///
/// Source: Abramowitz and Stegun 1964, 26.7.3 and 26.7.4.
public func studentQuantile(probability: Double, degreesOfFreedom: Int) -> Double {
  precondition(degreesOfFreedom >= 1, "the Student distribution needs at least one degree of freedom")
  guard probability >= 0, probability <= 1 else { return .nan }
  let central = (2 * probability - 1).magnitude
  let magnitude: Double = central == 1 ? .infinity : studentDistance(ofCentral: central, degreesOfFreedom)
  return probability < 0.5 ? -magnitude : magnitude
}

/// The distance from zero within which a Student variate is with a given probability.
///
/// - Parameters:
///   - central: The probability, 0 ..< 1.
///   - degreesOfFreedom: The degrees of freedom, at least 1.
/// - Returns: The smallest number found whose central probability is at least the given one.
private func studentDistance(ofCentral central: Double, _ degreesOfFreedom: Int) -> Double {
  var lower = 0.0
  var upper = 1.0
  while studentCentralProbability(distance: upper, degreesOfFreedom: degreesOfFreedom) < central {
    lower = upper
    upper *= 2
  }
  while true {
    let middle = lower + (upper - lower) / 2
    guard lower < middle, middle < upper else { return central == 0 ? 0 : upper }
    if studentCentralProbability(distance: middle, degreesOfFreedom: degreesOfFreedom) < central {
      lower = middle
    } else {
      upper = middle
    }
  }
}
