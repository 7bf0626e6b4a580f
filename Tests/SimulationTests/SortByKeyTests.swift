import Randomness
import Simulation
import Testing

@Suite struct SortByKeyTests {
  /// Sorts pairs of key and item as the function wants them packed.
  static func sorted(_ keys: [UInt32]) -> [UInt64] {
    let items = Column<UInt64>(repeating: 0, count: keys.count)
    for (item, key) in keys.enumerated() { items[item] = UInt64(key) << 32 | UInt64(item) }
    sort(items)
    return items.values
  }

  private static func sort(_ items: Column<UInt64>) {
    let spare = Column<UInt64>(repeating: 0, count: items.count + 3)
    let counts = Column<Int32>(repeating: 0, count: 65_536)
    withExtendedLifetime((items, spare, counts)) {
      sortByKey(items.elements, spare: spare.elements, counts: counts.elements)
    }
  }

  static func reference(_ keys: [UInt32]) -> [UInt64] {
    keys.enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
      .map { UInt64($0.element) << 32 | UInt64($0.offset) }
  }

  static func keys(count: Int, atMost limit: UInt32) -> [UInt32] {
    let stream = RandomStream(seed: 5, replication: 0)
    return (0..<count).map {
      stream.draw(entity: UInt32($0), quarter: 0, purpose: Purpose(rawValue: 1)).word0 % limit
    }
  }

  @Test(
    "agrees with the library's sort; ties stay in order",
    arguments: [0, 1, 2, 1000, 50_000], [2, 1000, 65_536, 70_000, UInt32.max])
  func agreement(count: Int, limit: UInt32) {
    let keys = Self.keys(count: count, atMost: limit)
    #expect(Self.sorted(keys) == Self.reference(keys))
  }

  @Test("keys that differ in one half only")
  func halves() {
    let keys: [UInt32] = [0xFFFF_0000, 0x0000_FFFF, 0x0001_0000, 0xFFFF_FFFF, 0, 0x0000_FFFF, 0x8000_0000, 1]
    #expect(Self.sorted(keys) == Self.reference(keys))
  }

  @Test("ties stay in order of arrival whatever the items are")
  func stability() {
    let items = Column<UInt64>(repeating: 0, count: 6)
    for (index, item) in ([9, 3, 7, 1, 8, 2] as [UInt64]).enumerated() { items[index] = UInt64(index % 2) << 32 | item }
    Self.sort(items)
    #expect(items.values.map { $0 & 0xFFFF_FFFF } == [9, 7, 8, 3, 1, 2])
  }
}
