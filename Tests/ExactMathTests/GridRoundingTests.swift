import ExactMath
import Testing

@Suite struct GridRoundingTests {
  static let functions: [(function: @Sendable (Double) -> Double, step: Double, limit: Double)] = [
    ({ roundToFeatureGrid($0) }, 0x1p-10, 0x1p41),
    ({ roundToCoefficientGrid($0) }, 0x1p-16, 0x1p35),
    ({ roundToMoneyGrid($0) }, 0x1p-20, 0x1p31),
  ]

  @Test("known answers, ties to even", arguments: 0..<3)
  func knownAnswers(which: Int) {
    let (round, step, _) = Self.functions[which]
    let answers: [(Double, Double)] = [
      (0, 0), (0.49, 0), (0.5, 0), (0.51, 1), (1, 1), (1.5, 2), (2.5, 2), (3.5, 4), (-0.5, 0), (-1.5, -2), (-2.5, -2),
      (-2.51, -3), (12345.25, 12345),
    ]
    for (steps, expected) in answers {
      #expect(round(steps * step) == expected * step)
    }
  }

  @Test("agrees with scaling, rounding to an integer and scaling back", arguments: 0..<3)
  func slowReference(which: Int) {
    let (round, step, limit) = Self.functions[which]
    for size in [1, 1000, limit * step, limit * 0.999] {
      for share in grid(from: -1, to: 1, count: 2001) {
        let x = size * share * 0.9999
        #expect(round(x) == (x / step).rounded(.toNearestOrEven) * step, "at \(x)")
      }
    }
  }

  @Test("rounding again changes nothing, and the error is at most half a step", arguments: 0..<3)
  func invariants(which: Int) {
    let (round, step, limit) = Self.functions[which]
    for x in grid(from: -20, to: 20, count: 9001) {
      #expect(round(round(x)) == round(x))
      #expect((round(x) - x).magnitude <= step / 2)
    }
    let largest = limit - step
    #expect(round(largest) == largest)
    #expect(round(-largest) == -largest)
    #expect(round(.nan).isNaN)
  }
}
