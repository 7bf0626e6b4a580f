import ExactMath
import Testing

@Suite struct ArcTangentTests {
  static let knownAnswers: [(Double, Double)] = [
    (-1e+300, -1.5707963267948966),
    (-3.0, -1.2490457723982544),
    (-1.0, -0.7853981633974483),
    (1e-10, 1e-10),
    (0.3, 0.2914567944778671),
    (0.4374, 0.4123265040890595),
    (0.4376, 0.4124943729413507),
    (0.6874, 0.6022194384555589),
    (0.6876, 0.6023552474742138),
    (1.1874, 0.8708619639453832),
    (1.1876, 0.870944946117336),
    (2.4374, 1.181465198153099),
    (2.4376, 1.1814940107586476),
    (10.0, 1.4711276743037347),
    (1e+20, 1.5707963267948966),
  ]

  @Test("known answers, computed in 40 digits", arguments: knownAnswers)
  func knownAnswer(x: Double, expected: Double) {
    #expect(unitsInLastPlace(arcTangent(x), from: expected) <= 1)
  }

  @Test("within one unit in the last place of a slow reference")
  func slowReference() {
    for x in grid(from: 0.001, to: 3, count: 1001) {
      let reference = DoubleDouble.arcTangent(DoubleDouble(x))
      #expect(unitsInLastPlace(arcTangent(x), from: reference) < 1, "at \(x)")
    }
  }

  @Test("odd, rising, and between minus and plus a right angle")
  func invariants() {
    var previous = -1.6
    for x in grid(from: -20, to: 20, count: 20_001) {
      let angle = arcTangent(x)
      #expect(angle == -arcTangent(-x))
      #expect(angle > previous)
      previous = angle
    }
    #expect(arcTangent(.infinity) == 1.5707963267948966)
    #expect(arcTangent(-.infinity) == -1.5707963267948966)
    #expect(arcTangent(.nan).isNaN)
  }
}
