import Simulation
import Testing

@Suite struct BlockTests {
  /// Group sizes from 1 to 37 in an order without pattern; sums to 1,900.
  static let groupStarts: [Int] = (0..<100).reduce(into: [0]) { starts, group in
    starts.append(starts[group] + 1 + (group * 23 + 5) % 37)
  }

  @Test("blocks cover all entities in order and never divide a group", arguments: [1, 2, 7, 64, 1000, 1_000_000])
  func partition(size: Int) throws {
    let blocks = Block.partition(groupStarts: Self.groupStarts, size: size)
    try #require(!blocks.isEmpty)
    #expect(blocks.map(\.index) == Array(0..<blocks.count))
    #expect(blocks.flatMap { Array($0.members) } == Array(0..<(Self.groupStarts.last ?? 0)))
    #expect(blocks.flatMap { Array($0.groups) } == Array(0..<Self.groupStarts.count - 1))
    for block in blocks {
      #expect(block.members.lowerBound == Self.groupStarts[block.groups.lowerBound])
      #expect(block.members.upperBound == Self.groupStarts[block.groups.upperBound])
    }
  }

  @Test("a block is closed by the group that fills it", arguments: [2, 40, 500])
  func size(size: Int) {
    for block in Block.partition(groupStarts: Self.groupStarts, size: size).dropLast() {
      let withoutLast = Self.groupStarts[block.groups.upperBound - 1] - block.members.lowerBound
      #expect(block.members.count >= size)
      #expect(withoutLast < size)
    }
  }

  @Test("no entities make no blocks")
  func empty() {
    #expect(Block.partition(groupStarts: [0], size: 8).isEmpty)
    #expect(Block.partition(groupStarts: [], size: 8).isEmpty)
  }
}
