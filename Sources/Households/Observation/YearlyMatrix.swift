/// Moves over one year or over three: between the levels of a dimension, or in and out of poverty.
public struct YearlyMatrix: Hashable, Sendable {
  /// The years between the two looks.
  public let years: Int
  /// The dimension's name, or `poverty`.
  public let dimension: String
  /// The names of the levels, worst to best.
  public let levelNames: [String]
  /// What is counted.
  public let unit: String
  /// Where its counts begin in `HouseholdDynamics.yearlyMoves`.
  let start: Int

  /// The spans over which moves are counted, in years.
  static let spans = [1, 3]
  /// The counts of a span: 16 for each dimension, then 4 for poverty.
  static let countsOfSpan = 16 * Dimension.allCases.count + 4

  /// All matrices, in the order of outputs: by years, then the dimensions and poverty.
  public static let all: [YearlyMatrix] = spans.enumerated().flatMap { index, years in
    let start = countsOfSpan * index
    return Dimension.allCases.map { dimension in
      YearlyMatrix(
        years: years, dimension: dimension.name, levelNames: dimension.levelNames, unit: "real household-years",
        start: start + 16 * dimension.rawValue)
    } + [
      YearlyMatrix(
        years: years, dimension: "poverty", levelNames: ["poor", "not_poor"], unit: "real person-years",
        start: start + countsOfSpan - 4)
    ]
  }

  /// How many counts all matrices have.
  public static let count = countsOfSpan * spans.count

  /// The counts of this matrix by rows, `to + levels * from`.
  /// - Parameter moves: the counts of all matrices.
  /// - Returns: the part of this one.
  public func counts(in moves: [Double]) -> [Double] {
    Array(moves[start..<start + levelNames.count * levelNames.count])
  }
}
