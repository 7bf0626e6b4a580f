/// Sorts items by unsigned keys in memory that is given to it: stable, and without allocation.
///
/// Least-significant-digit radix sort with digits of 16 bits. Complexity: O(count + 65,536).
///
/// - Parameters:
///   - items: key in the high and item in the low 32 bits of each element; sorted by key on return.
///   - spare: at least as many elements, overwritten.
///   - counts: 65,536 elements, overwritten.
public func sortByKey(
  _ items: UnsafeMutableBufferPointer<UInt64>, spare: UnsafeMutableBufferPointer<UInt64>,
  counts: UnsafeMutableBufferPointer<Int32>
) {
  precondition(spare.count >= items.count && counts.count == 65_536, "the spare memory has the wrong size")
  var source = items
  var target = UnsafeMutableBufferPointer(rebasing: spare[0..<items.count])
  for shift in [32 as UInt64, 48] {
    counts.update(repeating: 0)
    for item in source { counts[Int(truncatingIfNeeded: (item &>> shift) & 0xFFFF)] += 1 }
    var start: Int32 = 0
    for digit in 0..<65_536 {
      let count = counts[digit]
      counts[digit] = start
      start += count
    }
    for item in source {
      let digit = Int(truncatingIfNeeded: (item &>> shift) & 0xFFFF)
      target[Int(counts[digit])] = item
      counts[digit] += 1
    }
    swap(&source, &target)
  }
}
