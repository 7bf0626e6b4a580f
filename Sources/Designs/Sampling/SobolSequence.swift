internal import Randomness

/// A Sobol' sequence: points that fill the unit cube more evenly than random ones.
///
///     bits of point n in dimension d = shift_d ^ (xor of v_dj over the bits j that are set in n ^ (n >> 1)),
///     v_dj = m_dj 2^(52 - j),  u = (bits + 1/2) / 2^52
///     m_j = 2 a_1 m_(j-1) ^ 4 a_2 m_(j-2) ^ ... ^ 2^(s-1) a_(s-1) m_(j-s+1) ^ 2^s m_(j-s) ^ m_(j-s)
///
/// s is the degree and a_i are the coefficients of the dimension's primitive polynomial. Points come in the order of
/// the Gray code. The first 2^k points, and each later block of as many that starts at a multiple of 2^k, have one
/// point in each of 2^k equal parts of every dimension; the random digital shift keeps that and makes each point
/// uniform. Point 0 belongs to the first block and is kept. The first points of a sequence do not depend on how many
/// are used, nor on the number of dimensions.
///
/// Source: Sobol' 1967, doi:10.1016/0041-5553(67)90144-9; order of Antonov and Saleev 1979,
/// doi:10.1016/0041-5553(79)90085-5; direction numbers of Joe and Kuo 2008, doi:10.1137/070709359; shift as in L'Ecuyer
/// and Lemieux 2002, doi:10.1007/0-306-48102-2_20.
struct SobolSequence: Sampling {
  /// The largest number of dimensions.
  static var maximumDimensions: Int { sobolDirectionNumbers.count + 1 }
  /// Binary digits of a coordinate.
  private static let digits = 52

  /// The number of points that are used.
  let count: Int
  /// The direction numbers v, 52 for each dimension.
  private let directions: [UInt64]
  /// The digital shift of each dimension.
  private let shifts: [UInt64]

  /// A sequence, of which so many points are used, with a random digital shift or, without a seed, with none: as it is
  /// published, moved by 2^-53 off the edges of the cube.
  /// - Precondition: The number of dimensions is in 1...`maximumDimensions`.
  /// - Complexity: O(dimensions).
  init(dimensions: Int, points: Int = 1 << digits, seed: UInt64?) {
    precondition(
      (1...Self.maximumDimensions).contains(dimensions),
      "a Sobol' sequence has from 1 to \(Self.maximumDimensions) dimensions")
    count = points
    directions = (0..<dimensions).flatMap(Self.directions)
    shifts = (0..<dimensions).map { dimension in
      guard let seed else { return 0 }
      let words = RandomStream(seed: seed, replication: 0)
        .draw(entity: UInt32(dimension), quarter: 0, purpose: .digitalShift)
      return UInt64(words.word0) << 20 | UInt64(words.word1) >> 12
    }
  }

  /// One coordinate of a point, in (0, 1).
  /// - Precondition: The point is below 2^52.
  /// - Complexity: O(log point).
  func unit(point: Int, dimension: Int) -> Double {
    precondition(point >= 0 && point < 1 << Self.digits, "points of a Sobol' sequence are counted from 0 to below 2^52")
    var bits = shifts[dimension]
    var remaining = point ^ (point >> 1)
    while remaining != 0 {
      bits ^= directions[dimension * Self.digits + remaining.trailingZeroBitCount]
      remaining &= remaining - 1
    }
    return (Double(bits) + 0.5) * 0x1p-52
  }

  func unit(point: Int, variable: Int) -> Double { unit(point: point, dimension: variable) }

  /// The direction numbers of a dimension.
  private static func directions(_ dimension: Int) -> [UInt64] {
    guard dimension > 0 else {
      return (1...digits).map { 1 << UInt64(digits - $0) }
    }
    let row = sobolDirectionNumbers[dimension - 1]
    let polynomial = row[0]
    var numbers = Array(row.dropFirst())
    let degree = numbers.count
    while numbers.count < digits {
      // The leading and the last coefficient of the polynomial are 1; the last adds m_(j-s) without a factor.
      var number = numbers[numbers.count - degree]
      for power in 1...degree where polynomial >> UInt64(degree - power) & 1 == 1 {
        number ^= numbers[numbers.count - power] << UInt64(power)
      }
      numbers.append(number)
    }
    return numbers.enumerated().map { $1 << UInt64(digits - 1 - $0) }
  }
}
