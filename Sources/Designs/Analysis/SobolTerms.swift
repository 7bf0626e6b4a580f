/// What each row contributes to the sums behind Sobol' indices, so that a resample costs only weighted sums.
struct SobolTerms {
  private let variables: Int
  /// For each row a + b and a^2 + b^2, then for each variable ab - a, b (ab - a) and (ab - a)^2, all centred.
  private let terms: [Double]
  private let length: Int

  /// The terms of some rows, outputs at A, B and each AB, all finite.
  init(rows: [ArraySlice<Double>], variables: Int) {
    self.variables = variables
    length = 2 + 3 * variables
    // Taken from the first output, so that the centre of equal outputs is exact and their variance 0.
    let start = rows.first?.first ?? 0
    let deviations = rows.reduce(0) { $0 + ($1[$1.startIndex] - start) + ($1[$1.startIndex + 1] - start) }
    let centre = start + deviations / Double(max(1, 2 * rows.count))
    terms = rows.flatMap { row in
      let a = row[row.startIndex] - centre
      let b = row[row.startIndex + 1] - centre
      return [a + b, a * a + b * b]
        + row.dropFirst(2).flatMap { crossed in
          let change = (crossed - centre) - a
          return [change, b * change, change * change]
        }
    }
  }

  /// The first-order indices, then the total ones, where each row counts so often, as many in all as there are rows;
  /// NaN without variance.
  /// - Complexity: O(rows variables).
  func indices(weights: [Double]) -> [Double] {
    let means = means(weights: weights)
    let mean = means[0] / 2
    let meanSquare = means[1] / 2
    let variance = meanSquare - mean * mean
    // What rounding leaves of a difference of equal numbers is no variance.
    guard variance > meanSquare * 0x1p-40 else { return [Double](repeating: .nan, count: 2 * variables) }
    let firstOrder = (0..<variables).map { variable in
      (means[3 + 3 * variable] - mean * means[2 + 3 * variable]) / variance
    }
    return firstOrder + (0..<variables).map { means[4 + 3 * $0] / 2 / variance }
  }

  /// The weighted mean of each term over the rows.
  private func means(weights: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: length)
    terms.withUnsafeBufferPointer { terms in
      sums.withUnsafeMutableBufferPointer { sums in
        for (row, weight) in weights.enumerated() where weight > 0 {
          for index in 0..<sums.count { sums[index] += weight * terms[row * sums.count + index] }
        }
      }
    }
    return sums.map { $0 / Double(weights.count) }
  }
}
