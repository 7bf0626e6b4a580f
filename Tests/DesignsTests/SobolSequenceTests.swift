@testable import Designs
import Testing

@Suite struct SobolSequenceTests {
  static let dimensions = [0, 1, 2, 3, 7, 31, 63, 127]
  // Computed with scipy 1.17, qmc.Sobol(128, scramble=False, bits=52).
  static let knownPoints: [(Int, [Double])] = [
    (0, [0, 0, 0, 0, 0, 0, 0, 0]),
    (1, [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]),
    (2, [0.75, 0.25, 0.25, 0.25, 0.75, 0.25, 0.75, 0.25]),
    (3, [0.25, 0.75, 0.75, 0.75, 0.25, 0.75, 0.25, 0.75]),
    (4, [0.375, 0.375, 0.625, 0.875, 0.875, 0.125, 0.125, 0.625]),
    (7, [0.125, 0.625, 0.375, 0.125, 0.625, 0.875, 0.375, 0.375]),
    (100, [0.4140625, 0.2578125, 0.7734375, 0.7265625, 0.4765625, 0.4140625, 0.6484375, 0.4609375]),
    (
      1023,
      [
        0.0009765625, 0.7529296875, 0.6123046875, 0.1455078125, 0.6181640625, 0.6142578125, 0.0400390625, 0.7001953125,
      ]
    ),
  ]

  /// The 52 binary digits of a coordinate as a whole number.
  func bits(_ sequence: SobolSequence, _ point: Int, _ dimension: Int) -> UInt64 {
    UInt64(sequence.unit(point: point, dimension: dimension) * 0x1p52 - 0.5)
  }

  // MARK: - Known answers

  @Test("known points", arguments: knownPoints)
  func known(point: Int, expected: [Double]) {
    let sequence = SobolSequence(dimensions: 128, seed: nil)
    let coordinates = Self.dimensions.map { sequence.unit(point: point, dimension: $0) - 0x1p-53 }
    #expect(coordinates == expected)
  }

  @Test("a known point far out")
  func knownFarPoint() {
    // From scipy's direction numbers, combined by hand.
    let sequence = SobolSequence(dimensions: 128, seed: nil)
    let coordinates = Self.dimensions.map { bits(sequence, (1 << 34) + 54321, $0) }
    #expect(
      coordinates == [
        0x947d000060000, 0xf72b000060000, 0xc931a000a0000, 0xe77c607ca0000, 0x86d3063b60000, 0x733debeee0000,
        0x1d21537a20000, 0x34c87108e0000,
      ])
  }

  @Test("all direction numbers have the digest of scipy's")
  func allDirectionNumbers() {
    let sequence = SobolSequence(dimensions: 128, seed: nil)
    var digest: UInt64 = 0
    for dimension in 0..<128 {
      for digit in 0..<52 {
        // The Gray code of this point has a single digit.
        let point = (1 << (digit + 1)) - 1
        digest = digest &* 6_364_136_223_846_793_005 &+ bits(sequence, point, dimension)
      }
    }
    #expect(digest == 0x2ba9_ceba_57c9_f386)
    #expect(SobolSequence.maximumDimensions == 128)
  }

  // MARK: - A slow reference

  /// The defining recurrence on lists of binary digits, for one dimension of the published table.
  ///
  /// The coefficients are those of the polynomial between the highest and the lowest, the numbers m_1, m_2, ...
  func slowDirections(coefficients: [Int], numbers: [Int]) -> [[Int]] {
    let degree = numbers.count
    var directions: [[Int]] = numbers.enumerated().map { index, number in
      (0..<52).map { $0 <= index ? number >> (index - $0) & 1 : 0 }
    }
    for index in degree..<52 {
      let oldest = directions[index - degree]
      var digits = zip(oldest, [Int](repeating: 0, count: degree) + oldest).map { ($0 + $1) % 2 }
      for (place, coefficient) in coefficients.enumerated() where coefficient == 1 {
        digits = zip(digits, directions[index - 1 - place]).map { ($0 + $1) % 2 }
      }
      directions.append(digits)
    }
    return directions
  }

  @Test("points agree with the definition on lists of digits")
  func slowReference() {
    let sequence = SobolSequence(dimensions: 7, seed: nil)
    let table: [(coefficients: [Int], numbers: [Int])] = [
      ([], [1]), ([1], [1, 3]), ([0, 1], [1, 3, 1]), ([1, 0], [1, 1, 1]), ([0, 0, 1], [1, 1, 3, 3]),
      ([1, 0, 0], [1, 3, 5, 13]),
    ]
    for (index, row) in table.enumerated() {
      let directions = slowDirections(coefficients: row.coefficients, numbers: row.numbers)
      for point in Array(0..<300) + [12_345_678, 1 << 40 + 977] {
        // Point n of the sequence in Gray order is point n ^ (n >> 1) of the sequence as it is defined.
        let natural = point ^ (point >> 1)
        var digits = [Int](repeating: 0, count: 52)
        for (place, direction) in directions.enumerated() where natural >> place & 1 == 1 {
          digits = zip(digits, direction).map { ($0 + $1) % 2 }
        }
        let expected = digits.reduce(UInt64(0)) { $0 * 2 + UInt64($1) }
        #expect(bits(sequence, point, index + 1) == expected)
      }
    }
  }

  // MARK: - Invariants

  @Test("each block of 2^k points has one in each of 2^k parts of every dimension", arguments: [nil, 0, 99])
  func stratification(seed: UInt64?) {
    let sequence = SobolSequence(dimensions: 128, seed: seed)
    for (block, size) in [(0, 256), (1, 256), (7, 256), (3, 64), (1023, 16)] {
      for dimension in 0..<128 {
        let parts = (block * size..<(block + 1) * size).map {
          Int(sequence.unit(point: $0, dimension: dimension) * Double(size))
        }
        #expect(parts.sorted() == Array(0..<size))
      }
    }
  }

  @Test("the first 2^d points of d dimensions lie one in each half-by-half cell, as Joe and Kuo chose them")
  func propertyA() {
    let sequence = SobolSequence(dimensions: 52, seed: nil)
    for count in 1...52 {
      // One point in each cell if and only if the leading digits of the directions are independent.
      var rows = (0..<count).map { dimension in
        (0..<count).reduce(UInt64(0)) { row, digit in
          row | (bits(sequence, (1 << (digit + 1)) - 1, dimension) >> 51) << UInt64(digit)
        }
      }
      var rank = 0
      for digit in 0..<UInt64(count) {
        guard let pivot = rows.indices.dropFirst(rank).first(where: { rows[$0] >> digit & 1 == 1 }) else { continue }
        rows.swapAt(rank, pivot)
        for row in rows.indices where row != rank && rows[row] >> digit & 1 == 1 {
          rows[row] ^= rows[rank]
        }
        rank += 1
      }
      #expect(rank == count)
    }
  }

  @Test("the shift is the same for all points, differs between dimensions and seeds, and is uniform")
  func shift() {
    let plain = SobolSequence(dimensions: 8, seed: nil)
    let shifted = SobolSequence(dimensions: 8, seed: 5)
    for dimension in 0..<8 {
      let shifts = Set((0..<500).map { bits(plain, $0, dimension) ^ bits(shifted, $0, dimension) })
      #expect(shifts.count == 1)
    }
    let firstPoints = (0..<1000 as Range<UInt64>).flatMap { seed in
      (0..<4).map { SobolSequence(dimensions: 4, seed: seed).unit(point: 0, dimension: $0) }
    }
    #expect(Set(firstPoints).count == firstPoints.count)
    let mean = firstPoints.reduce(0, +) / 4000
    let meanSquare = firstPoints.reduce(0) { $0 + $1 * $1 } / 4000
    #expect((mean - 0.5).magnitude < 5 * (1 / 12.0 / 4000).squareRoot())
    // Var(u^2) = 1/5 - 1/9.
    #expect((meanSquare - 1 / 3.0).magnitude < 5 * (4 / 45.0 / 4000).squareRoot())
  }

  @Test("more dimensions change nothing in the first ones")
  func fewerDimensions() {
    let few = SobolSequence(dimensions: 3, seed: 8)
    let many = SobolSequence(dimensions: 100, seed: 8)
    for point in 0..<100 {
      #expect(few.unit(point: point, dimension: 2) == many.unit(point: point, dimension: 2))
    }
  }
}
