import ExactMath

/// The rows of one survey stratum, ready to be drawn by weight.
struct SurveyStratum: Sendable {
  let rows: [SurveyHousehold]
  /// What of their welfare lasts.
  let lasting: LastingWelfare
  /// Log consumption over need of each row, unscaled.
  private let logarithms: [Double]
  /// Scorecard points of each row, before they are cut to 0-100.
  private let points: [Double]
  /// Running sums of the weights.
  private let cumulativeWeights: [Double]

  /// - Parameters:
  ///   - rows: households of the stratum, with weights above 0.
  ///   - parameters: the poverty line, and how much of observed welfare does not last.
  init(rows: [SurveyHousehold], _ parameters: Parameters) {
    self.rows = rows
    var sum = 0.0
    cumulativeWeights = rows.map { row in
      sum += row.weight
      return sum
    }
    let line = parameters.initial.povertyLine
    logarithms = rows.map { naturalLogarithm($0.welfareRatio(povertyLine: line)) }
    points = rows.map(parameters.score.base)
    lasting = LastingWelfare(
      logarithms: logarithms, points: points, weights: rows.map(\.weight), variance: Opening.variance(parameters))
  }

  /// The row that a uniform number selects, the logarithm of its welfare ratio and its points, in O(log rows).
  func row(_ uniform: Double) -> (SurveyHousehold, logarithm: Double, points: Double) {
    let point = uniform * (cumulativeWeights.last ?? 0)
    var (low, high) = (0, rows.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulativeWeights[middle] > point { high = middle } else { low = middle + 1 }
    }
    return (rows[low], logarithms[low], points[low])
  }
}

extension SurveyHousehold {
  /// Surveyed consumption over need, unscaled: `c / (z adult equivalents)`, both of a quarter.
  func welfareRatio(povertyLine: Double) -> Double {
    consumptionPerMonth * 3 / 1000 / (povertyLine * adultEquivalents)
  }
}
