/// Points for first-order and total Sobol' indices: two matrices, and the first with one column from the second.
///
///     A, B: n rows of d variables, columns 0 ..< d and d ..< 2d of a Sobol' sequence in 2d dimensions
///     AB_v: A with column v from B
///
/// Points come row by row: A_i, B_i, AB_0i, ... AB_(d-1)i, so that the first rows can be analysed before the others are
/// there, and rows can be added. A power of two of rows makes the best of the sequence.
///
/// Source: Saltelli, Annoni, Azzini, Campolongo, Ratto and Tarantola 2010, doi:10.1016/j.cpc.2009.09.018.
struct SaltelliMatrices: Sampling {
  /// The number of rows n.
  let rows: Int
  /// The number of variables d.
  let variables: Int
  private let sequence: SobolSequence

  /// The matrices, of at least one row, from a Sobol' sequence with a random digital shift.
  /// - Precondition: There is a variable, and there are at most half as many as dimensions of a Sobol' sequence.
  /// - Complexity: O(variables).
  init(rows: Int, variables: Int, seed: UInt64) {
    self.rows = rows
    self.variables = variables
    sequence = SobolSequence(dimensions: 2 * variables, seed: seed)
  }

  /// The number of points, n (d + 2).
  var count: Int { rows * blockLength }
  /// The points of a row, d + 2.
  var blockLength: Int { variables + 2 }

  func unit(point: Int, variable: Int) -> Double {
    let (row, place) = point.quotientAndRemainder(dividingBy: blockLength)
    let isFromSecond = place == 1 || place == 2 + variable
    return sequence.unit(point: row, dimension: isFromSecond ? variables + variable : variable)
  }
}
