import ExactMath
import Testing

@Suite struct SingleExponentialTests {
  /// Relative errors beyond this are mistakes: two units in the last place of single precision.
  private let bound = 2 * 0x1p-24

  @Test("within two units in the last place of double precision, over the whole range")
  func accuracy() {
    var worst = 0.0
    for x in grid(from: -87, to: 87, count: 200_001) + grid(from: -1, to: 1, count: 20_001) {
      let argument = Float(x)
      let expected = exponential(Double(argument))
      worst = max(worst, abs(Double(singleExponential(argument)) - expected) / expected)
    }
    #expect(worst < bound)
  }

  @Test("exact at zero, clamped far out, and lets NaN through")
  func edges() {
    #expect(singleExponential(0) == 1)
    #expect(singleExponential(.infinity) == singleExponential(87))
    #expect(singleExponential(-.infinity) == singleExponential(-87))
    #expect(singleExponential(87).isFinite && singleExponential(-87).isNormal)
    #expect(singleExponential(.nan).isNaN)
  }

  @Test("the loop over a buffer has the same bits as single calls", arguments: [0, 1, 3, 64, 1001])
  func buffer(count: Int) {
    let arguments = (0..<count).map { Double($0) * 0.137 - 60 }
    var results = [Float](repeating: .nan, count: count)
    arguments.withUnsafeBufferPointer { source in
      results.withUnsafeMutableBufferPointer { singleExponentials(of: source, into: $0) }
    }
    #expect(results.map(\.bitPattern) == arguments.map { singleExponential(Float($0)).bitPattern })
  }

  @Test("the same bits on every machine")
  func bits() {
    let values = grid(from: -90, to: 90, count: 5001).map { Double(singleExponential(Float($0))) }
    #expect(fingerprint(values) == 0x55dc_b809_c68a_970b)
  }
}
