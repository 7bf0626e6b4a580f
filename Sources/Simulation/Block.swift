/// A run of entities that one worker takes through the processes of a stage while they are in its cache.
public struct Block: Hashable, Sendable {
  /// Position among the blocks.
  public let index: Int
  /// The groups that the block holds whole.
  public let groups: Range<Int>
  /// The entities that the block holds.
  public let members: Range<Int>

  /// Where entities of the block are in memory that holds the block alone.
  /// - Parameter entities: a range within `members`.
  /// - Returns: the same range, counted from the block's first entity.
  @inlinable
  public func rows(of entities: Range<Int>) -> Range<Int> {
    entities.lowerBound - members.lowerBound..<entities.upperBound - members.lowerBound
  }

  /// Cuts entities into blocks of whole groups.
  ///
  /// Results never depend on where the cuts are: a process may add up within a group, and groups are never divided.
  /// Complexity: O(number of groups).
  ///
  /// - Parameters:
  ///   - groupStarts: index of the first entity of each group, ascending, followed by the number of entities.
  ///   - size: a block is closed once it holds at least so many entities.
  /// - Returns: blocks that cover all entities in order.
  public static func partition(groupStarts: [Int], size: Int) -> [Block] {
    precondition(size > 0, "a block holds at least one entity")
    var blocks: [Block] = []
    var firstGroup = 0
    for group in 0..<max(0, groupStarts.count - 1) {
      let members = groupStarts[firstGroup]..<groupStarts[group + 1]
      guard members.count >= size || group == groupStarts.count - 2 else { continue }
      blocks.append(Block(index: blocks.count, groups: firstGroup..<group + 1, members: members))
      firstGroup = group + 1
    }
    return blocks
  }
}
