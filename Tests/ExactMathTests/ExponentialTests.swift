import ExactMath
import Testing

@Suite struct ExponentialTests {
  static let knownAnswers: [(Double, Double)] = [
    (-708.0, 3.307553003638408e-308),
    (-100.5, 2.256340135917036e-44),
    (-20.0, 2.061153622438558e-09),
    (-1.0, 0.36787944117144233),
    (-0.3466, 0.7070881069410189),
    (-1e-09, 0.999999999),
    (0.0, 1.0),
    (0.3465, 1.4141094938303624),
    (0.5, 1.6487212707001282),
    (1.0, 2.718281828459045),
    (2.5, 12.182493960703473),
    (10.0, 22026.465794806718),
    (88.25, 2.120742930535254e+38),
    (700.0, 1.0142320547350045e+304),
    (708.0, 3.023383144276055e+307),
  ]

  @Test("known answers, computed in 40 digits", arguments: knownAnswers)
  func knownAnswer(x: Double, expected: Double) {
    #expect(unitsInLastPlace(exponential(x), from: expected) <= 1)
  }

  @Test("within one unit in the last place of a slow reference")
  func slowReference() {
    for x in grid(from: -600, to: 600, count: 4001) + grid(from: -1.1, to: 1.3, count: 4001) {
      let reference = DoubleDouble.exponential(DoubleDouble(x))
      #expect(unitsInLastPlace(exponential(x), from: reference) < 1, "at \(x)")
    }
  }

  @Test("never falls where its argument rises")
  func rises() {
    var previous = 0.0
    for x in grid(from: -709, to: 709, count: 100_001) {
      let value = exponential(x)
      #expect(value >= previous, "at \(x)")
      previous = value
    }
  }

  @Test("clamps large arguments and lets NaN through")
  func edges() {
    #expect(exponential(.infinity) == exponential(708))
    #expect(exponential(-.infinity) == exponential(-708))
    #expect(exponential(-708).isNormal)
    #expect(exponential(.nan).isNaN)
    #expect(exponential(-0.0) == 1)
  }

  @Test("the loop over a buffer gives the same bits as single calls", arguments: [0, 1, 2, 3, 7, 64, 1001])
  func buffer(count: Int) {
    let arguments = (0..<count).map { Double($0) * 0.37 - 30 }
    var values = arguments
    values.withUnsafeMutableBufferPointer { exponentiate($0) }
    #expect(values.map(\.bitPattern) == arguments.map { exponential($0).bitPattern })
  }

  @Test("the same bits on every machine")
  func bits() {
    #expect(fingerprint(grid(from: -700, to: 700, count: 10_007).map { exponential($0) }) == 0x01e3_1a96_678c_974c)
  }
}
