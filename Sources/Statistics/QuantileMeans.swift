/// The mean of each of equally large parts of a population, from the poorest to the richest.
///
/// A member that lies across the border of two parts is divided between them.
///
/// - Parameters:
///   - values: Welfare or other amounts, sorted upwards.
///   - weights: Weights, at least 0, as many and in the same order.
///   - count: The number of parts, at least 1: 20 for twentieths.
/// - Returns: `count` means, never falling; NaN each if there is no weight.
/// - Precondition: There are as many weights as values, and a part.
/// - Complexity: O(n + count).
@inlinable
public func quantileMeans(
  sortedValues values: some RandomAccessCollection<Double>, weights: some RandomAccessCollection<Double>, count: Int
) -> [Double] {
  precondition(values.count == weights.count, "each value needs a weight")
  precondition(count >= 1, "a population has at least one part")
  let size = weights.reduce(0, +) / Double(count)
  guard size > 0 else { return Array(repeating: .nan, count: count) }
  var means: [Double] = []
  var (sum, missing) = (0.0, size)
  for (value, weight) in zip(values, weights) {
    var left = weight
    while left > missing, means.count < count - 1 {
      means.append((sum + missing * value) / size)
      left -= missing
      (sum, missing) = (0, size)
    }
    sum += left * value
    missing -= left
  }
  // What rounding has left of the last parts belongs to the largest value.
  while means.count < count {
    means.append((sum + max(0, missing) * (values.last ?? .nan)) / size)
    (sum, missing) = (0, size)
  }
  return means
}
