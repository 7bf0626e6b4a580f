import ExactMath
import Testing

@Suite struct LogarithmTests {
  static let naturalAnswers: [(Double, Double)] = [
    (2.2250738585072014e-308, -708.3964185322641),
    (1e-100, -230.25850929940458),
    (0.1, -2.3025850929940455),
    (0.5, -0.6931471805599453),
    (0.7071, -0.346583180371942),
    (0.7072, -0.3464417676587033),
    (0.999999999, -9.999999722180686e-10),
    (1.0, 0.0),
    (1.000000001, 1.000000082240371e-09),
    (1.41421, 0.34657107129862735),
    (1.41422, 0.34657814235925116),
    (2.0, 0.6931471805599453),
    (10.0, 2.302585092994046),
    (12345.678, 9.421061321291832),
    (1.7976931348623157e+308, 709.782712893384),
  ]
  static let binaryAnswers: [(Double, Double)] = [
    (1e-300, -996.5784284662087),
    (0.1, -3.321928094887362),
    (0.7071, -0.5000138355781258),
    (0.9999, -0.00014427671804501932),
    (1.0001, 0.0001442622910945383),
    (1.5, 0.5849625007211562),
    (3.0, 1.584962500721156),
    (10.0, 3.321928094887362),
    (1000000000000000.0, 49.82892142331043),
    (1.7976931348623157e+308, 1024.0),
  ]
  static let arguments =
    grid(from: 0.0001, to: 4, count: 4001) + grid(from: 0.99999, to: 1.00001, count: 1001)
    + grid(from: 10, to: 1e9, count: 1001)

  @Test("known answers of ln, computed in 40 digits", arguments: naturalAnswers)
  func knownNatural(x: Double, expected: Double) {
    #expect(unitsInLastPlace(naturalLogarithm(x), from: expected) <= 1)
  }

  @Test("known answers of log2, computed in 40 digits", arguments: binaryAnswers)
  func knownBinary(x: Double, expected: Double) {
    #expect(unitsInLastPlace(binaryLogarithm(x), from: expected) <= 1)
  }

  @Test("within one unit in the last place of a slow reference")
  func slowReference() {
    let lnTwo = DoubleDouble(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56)
    for x in Self.arguments {
      let reference = DoubleDouble.naturalLogarithm(DoubleDouble(x), near: naturalLogarithm(x))
      #expect(unitsInLastPlace(naturalLogarithm(x), from: reference) < 1, "at \(x)")
      #expect(unitsInLastPlace(binaryLogarithm(x), from: reference / lnTwo) < 1.6, "at \(x)")
    }
  }

  @Test("powers of two have exact binary logarithms")
  func powersOfTwo() {
    for exponent in -1022...1023 {
      let power = Double(sign: .plus, exponent: exponent, significand: 1)
      #expect(binaryLogarithm(power) == Double(exponent))
    }
  }

  @Test("never falls where its argument rises")
  func rises() {
    var previous = -Double.infinity
    for x in grid(from: 0.3, to: 3, count: 100_001) {
      let value = naturalLogarithm(x)
      #expect(value >= previous, "at \(x)")
      previous = value
    }
  }

  @Test("undoes the exponential")
  func inverse() {
    for x in grid(from: -700, to: 700, count: 2001) {
      #expect((naturalLogarithm(exponential(x)) - x).magnitude <= 0x1p-51 * max(1, x.magnitude))
    }
  }

  @Test("wrong arguments give NaN, infinity and subnormal numbers the ends of the range")
  func edges() {
    for x in [0, -0.0, -1, -.infinity, .nan] {
      #expect(naturalLogarithm(x).isNaN)
      #expect(binaryLogarithm(x).isNaN)
    }
    #expect(binaryLogarithm(.infinity) == 1024)
    #expect((709.7...709.8).contains(naturalLogarithm(.infinity)))
    #expect((-709.1 ... -708.3).contains(naturalLogarithm(.leastNonzeroMagnitude)))
    #expect(naturalLogarithm(1).bitPattern == 0)
  }

  @Test("the same bits on every machine")
  func bits() {
    #expect(fingerprint(Self.arguments.map { naturalLogarithm($0) }) == 0xe392_24d7_94b1_0257)
    #expect(fingerprint(Self.arguments.map { binaryLogarithm($0) }) == 0x5f4d_85ad_6f52_21a9)
  }
}
