/// Every combination of the positions of some variables, the last variable changing fastest.
struct FullFactorial: Sampling {
  let count: Int
  /// The positions of each variable.
  private let positions: [[Double]]
  /// For each variable how many points pass until its position changes.
  private let strides: [Int]

  /// All combinations of the positions of each variable.
  /// - Precondition: Each variable has a position, and the product of their numbers fits an `Int`.
  /// - Complexity: O(variables).
  init(positions: [[Double]]) {
    precondition(positions.allSatisfy { !$0.isEmpty }, "each variable needs a level")
    self.positions = positions
    var strides = [Int](repeating: 1, count: positions.count)
    for variable in positions.indices.dropLast().reversed() {
      strides[variable] = strides[variable + 1] * positions[variable + 1].count
    }
    self.strides = strides
    count = positions.reduce(1) { $0 * $1.count }
  }

  func unit(point: Int, variable: Int) -> Double {
    positions[variable][point / strides[variable] % positions[variable].count]
  }
}
