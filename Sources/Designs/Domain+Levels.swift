extension Variable.Domain {
  /// Evenly spaced cumulative probabilities, upwards: at least one level of a grid.
  ///
  ///     bounded distributions  i / (n - 1), the ends included; 1/2 for a single level
  ///     otherwise              (i + 1/2) / n, because an unbounded distribution has no ends,
  ///                            and values own equal parts of 0...1
  func positions(levels count: Int) -> [Double] {
    if case .number(let distribution, _) = self, distribution.isBounded, count > 1 {
      return (0..<count).map { Double($0) / Double(count - 1) }
    }
    return (0..<count).map { (Double($0) + 0.5) / Double(count) }
  }

  /// The positions that a factorial design uses: one for each value, whatever the number of levels; for ranges the
  /// levels, without those that round to the same whole number as the one before.
  func factorialPositions(levels count: Int) -> [Double] {
    if case .values(let values) = self { return positions(levels: values.count) }
    var distinct: [Double] = []
    var last: Double?
    for position in positions(levels: count) {
      let number = number(at: position)
      if number != last { distinct.append(position) }
      last = number
    }
    return distinct
  }
}
