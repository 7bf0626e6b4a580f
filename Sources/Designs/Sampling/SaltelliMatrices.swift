/// Points for first-order and total Sobol' indices: two matrices, and the first with one column from the second.
///
///     A, B: n rows of d variables, columns 0 ..< d and d ..< 2d of a Sobol' sequence in 2d dimensions
///     AB_v: A with column v from B
///
/// Points come row by row: A_i, B_i, AB_0i, ... AB_(d-1)i, so that the first rows can be analysed before the others are
/// there, and rows can be added. A power of two of rows makes the best of the sequence.
///
/// Source: Saltelli, Annoni, Azzini, Campolongo, Ratto and Tarantola 2010, doi:10.1016/j.cpc.2009.09.018.
public struct SaltelliMatrices: Hashable, Sendable {
  /// Which matrix a point belongs to.
  public enum Matrix: Hashable, Sendable {
    /// The first matrix.
    case first
    /// The second matrix.
    case second
    /// The first matrix with the column of a variable from the second.
    case crossed(variable: Int)
  }

  /// The number of rows n.
  public let rows: Int
  /// The number of variables d.
  public let variables: Int
  private let sequence: SobolSequence

  /// The matrices from a Sobol' sequence with a random digital shift.
  ///
  /// - Parameters:
  ///   - rows: The number of rows, at least 1.
  ///   - variables: The number of variables, at most half the dimensions of a Sobol' sequence.
  ///   - seed: The seed of the shift.
  /// - Precondition: There is a variable, and there are not too many.
  /// - Complexity: O(variables).
  public init(rows: Int, variables: Int, seed: UInt64) {
    self.rows = rows
    self.variables = variables
    sequence = SobolSequence(dimensions: 2 * variables, seed: seed)
  }

  /// The number of points, n (d + 2).
  public var pointCount: Int { rows * (variables + 2) }

  /// The matrix that a point belongs to.
  ///
  /// - Parameter point: Which point, 0 ..< `pointCount`.
  /// - Returns: The matrix; the row is the point over d + 2.
  /// - Complexity: O(1).
  public func matrix(point: Int) -> Matrix {
    let place = point % (variables + 2)
    return place == 0 ? .first : place == 1 ? .second : .crossed(variable: place - 2)
  }

  /// The position of a variable at a point.
  ///
  /// - Parameters:
  ///   - point: Which point, 0 ..< `pointCount`.
  ///   - variable: Which variable, from 0.
  /// - Returns: A number in (0, 1).
  /// - Complexity: O(log rows).
  public func unit(point: Int, variable: Int) -> Double {
    let matrix = matrix(point: point)
    let isFromSecond = matrix == .second || matrix == .crossed(variable: variable)
    return sequence.unit(
      point: point / (variables + 2), dimension: isFromSecond ? variables + variable : variable)
  }
}
