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
    households(byWelfare: welfare) { UInt32(truncatingIfNeeded: $0) }.lazy.map { Int($0.label) }
  }

  /// Welfare and label of households in that order: who needs little of each takes it along instead of looking it up out
  /// of order.
  ///
  /// - Parameters:
  ///   - welfare: of a household, from 0.
  ///   - label: what it takes along.
  /// - Returns: welfare and label, good until the next call.
  func households(
    byWelfare welfare: (Int) -> Float, labelled label: (Int) -> UInt32
  ) -> some Collection<(welfare: Float, label: UInt32)> {
    for position in items.elements.indices {
      items[position] = UInt64(welfare(position).bitPattern) << 32 | UInt64(label(position))
    }
    sortByKey(items.elements, spare: spare.elements, counts: digits.elements)
    // The memory goes with the columns, which the result keeps.
    return items.elements.indices.lazy.map { [items] position in
      let item = items[position]
      return (Float(bitPattern: UInt32(item >> 32)), UInt32(truncatingIfNeeded: item))
    }
  }
}
