internal import ExactMath

/// Spearman's coefficient of rank correlation: Pearson's of the ranks, with the mean of their ranks for those that tie.
///
/// It is NaN with fewer than three numbers, where one is NaN, or where all of one list are equal.
///
/// Source: Spearman 1904, doi:10.2307/1412159.
/// - Complexity: O(n log n).
func spearmanCoefficient(_ first: [Double], _ second: [Double]) -> Double {
  guard first.count > 2, !first.contains(where: \.isNaN), !second.contains(where: \.isNaN) else { return .nan }
  let (x, y) = (ranks(first), ranks(second))
  let middle = Double(first.count + 1) / 2
  let product = zip(x, y).reduce(0) { $0 + ($1.0 - middle) * ($1.1 - middle) }
  let squares = [x, y].map { $0.reduce(0) { $0 + ($1 - middle) * ($1 - middle) } }
  return squares.contains(0) ? .nan : product / (squares[0] * squares[1]).squareRoot()
}

private func ranks(_ numbers: [Double]) -> [Double] {
  // Numbers that are equal but for rounding tie.
  let values = RoundingTolerance.settled(numbers)
  let order = values.indices.sorted { values[$0] < values[$1] }
  var ranks = Array(repeating: 0.0, count: values.count)
  var start = 0
  while start < order.count {
    let end = order[start...].firstIndex { values[$0] != values[order[start]] } ?? order.count
    for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
    start = end
  }
  return ranks
}
