/// The counter-based generator Philox4x32-10: a keyed bijection of 128-bit blocks that passes for random.
///
/// It has no state: the same counter and key give the same block, in any order and on any machine, because it uses
/// nothing but 32-bit integer arithmetic.
///
/// Source: Salmon, Moraes, Dror and Shaw 2011, doi:10.1145/2063384.2063405.
public enum Philox4x32 {
  /// One block of four random words.
  ///
  ///     ten rounds of (c0, c1, c2, c3) <- (hi(B c2) ^ c1 ^ k0, lo(B c2), hi(A c0) ^ c3 ^ k1, lo(A c0)),
  ///     A = D2511F53, B = CD9E8D57, and before each round but the first k0 += 9E3779B9, k1 += BB67AE85
  ///
  /// - Parameters:
  ///   - counter: Which block, four words.
  ///   - key: Which sequence of blocks, two words.
  /// - Returns: Four words, each uniform over 0...2^32 - 1.
  /// - Complexity: O(1), no allocation.
  @inlinable @inline(__always)
  public static func block(
    counter: (UInt32, UInt32, UInt32, UInt32), key: (UInt32, UInt32)
  ) -> (UInt32, UInt32, UInt32, UInt32) {
    // Written out, because the four scalars then stay in registers.
    var words = round(counter, key.0, key.1)
    words = round(words, key.0 &+ 0x9e37_79b9, key.1 &+ 0xbb67_ae85)
    words = round(words, key.0 &+ 0x3c6e_f372, key.1 &+ 0x76cf_5d0a)
    words = round(words, key.0 &+ 0xdaa6_6d2b, key.1 &+ 0x3237_0b8f)
    words = round(words, key.0 &+ 0x78dd_e6e4, key.1 &+ 0xed9e_ba14)
    words = round(words, key.0 &+ 0x1715_609d, key.1 &+ 0xa906_6899)
    words = round(words, key.0 &+ 0xb54c_da56, key.1 &+ 0x646e_171e)
    words = round(words, key.0 &+ 0x5384_540f, key.1 &+ 0x1fd5_c5a3)
    words = round(words, key.0 &+ 0xf1bb_cdc8, key.1 &+ 0xdb3d_7428)
    return round(words, key.0 &+ 0x8ff3_4781, key.1 &+ 0x96a5_22ad)
  }

  /// One round of the bijection.
  ///
  /// - Parameters:
  ///   - words: The block so far.
  ///   - key0: The first word of the key of this round.
  ///   - key1: The second word of the key of this round.
  /// - Returns: The next block.
  @inlinable @inline(__always)
  internal static func round(
    _ words: (UInt32, UInt32, UInt32, UInt32), _ key0: UInt32, _ key1: UInt32
  ) -> (UInt32, UInt32, UInt32, UInt32) {
    let product0 = UInt64(words.0) &* 0xd251_1f53
    let product2 = UInt64(words.2) &* 0xcd9e_8d57
    return (
      UInt32(truncatingIfNeeded: product2 &>> 32) ^ words.1 ^ key0, UInt32(truncatingIfNeeded: product2),
      UInt32(truncatingIfNeeded: product0 &>> 32) ^ words.3 ^ key1, UInt32(truncatingIfNeeded: product0)
    )
  }
}
