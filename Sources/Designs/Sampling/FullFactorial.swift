/// Every combination of the levels of some variables, the last variable changing fastest.
public struct FullFactorial: Hashable, Sendable {
  /// The number of levels of each variable.
  public let levels: [Int]
  /// The number of points, the product of all numbers of levels.
  public let count: Int
  /// For each variable how many points pass until its level changes.
  private let strides: [Int]

  /// All combinations.
  ///
  /// - Parameter levels: The number of levels of each variable, each at least 1.
  /// - Precondition: Each number is at least 1 and their product fits an `Int`.
  /// - Complexity: O(variables).
  public init(levels: [Int]) {
    precondition(levels.allSatisfy { $0 >= 1 }, "each variable needs a level")
    self.levels = levels
    var strides = [Int](repeating: 1, count: levels.count)
    for variable in levels.indices.dropLast().reversed() {
      strides[variable] = strides[variable + 1] * levels[variable + 1]
    }
    self.strides = strides
    count = levels.reduce(1, *)
  }

  /// The level of a variable at a point.
  ///
  /// - Parameters:
  ///   - point: Which point, 0 ..< `count`.
  ///   - variable: Which variable, from 0.
  /// - Returns: A level, from 0.
  /// - Complexity: O(1).
  public func level(point: Int, variable: Int) -> Int {
    point / strides[variable] % levels[variable]
  }
}
