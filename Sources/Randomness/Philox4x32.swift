/// The counter-based generator Philox4x32-10: a keyed bijection of 128-bit blocks that passes for random.
///
/// It has no state: the same counter and key give the same block, in any order and on any machine, because it uses
/// nothing but 32-bit integer arithmetic.
///
/// Source: Salmon, Moraes, Dror and Shaw 2011, doi:10.1145/2063384.2063405.
public enum Philox4x32 {
  /// One block of four random words in the low halves of four 64-bit lanes; what the high halves hold means nothing.
  ///
  /// Each word is uniform over 0...2^32 - 1.
  ///
  ///     ten rounds of (c0, c1, c2, c3) <- (hi(B c2) ^ c1 ^ k0, lo(B c2), hi(A c0) ^ c3 ^ k1, lo(A c0)),
  ///     A = D2511F53, B = CD9E8D57, and before each round but the first k0 += 9E3779B9, k1 += BB67AE85
  ///
  /// A product of two words fills a lane, so that nothing need be packed or unpacked between rounds: a loop over many
  /// counters becomes vector code that takes half the time of the same loop over 32-bit words.
  ///
  /// - Parameters:
  ///   - counter: Which block, four words.
  ///   - key: Which sequence of blocks, two words.
  /// - Returns: Four lanes.
  /// - Complexity: O(1), no allocation.
  @inlinable @inline(__always)
  internal static func lanes(
    counter: (UInt32, UInt32, UInt32, UInt32), key: (UInt32, UInt32)
  ) -> (UInt64, UInt64, UInt64, UInt64) {
    // Written out, because the four lanes then stay in registers.
    var lanes = (UInt64(counter.0), UInt64(counter.1), UInt64(counter.2), UInt64(counter.3))
    lanes = round(lanes, key.0, key.1)
    lanes = round(lanes, key.0 &+ 0x9e37_79b9, key.1 &+ 0xbb67_ae85)
    lanes = round(lanes, key.0 &+ 0x3c6e_f372, key.1 &+ 0x76cf_5d0a)
    lanes = round(lanes, key.0 &+ 0xdaa6_6d2b, key.1 &+ 0x3237_0b8f)
    lanes = round(lanes, key.0 &+ 0x78dd_e6e4, key.1 &+ 0xed9e_ba14)
    lanes = round(lanes, key.0 &+ 0x1715_609d, key.1 &+ 0xa906_6899)
    lanes = round(lanes, key.0 &+ 0xb54c_da56, key.1 &+ 0x646e_171e)
    lanes = round(lanes, key.0 &+ 0x5384_540f, key.1 &+ 0x1fd5_c5a3)
    lanes = round(lanes, key.0 &+ 0xf1bb_cdc8, key.1 &+ 0xdb3d_7428)
    return round(lanes, key.0 &+ 0x8ff3_4781, key.1 &+ 0x96a5_22ad)
  }

  /// One round of the bijection.
  ///
  /// - Parameters:
  ///   - lanes: The block so far.
  ///   - key0: The first word of the key of this round.
  ///   - key1: The second word of the key of this round.
  /// - Returns: The next block.
  @inlinable @inline(__always)
  internal static func round(
    _ lanes: (UInt64, UInt64, UInt64, UInt64), _ key0: UInt32, _ key1: UInt32
  ) -> (UInt64, UInt64, UInt64, UInt64) {
    let product0 = (lanes.0 & 0xffff_ffff) &* 0xd251_1f53
    let product2 = (lanes.2 & 0xffff_ffff) &* 0xcd9e_8d57
    return (
      (product2 &>> 32) ^ lanes.1 ^ UInt64(key0), product2, (product0 &>> 32) ^ lanes.3 ^ UInt64(key1), product0
    )
  }
}
