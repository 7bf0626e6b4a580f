public import ExactMath

/// Four random words, read as uniform or normal numbers.
///
/// The readings share the words: `wideUniform0` and `normal0` use `word0` and `word1`, those that end in
/// 1 use `word2` and `word3`. Use each word for one thing only, or the draws depend on each other.
@frozen
public struct RandomWords: Hashable, Sendable {
  /// The words as 64-bit numbers, because that is the width in which they are made and read.
  @usableFromInline
  internal let wide0, wide1, wide2, wide3: UInt64

  /// The words in the low halves of four lanes.
  ///
  /// - Parameter lanes: As the generator leaves them; the high halves are dropped.
  /// - Complexity: O(1).
  @inlinable @inline(__always)
  internal init(lanes: (UInt64, UInt64, UInt64, UInt64)) {
    wide0 = lanes.0 & 0xffff_ffff
    wide1 = lanes.1 & 0xffff_ffff
    wide2 = lanes.2 & 0xffff_ffff
    wide3 = lanes.3 & 0xffff_ffff
  }

  // MARK: - Words

  /// The first word, uniform over 0...2^32 - 1.
  @inlinable @inline(__always)
  public var word0: UInt32 { UInt32(truncatingIfNeeded: wide0) }
  /// The second word, uniform over 0...2^32 - 1.
  @inlinable @inline(__always)
  public var word1: UInt32 { UInt32(truncatingIfNeeded: wide1) }
  /// The third word, uniform over 0...2^32 - 1.
  @inlinable @inline(__always)
  public var word2: UInt32 { UInt32(truncatingIfNeeded: wide2) }
  /// The fourth word, uniform over 0...2^32 - 1.
  @inlinable @inline(__always)
  public var word3: UInt32 { UInt32(truncatingIfNeeded: wide3) }

  // MARK: - Uniform numbers of 32 bits

  /// A uniform number in (0, 1) from the first word, (word + 1/2) / 2^32.
  @inlinable @inline(__always)
  public var uniform0: Double { Self.uniform(wide0) }
  /// A uniform number in (0, 1) from the second word, (word + 1/2) / 2^32.
  @inlinable @inline(__always)
  public var uniform1: Double { Self.uniform(wide1) }
  /// A uniform number in (0, 1) from the third word, (word + 1/2) / 2^32.
  @inlinable @inline(__always)
  public var uniform2: Double { Self.uniform(wide2) }
  /// A uniform number in (0, 1) from the fourth word, (word + 1/2) / 2^32.
  @inlinable @inline(__always)
  public var uniform3: Double { Self.uniform(wide3) }

  // MARK: - Uniform numbers of 52 bits

  /// A uniform number in (0, 1) from the first two words, (their leading 52 bits + 1/2) / 2^52.
  @inlinable @inline(__always)
  public var wideUniform0: Double { Self.wideUniform(wide0, wide1) }
  /// A uniform number in (0, 1) from the last two words, (their leading 52 bits + 1/2) / 2^52.
  @inlinable @inline(__always)
  public var wideUniform1: Double { Self.wideUniform(wide2, wide3) }

  // MARK: - Other distributions

  /// A standard normal number, the normal quantile of `wideUniform0`.
  @inlinable @inline(__always)
  public var normal0: Double { normalQuantile(wideUniform0) }
  /// A standard normal number, the normal quantile of `wideUniform1`.
  @inlinable @inline(__always)
  public var normal1: Double { normalQuantile(wideUniform1) }

  // MARK: - From bits to numbers

  /// The middle of the interval of width 2^-32 that a word names.
  ///
  /// - Parameter word: Uniform over 0...2^32 - 1.
  /// - Returns: (word + 1/2) / 2^32, exact.
  @inlinable @inline(__always)
  internal static func uniform(_ word: UInt64) -> Double {
    // An integer below 2^52 under the exponent of 2^52 is that integer plus 2^52.
    (Double(bitPattern: word | 0x4330_0000_0000_0000) - 4_503_599_627_370_495.5) * 0x1p-32
  }

  /// The middle of the interval of width 2^-52 that two words name.
  ///
  /// - Parameters:
  ///   - high: The word with the leading bits.
  ///   - low: The word whose leading 20 bits follow.
  /// - Returns: (bits + 1/2) / 2^52, exact.
  @inlinable @inline(__always)
  internal static func wideUniform(_ high: UInt64, _ low: UInt64) -> Double {
    let bits = (high &<< 20) | (low &>> 12)
    let shifted = Double(bitPattern: bits | 0x4330_0000_0000_0000)
    return (shifted - 4_503_599_627_370_495.5) * 0x1p-52
  }
}

/// An exponential number of mean 1 from a uniform number.
///
///     -ln u
///
/// - Parameter uniform: A number in (0, 1); outside the result is NaN or meaningless.
/// - Returns: The number, at least 0; divide by a rate or multiply by a mean.
/// - Complexity: O(1), no allocation.
@inlinable @inline(__always)
public func exponentialVariate(_ uniform: Double) -> Double {
  -naturalLogarithm(uniform)
}
