/// All the luck of one replication of an experiment: a pure function of entity, quarter and purpose.
///
///     words = Philox4x32-10(counter: (entity, quarter, purpose, replication), key: seed)
///
/// Nothing is remembered between draws, so that the order of draws, the number of threads, and draws added for other
/// ends, entities or quarters change nobody's luck.
@frozen
public struct RandomStream: Hashable, Sendable {
  /// The seed of the experiment.
  public let seed: UInt64
  /// Which repetition of the experiment this is, from 0.
  public let replication: UInt32

  /// The luck of one replication under a seed.
  ///
  /// - Parameters:
  ///   - seed: Any number; its low word is the first word of the generator's key, its high word the second.
  ///   - replication: Which repetition, from 0.
  /// - Complexity: O(1).
  @inlinable
  public init(seed: UInt64, replication: UInt32) {
    self.seed = seed
    self.replication = replication
  }

  /// The random words of an entity in a quarter, for one purpose.
  ///
  /// - Parameters:
  ///   - entity: The number of the household, patron, neighbourhood or other entity that draws.
  ///   - quarter: The quarter, from 0; quarters of the burn-in are negative and enter as two's complement.
  ///   - purpose: What the draw is for; kinds of entities that share numbers need different purposes.
  /// - Returns: Four random words.
  /// - Complexity: O(1), no allocation.
  @inlinable @inline(__always)
  public func draw(entity: UInt32, quarter: Int32, purpose: Purpose) -> RandomWords {
    let lanes = Philox4x32.lanes(
      counter: (entity, UInt32(bitPattern: quarter), purpose.rawValue, replication),
      key: (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed &>> 32)))
    return RandomWords(lanes: lanes)
  }
}
