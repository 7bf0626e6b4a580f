/// The rows of one survey stratum, ready to be drawn by weight.
struct SurveyStratum: Sendable {
  let rows: [SurveyHousehold]
  /// Running sums of the weights.
  private let cumulativeWeights: [Double]

  init(rows: [SurveyHousehold]) {
    self.rows = rows
    var sum = 0.0
    cumulativeWeights = rows.map { row in
      sum += row.weight
      return sum
    }
  }

  /// The row that a uniform number selects, in O(log rows).
  func row(_ uniform: Double) -> SurveyHousehold {
    let point = uniform * (cumulativeWeights.last ?? 0)
    var (low, high) = (0, rows.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulativeWeights[middle] > point { high = middle } else { low = middle + 1 }
    }
    return rows[low]
  }
}
