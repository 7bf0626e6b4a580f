import Statistics
import Testing

@Suite struct StudentDistributionTests {
  static let knownAnswers: [(degreesOfFreedom: Int, probability: Double, quantile: Double)] = [
    (1, 0.6, 0.32491969623290623),
    (1, 0.95, 6.313751514675038),
    (1, 0.975, 12.706204736174694),
    (1, 0.995, 63.656741162871526),
    (2, 0.6, 0.2886751345948128),
    (2, 0.95, 2.9199855803537242),
    (2, 0.975, 4.302652729749462),
    (2, 0.995, 9.92484320091829),
    (3, 0.6, 0.27667066233268983),
    (3, 0.95, 2.353363434801823),
    (3, 0.975, 3.1824463052837086),
    (3, 0.995, 5.840909309733355),
    (4, 0.6, 0.27072229470759734),
    (4, 0.95, 2.1318467863266495),
    (4, 0.975, 2.7764451051977934),
    (4, 0.995, 4.604094871349992),
    (7, 0.6, 0.2631668613520228),
    (7, 0.95, 1.8945786050900069),
    (7, 0.975, 2.364624251592785),
    (7, 0.995, 3.4994832973504932),
    (9, 0.6, 0.26095533647391095),
    (9, 0.95, 1.8331129326562365),
    (9, 0.975, 2.262157162798205),
    (9, 0.995, 3.249835541592126),
    (10, 0.6, 0.26018482949208016),
    (10, 0.95, 1.8124611228116758),
    (10, 0.975, 2.2281388519862744),
    (10, 0.995, 3.169272672616951),
    (29, 0.6, 0.2556836345712561),
    (29, 0.95, 1.6991270265334972),
    (29, 0.975, 2.045229642132704),
    (29, 0.995, 2.7563859036706053),
    (30, 0.6, 0.2556053649519127),
    (30, 0.95, 1.6972608865939574),
    (30, 0.975, 2.0422724563012378),
    (30, 0.995, 2.749995653567225),
    (99, 0.6, 0.2540290121518066),
    (99, 0.95, 1.6603911560169904),
    (99, 0.975, 1.9842169515864172),
    (99, 0.995, 2.626405457280827),
    (100, 0.6, 0.2540221824582278),
    (100, 0.95, 1.6602343260853392),
    (100, 0.975, 1.9839715185235518),
    (100, 0.995, 2.6258905214380177),
    (1000, 0.6, 0.2534145158394987),
    (1000, 0.95, 1.6463788172854643),
    (1000, 0.975, 1.962339080826408),
    (1000, 0.995, 2.5807546980659506),
  ]

  @Test("known quantiles, computed in 30 digits", arguments: knownAnswers)
  func knownAnswer(degreesOfFreedom: Int, probability: Double, quantile: Double) {
    let computed = studentQuantile(probability: probability, degreesOfFreedom: degreesOfFreedom)
    #expect((computed - quantile).magnitude <= 1e-13 * quantile)
  }

  /// The central probability by Simpson's rule on the density.
  static func slowCentralProbability(distance: Double, degreesOfFreedom: Int) -> Double {
    // Gamma((n + 1) / 2) / (Gamma(n / 2) sqrt pi) is 1 / pi for n = 1, 1 / 2 for n = 2, and then grows by (n + 1) / n.
    let isOdd = degreesOfFreedom % 2 == 1
    var constant = isOdd ? 1 / Double.pi : 0.5
    for lower in stride(from: isOdd ? 1 : 2, to: degreesOfFreedom, by: 2) {
      constant *= Double(lower + 1) / Double(lower)
    }
    let freedom = Double(degreesOfFreedom)
    func density(_ t: Double) -> Double {
      let root = (1 + t * t / freedom).squareRoot()
      return (0...degreesOfFreedom).reduce(constant / freedom.squareRoot()) { value, _ in value / root }
    }
    let intervals = 2000
    let width = distance / Double(intervals)
    let sum = (0...intervals).reduce(0) { sum, index in
      let weight = index == 0 || index == intervals ? 1.0 : index % 2 == 1 ? 4.0 : 2.0
      return sum + weight * density(Double(index) * width)
    }
    return 2 * sum * width / 3
  }

  @Test("central probabilities agree with Simpson's rule", arguments: [1, 2, 3, 4, 5, 8, 15, 30, 61])
  func slowReference(degreesOfFreedom: Int) {
    for distance in [0, 0.1, 0.7, 1.5, 2.5, 4] {
      let computed = studentCentralProbability(distance: distance, degreesOfFreedom: degreesOfFreedom)
      let slow = Self.slowCentralProbability(distance: distance, degreesOfFreedom: degreesOfFreedom)
      #expect((computed - slow).magnitude < 1e-11, "at \(distance)")
    }
  }

  @Test("the quantile undoes the probability, and is symmetric", arguments: [1, 2, 5, 12, 40, 301])
  func inverse(degreesOfFreedom: Int) {
    for index in 1..<128 {
      let probability = Double(index) / 128
      let quantile = studentQuantile(probability: probability, degreesOfFreedom: degreesOfFreedom)
      #expect(quantile == -studentQuantile(probability: 1 - probability, degreesOfFreedom: degreesOfFreedom))
      let central = studentCentralProbability(distance: quantile.magnitude, degreesOfFreedom: degreesOfFreedom)
      #expect((central - (2 * probability - 1).magnitude).magnitude < 1e-15)
    }
  }

  @Test("more degrees of freedom bring the quantile down towards the normal one")
  func rises() {
    var previous = Double.infinity
    for degreesOfFreedom in 1...300 {
      let quantile = studentQuantile(probability: 0.975, degreesOfFreedom: degreesOfFreedom)
      #expect(quantile < previous && quantile > 1.959963984540054)
      previous = quantile
    }
    // Cornish and Fisher: t = z + (z^3 + z) / (4 n) + (5 z^5 + 16 z^3 + 3 z) / (96 n^2), and terms of order n^-3.
    let z = 1.959963984540054
    let cube = z * z * z
    let second = (5 * cube * z * z + 16 * cube + 3 * z) / 96e8
    let expected = z + (cube + z) / 4e4 + second
    #expect((studentQuantile(probability: 0.975, degreesOfFreedom: 10_000) - expected).magnitude < 1e-11)
  }

  @Test("ends of the range")
  func edges() {
    #expect(studentQuantile(probability: 0, degreesOfFreedom: 3) == -.infinity)
    #expect(studentQuantile(probability: 1, degreesOfFreedom: 3) == .infinity)
    #expect(studentQuantile(probability: 0.5, degreesOfFreedom: 3) == 0)
    #expect(studentQuantile(probability: 1.5, degreesOfFreedom: 3).isNaN)
    #expect(studentQuantile(probability: .nan, degreesOfFreedom: 3).isNaN)
    #expect(studentCentralProbability(distance: .infinity, degreesOfFreedom: 1) == 1)
    #expect(studentCentralProbability(distance: .infinity, degreesOfFreedom: 4) == 1)
  }
}
