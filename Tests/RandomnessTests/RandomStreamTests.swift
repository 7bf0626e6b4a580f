@testable import Randomness
import Testing

@Suite struct RandomStreamTests {
  let purpose = Purpose(rawValue: 3)

  // MARK: - The function

  @Test("counter and key are filled in the published order")
  func knownAnswers() {
    // The known answer of Random123 for the digits of pi, split into seed, entity, quarter, purpose and replication.
    let stream = RandomStream(seed: 0x299f_31d0_a409_3822, replication: 0x0370_7344)
    let words = stream.draw(
      entity: 0x243f_6a88, quarter: Int32(bitPattern: 0x85a3_08d3), purpose: Purpose(rawValue: 0x1319_8a2e))
    #expect(words == RandomWords(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
  }

  @Test("quarters of the burn-in differ from each other and from those after it")
  func burnIn() {
    let stream = RandomStream(seed: 1, replication: 0)
    let draws = (-12...12).map { stream.draw(entity: 5, quarter: $0, purpose: purpose) }
    #expect(Set(draws).count == draws.count)
    let block = Philox4x32.block(counter: (5, 0xffff_ffff, 3, 0), key: (1, 0))
    #expect(
      stream.draw(entity: 5, quarter: -1, purpose: purpose) == RandomWords(block.0, block.1, block.2, block.3))
  }

  @Test("other draws, in any order, change nothing")
  func purity() {
    let stream = RandomStream(seed: 9, replication: 2)
    let alone = (0..<500).map { stream.draw(entity: $0, quarter: 4, purpose: purpose) }
    var amongOthers: [RandomWords] = []
    for entity in (0..<500 as Range<UInt32>).reversed() {
      for other in ["cash", "training"] {
        _ = stream.draw(entity: entity, quarter: 4, purpose: Purpose(label: other))
      }
      amongOthers.append(stream.draw(entity: entity, quarter: 4, purpose: purpose))
      _ = stream.draw(entity: entity, quarter: 5, purpose: purpose)
    }
    #expect(alone == amongOthers.reversed())
  }

  @Test("seed, replication, entity, quarter and purpose all matter")
  func everyPartMatters() {
    let stream = RandomStream(seed: 1, replication: 1)
    let draws = [
      stream.draw(entity: 1, quarter: 1, purpose: purpose),
      stream.draw(entity: 2, quarter: 1, purpose: purpose),
      stream.draw(entity: 1, quarter: 2, purpose: purpose),
      stream.draw(entity: 1, quarter: 1, purpose: Purpose(rawValue: 4)),
      RandomStream(seed: 2, replication: 1).draw(entity: 1, quarter: 1, purpose: purpose),
      RandomStream(seed: 1 << 32 | 1, replication: 1).draw(entity: 1, quarter: 1, purpose: purpose),
      RandomStream(seed: 1, replication: 2).draw(entity: 1, quarter: 1, purpose: purpose),
    ]
    #expect(Set(draws).count == draws.count)
  }

  // MARK: - The distributions

  static let sampleSize = 200_000
  static let readings: [(name: String, read: @Sendable (RandomWords) -> Double)] = [
    ("uniform0", { $0.uniform0 }), ("uniform1", { $0.uniform1 }), ("uniform2", { $0.uniform2 }),
    ("uniform3", { $0.uniform3 }), ("wideUniform0", { $0.wideUniform0 }), ("wideUniform1", { $0.wideUniform1 }),
  ]

  func sample(
    seed: UInt64 = 2024, quarter: Int32 = 7, purpose: UInt32 = 3, firstEntity: UInt32 = 0,
    _ read: (RandomWords) -> Double
  ) -> [Double] {
    let stream = RandomStream(seed: seed, replication: 0)
    return (0..<UInt32(Self.sampleSize)).map {
      read(stream.draw(entity: firstEntity + $0, quarter: quarter, purpose: Purpose(rawValue: purpose)))
    }
  }

  /// How many standard errors the mean of a sample is from its expectation, given the variance of one value.
  func deviation(of sample: [Double], from expectation: Double, variance: Double) -> Double {
    let mean = sample.reduce(0, +) / Double(sample.count)
    return ((mean - expectation) / (variance / Double(sample.count)).squareRoot()).magnitude
  }

  @Test("uniform moments are within five standard errors", arguments: 0..<6)
  func uniformMoments(which: Int) {
    let values = sample(Self.readings[which].read)
    #expect(deviation(of: values, from: 0.5, variance: 1 / 12) < 5)
    // Var((u - 1/2)^2) = 1/80 - 1/144.
    #expect(deviation(of: values.map { ($0 - 0.5) * ($0 - 0.5) }, from: 1 / 12, variance: 1 / 80 - 1 / 144) < 5)
  }

  @Test("uniform counts in 256 cells have a plausible chi-square", arguments: 0..<6)
  func chiSquare(which: Int) {
    var counts = [Double](repeating: 0, count: 256)
    for value in sample(Self.readings[which].read) {
      counts[Int(value * 256)] += 1
    }
    let expected = Double(Self.sampleSize) / 256
    let chiSquare = counts.reduce(0) { $0 + ($1 - expected) * ($1 - expected) / expected }
    // Mean 255, variance of Pearson's statistic under equal cells 2 * 255 * (1 - 1 / n).
    #expect((chiSquare - 255).magnitude < 5 * (2 * 255.0).squareRoot())
  }

  @Test("normal moments are within five standard errors", arguments: [0, 1])
  func normalMoments(which: Int) {
    let values = sample { which == 0 ? $0.normal0 : $0.normal1 }
    // Variances of the first four powers: 1, 2, 15 and 96.
    #expect(deviation(of: values, from: 0, variance: 1) < 5)
    #expect(deviation(of: values.map { $0 * $0 }, from: 1, variance: 2) < 5)
    #expect(deviation(of: values.map { $0 * $0 * $0 }, from: 0, variance: 15) < 5)
    #expect(deviation(of: values.map { $0 * $0 * $0 * $0 }, from: 3, variance: 96) < 5)
    // P(|Z| > 1.959964) = 0.05.
    let outside = values.map { $0.magnitude > 1.959963984540054 ? 1.0 : 0.0 }
    #expect(deviation(of: outside, from: 0.05, variance: 0.0475) < 5)
  }

  @Test("exponential moments are within five standard errors")
  func exponentialMoments() {
    let values = sample { exponentialVariate($0.wideUniform0) }
    // E x^2 = 2, Var x^2 = 24 - 4.
    #expect(deviation(of: values, from: 1, variance: 1) < 5)
    #expect(deviation(of: values.map { $0 * $0 }, from: 2, variance: 20) < 5)
  }

  // MARK: - Independence

  @Test("draws of neighbouring entities, quarters, purposes, seeds and words are uncorrelated")
  func independence() {
    let base = sample { $0.normal0 }
    let others = [
      sample(firstEntity: 1) { $0.normal0 },
      sample(quarter: 8) { $0.normal0 },
      sample(quarter: -1) { $0.normal0 },
      sample(purpose: 4) { $0.normal0 },
      sample(seed: 2025) { $0.normal0 },
      sample { $0.normal1 },
    ]
    for other in others {
      // The product of two independent standard normal numbers has mean 0 and variance 1.
      #expect(deviation(of: zip(base, other).map { $0 * $1 }, from: 0, variance: 1) < 5)
    }
  }
}
