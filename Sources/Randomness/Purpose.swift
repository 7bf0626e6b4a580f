/// What a random draw is for, so that draws for different ends never share their luck.
///
/// Purposes fixed in the model have small raw values, below 2^31, that never change once used. Purposes of things named
/// by the user, such as programmes, are made from the name: adding, removing or reordering them changes no other draw.
@frozen
public struct Purpose: RawRepresentable, Hashable, Sendable {
  /// The word that enters the counter of the generator.
  public let rawValue: UInt32

  /// The purpose with a given number.
  ///
  /// - Parameter rawValue: The number, below 2^31 for purposes fixed in the model.
  /// - Complexity: O(1).
  @inlinable
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// The purpose that belongs to a name.
  ///
  ///     h <- 2166136261;  for each byte b of the UTF-8 form: h <- (h ^ b) * 16777619 mod 2^32;  raw value h | 2^31
  ///
  /// Two different names share a purpose with probability 2^-31.
  ///
  /// - Parameter label: Any text; upper and lower case differ, and so do different Unicode spellings of one text.
  /// - Complexity: O(n) in the bytes of the label, no allocation.
  ///
  /// Source: Fowler, Noll and Vo 1991, FNV-1a with 32 bits, RFC 9923.
  public init(label: String) {
    var hash: UInt32 = 2_166_136_261
    for byte in label.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    rawValue = hash | 0x8000_0000
  }
}
