import Simulation

/// Sorts households by their welfare, in memory that is kept from one time to the next.
final class WelfareOrder: Sendable {
  private let items: Column<UInt64>
  private let spare: Column<UInt64>
  private let digits = Column<Int32>(repeating: 0, count: 65_536)

  init(count: Int) {
    items = Column(repeating: 0, count: count)
    spare = Column(repeating: 0, count: count)
  }

  /// Positions of households from the least welfare to the most, of equal welfare as they stand; good until the next call.
  ///
  /// Complexity: O(households).
  func positions(byWelfare welfare: (Int) -> Float) -> some Collection<Int> {
    for position in items.elements.indices {
      items[position] = UInt64(welfare(position).bitPattern) << 32 | UInt64(position)
    }
    sortByKey(items.elements, spare: spare.elements, counts: digits.elements)
    // The memory goes with the columns, which the positions keep.
    return items.elements.indices.lazy.map { [items] in Int(items[$0] & 0xFFFF_FFFF) }
  }
}
