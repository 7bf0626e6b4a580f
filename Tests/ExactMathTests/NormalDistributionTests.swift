import ExactMath
import Testing

@Suite struct NormalDistributionTests {
  static let quantileAnswers: [(Double, Double)] = [
    (1e-300, -37.0470962993612),
    (1e-20, -9.262340089798407),
    (1.1102230246251565e-16, -8.209536151601387),
    (1e-10, -6.361340902404057),
    (1e-05, -4.264890793922825),
    (0.001, -3.0902323061678136),
    (0.025, -1.9599639845400543),
    (0.0749999, -1.4395321773759007),
    (0.075, -1.439531470938456),
    (0.25, -0.6744897501960817),
    (0.4999, -0.00025066283008800747),
    (0.5, 0.0),
    (0.6, 0.2533471031357997),
    (0.925, 1.4395314709384561),
    (0.9250001, 1.4395321773759004),
    (0.975, 1.9599639845400538),
    (0.999, 3.090232306167813),
    (0.9999999999, 6.361340889697422),
  ]
  static let cumulativeAnswers: [(Double, Double)] = [
    (-37.0, 5.725571222524577e-300),
    (-20.0, 2.7536241186062337e-89),
    (-10.0, 7.619853024160525e-24),
    (-5.7, 5.990371401063528e-09),
    (-5.6, 1.071759025831093e-08),
    (-3.0, 0.0013498980316300946),
    (-1.96, 0.024997895148220435),
    (-1.0, 0.15865525393145705),
    (-0.67, 0.2514288950953101),
    (-0.66, 0.25462691467133614),
    (-0.001, 0.49960105778608893),
    (0.0, 0.5),
    (0.5, 0.6914624612740131),
    (0.7, 0.758036347776927),
    (1.0, 0.8413447460685429),
    (1.96, 0.9750021048517795),
    (3.0, 0.9986501019683699),
    (6.0, 0.9999999990134123),
    (8.0, 0.9999999999999993),
  ]

  @Test("known quantiles, computed in 40 digits", arguments: quantileAnswers)
  func knownQuantile(p: Double, expected: Double) {
    #expect((normalQuantile(p) - expected).magnitude <= 1e-15 * expected.magnitude)
  }

  @Test("known probabilities, computed in 40 digits", arguments: cumulativeAnswers)
  func knownProbability(x: Double, expected: Double) {
    #expect((normalCumulative(x) - expected).magnitude <= 1e-15 * expected)
  }

  @Test("probabilities agree with a slow series")
  func slowReference() {
    for x in grid(from: -5.99, to: 5.99, count: 1201) {
      let reference = DoubleDouble(0.5) + DoubleDouble.normalProbabilityFromZero(to: DoubleDouble(x))
      #expect((normalCumulative(x) - reference.high).magnitude <= 1e-15 * reference.high, "at \(x)")
    }
  }

  @Test("the quantile undoes the probability")
  func inverse() {
    for x in grid(from: -37, to: 0, count: 3001) {
      // A relative error e in the probability moves the quantile by e Phi / phi, which is below e / |x| in the tail.
      #expect((normalQuantile(normalCumulative(x)) - x).magnitude <= 1e-15 * (1 + 2 * x.magnitude), "at \(x)")
    }
  }

  @Test("both are symmetric about the middle")
  func symmetry() {
    for index in 1..<4096 {
      let p = Double(index) / 4096
      #expect(normalQuantile(p) == -normalQuantile(1 - p))
    }
    for x in grid(from: 0, to: 8, count: 801) {
      #expect((normalCumulative(x) + normalCumulative(-x) - 1).magnitude <= 0x1p-52)
    }
  }

  @Test("the quantile rises")
  func rises() {
    var previous = -Double.infinity
    for index in 1..<65_536 {
      let value = normalQuantile(Double(index) / 65_536)
      #expect(value > previous)
      previous = value
    }
  }

  @Test("the table agrees with the rational approximations within 1e-12, and is symmetric bit for bit")
  func table() {
    // Uniform draws are odd multiples of 2^-53; the smallest, the largest and those about interval bounds come too.
    var multiples = (0..<20_000).map { UInt64($0) * 450_359_962_737 | 1 }
    multiples += (1...52).flatMap { [(1 << $0) - 1, (1 << $0) + 1] }
    let probabilities = multiples.map { Double($0) * 0x1p-53 }
    let quantiles = tabulated(probabilities)
    let mirrored = tabulated(probabilities.map { 1 - $0 })
    for index in probabilities.indices {
      #expect(abs(quantiles[index] - normalQuantile(probabilities[index])) < 1e-12, "at \(probabilities[index])")
      #expect(quantiles[index] == -mirrored[index], "at \(probabilities[index])")
    }
  }

  private func tabulated(_ probabilities: [Double]) -> [Double] {
    var quantiles = [Double](repeating: .nan, count: probabilities.count)
    probabilities.withUnsafeBufferPointer { source in
      quantiles.withUnsafeMutableBufferPointer { tabulatedNormalQuantiles(of: source, into: $0) }
    }
    return quantiles
  }

  @Test("arguments outside the domain")
  func edges() {
    for p in [0, 1, -0.1, 1.1, -.infinity, .infinity, .nan] {
      #expect(normalQuantile(p).isNaN, "at \(p)")
    }
    #expect(normalCumulative(-.infinity) == 0)
    #expect(normalCumulative(.infinity) == 1)
    #expect(normalCumulative(.nan).isNaN)
  }

  @Test("the same bits on every machine")
  func bits() {
    #expect(fingerprint((1..<10_007).map { normalQuantile(Double($0) / 10_007) }) == 0x1bb1_5735_14a6_95ee)
    #expect(fingerprint(grid(from: -38, to: 9, count: 4001).map { normalCumulative($0) }) == 0x12f3_3600_34de_020e)
  }
}
