/// Who owes in two waves a year apart.
///
///     stay = share of the debtors of the first wave that owe in the second,  enter = share of the others that do,
///     prevalence = share that owes, mean of both waves
struct DebtMoves: Sendable {
  let stay: Double
  let enter: Double
  let prevalence: Double

  /// Counts households by their weights; a share of nobody is NaN.
  ///
  /// - Complexity: O(n).
  init(owesFirst: [Bool], owesSecond: [Bool], weights: [Double]) {
    // Weights by whether a household owes first, then whether it owes second.
    var table = [[0.0, 0.0], [0.0, 0.0]]
    for (index, weight) in weights.enumerated() {
      table[owesFirst[index] ? 1 : 0][owesSecond[index] ? 1 : 0] += weight
    }
    stay = table[1][1] / (table[1][0] + table[1][1])
    enter = table[0][1] / (table[0][0] + table[0][1])
    let total = table[0][0] + table[0][1] + table[1][0] + table[1][1]
    prevalence = (table[1][0] + table[0][1] + 2 * table[1][1]) / (2 * total)
  }
}
