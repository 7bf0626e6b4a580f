/// An unevaluated sum of two doubles with about 31 digits, slow and plain: the reference of the tests.
///
/// Source: Dekker 1971, doi:10.1007/BF01397083.
struct DoubleDouble {
  var high: Double
  var low: Double

  init(_ high: Double, _ low: Double = 0) {
    // Knuth's two-sum, which needs no order of size.
    let sum = high + low
    let part = sum - high
    self.high = sum
    self.low = (high - (sum - part)) + (low - part)
  }

  static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let sum = DoubleDouble(a.high, b.high)
    return DoubleDouble(sum.high, sum.low + (a.low + b.low))
  }

  static prefix func - (a: DoubleDouble) -> DoubleDouble {
    DoubleDouble(-a.high, -a.low)
  }

  static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    a + -b
  }

  static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    // Veltkamp's splitting makes the partial products exact.
    func split(_ x: Double) -> (Double, Double) {
      let scaled = 134_217_729 * x
      let high = scaled - (scaled - x)
      return (high, x - high)
    }
    let product = a.high * b.high
    let (aHigh, aLow) = split(a.high)
    let (bHigh, bLow) = split(b.high)
    let error = ((aHigh * bHigh - product) + aHigh * bLow + aLow * bHigh) + aLow * bLow
    return DoubleDouble(product, error + (a.high * b.low + a.low * b.high))
  }

  static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let first = DoubleDouble(a.high / b.high)
    let rest = a - b * first
    let second = DoubleDouble(rest.high / b.high)
    let last = rest - b * second
    return first + second + DoubleDouble(last.high / b.high)
  }

  // MARK: - Functions by their series

  /// e^x for |x| < 700 by the power series of x / 1024, squared ten times, and of negative x by the inverse.
  static func exponential(_ x: DoubleDouble) -> DoubleDouble {
    if x.high < 0 {
      return DoubleDouble(1) / exponential(-x)
    }
    let scale = DoubleDouble(0x1p-10)
    let reduced = x * scale
    // e^r - 1 is squared as (1 + e)^2 - 1 = 2 e + e^2, so that digits next to 1 are kept.
    var term = reduced
    var excess = reduced
    for order in 2...25 {
      term = term * reduced / DoubleDouble(Double(order))
      excess = excess + term
    }
    for _ in 0..<10 {
      excess = excess + excess + excess * excess
    }
    return DoubleDouble(1) + excess
  }

  /// ln x by Newton's iteration on the exponential.
  static func naturalLogarithm(_ x: DoubleDouble, near guess: Double) -> DoubleDouble {
    var logarithm = DoubleDouble(guess)
    for _ in 0..<2 {
      logarithm = logarithm + x * exponential(-logarithm) - DoubleDouble(1)
    }
    return logarithm
  }

  /// arctan x by Euler's series, x / (1 + x^2) * sum of products of 2 n / (2 n + 1) * x^2 / (1 + x^2).
  static func arcTangent(_ x: DoubleDouble) -> DoubleDouble {
    let factor = x * x / (DoubleDouble(1) + x * x)
    var term = x / (DoubleDouble(1) + x * x)
    var sum = term
    for order in 1...400 {
      term = term * factor * DoubleDouble(Double(2 * order)) / DoubleDouble(Double(2 * order + 1))
      sum = sum + term
    }
    return sum
  }

  /// Phi(x) - 1/2 for |x| < 6, the sum of phi(x) x^(2n + 1) over the product of the odd numbers up to 2n + 1.
  static func normalProbabilityFromZero(to x: DoubleDouble) -> DoubleDouble {
    var term = x
    var sum = x
    for order in 1...200 {
      term = term * x * x / DoubleDouble(Double(2 * order + 1))
      sum = sum + term
    }
    let inverseRootOfTwoPi = DoubleDouble(0.3989422804014327, -2.49232720227773e-17)
    return inverseRootOfTwoPi * exponential(DoubleDouble(-0.5) * x * x) * sum
  }
}
