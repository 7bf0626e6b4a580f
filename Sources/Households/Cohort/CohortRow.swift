/// The masses of one row, which stand side by side with those of the other rows of its tile.
struct CohortRow {
  /// Rows that are advanced together.
  static let lanes = 8
  private let first: UnsafeMutablePointer<Double>

  /// - Parameter first: the first mass of the row; the next is `lanes` further on.
  init(_ first: UnsafeMutablePointer<Double>) { self.first = first }

  /// One of the `CohortMasses.perRow` masses.
  subscript(index: Int) -> Double {
    get { first[Self.lanes * index] }
    nonmutating set { first[Self.lanes * index] = newValue }
  }
}
