import LinearAlgebra
import Testing

@Suite struct BLASTests {
  /// The orders in which a slow product adds its terms.
  enum SummationOrder: CaseIterable {
    case forward, reversed, oddBeforeEven, halves
  }

  static let sizes: [(rows: Int, inner: Int, columns: Int)] = [
    (1, 1, 1), (1, 64, 6), (2, 3, 5), (3, 33, 6), (7, 64, 1), (31, 40, 6), (64, 33, 6), (65, 17, 7), (257, 64, 6),
    (513, 33, 8), (1024, 40, 6),
  ]

  /// Numbers on the grid of features or coefficients, all sizes up to the limit, by a small congruential generator.
  static func gridMatrix(count: Int, step: Double, limit: Double, seed: UInt64) -> [Double] {
    let largest = Int64(limit / step)
    var state = seed
    return (0..<count).map { index in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let number = Int64(state >> 33) % (2 * largest + 1) - largest
      // Some entries at the very limit.
      return Double(index % 11 == 0 ? largest : index % 13 == 0 ? -largest : number) * step
    }
  }

  /// The product of two matrices by rows, one entry at a time.
  static func slowProduct(
    rows: Int, inner: Int, columns: Int, left: [Double], right: [Double], order: SummationOrder
  ) -> [Double] {
    let indices: [Int] =
      switch order {
      case .forward: Array(0..<inner)
      case .reversed: Array((0..<inner).reversed())
      case .oddBeforeEven: Array(stride(from: 1, to: inner, by: 2)) + Array(stride(from: 0, to: inner, by: 2))
      case .halves: Array((inner / 2)..<inner) + Array(0..<(inner / 2))
      }
    var result = [Double](repeating: 0, count: rows * columns)
    for row in 0..<rows {
      for column in 0..<columns {
        for index in indices {
          result[row * columns + column] += left[row * inner + index] * right[index * columns + column]
        }
      }
    }
    return result
  }

  static func transposed(_ matrix: [Double], rows: Int, columns: Int) -> [Double] {
    (0..<(rows * columns)).map { matrix[($0 % rows) * columns + $0 / rows] }
  }

  /// The product of matrices stored by rows: by columns it is the product of the transposes in reverse.
  static func multiplyByRows(
    rows: Int, inner: Int, columns: Int, left: UnsafePointer<Double>, right: UnsafePointer<Double>,
    result: UnsafeMutablePointer<Double>
  ) {
    BLAS.multiply(rows: columns, inner: inner, columns: rows, left: right, right: left, result: result)
  }

  @Test("a product known by hand")
  func knownAnswer() {
    let left: [Double] = [1, 2, 3, 4, 5, 6]
    let right: [Double] = [7, 8, 9, 10, 11, 12]
    var result = [Double](repeating: .nan, count: 4)
    Self.multiplyByRows(rows: 2, inner: 3, columns: 2, left: left, right: right, result: &result)
    #expect(result == [58, 64, 139, 154])
    BLAS.multiply(rows: 2, inner: 3, columns: 2, left: left, right: right, result: &result)
    #expect(result == [76, 100, 103, 136])
  }

  @Test("on the grids, products have the same bits in any order of summation", arguments: sizes)
  func exactness(rows: Int, inner: Int, columns: Int) {
    let left = Self.gridMatrix(count: rows * inner, step: 0x1p-10, limit: 8, seed: 1)
    let right = Self.gridMatrix(count: inner * columns, step: 0x1p-16, limit: 32, seed: 2)
    var byRows = [Double](repeating: .nan, count: rows * columns)
    Self.multiplyByRows(rows: rows, inner: inner, columns: columns, left: left, right: right, result: &byRows)
    var byColumns = byRows
    BLAS.multiply(
      rows: rows, inner: inner, columns: columns, left: Self.transposed(left, rows: rows, columns: inner),
      right: Self.transposed(right, rows: inner, columns: columns), result: &byColumns)
    for order in SummationOrder.allCases {
      let slow = Self.slowProduct(rows: rows, inner: inner, columns: columns, left: left, right: right, order: order)
      #expect(byRows.map(\.bitPattern) == slow.map(\.bitPattern))
      #expect(byColumns.map(\.bitPattern) == Self.transposed(slow, rows: rows, columns: columns).map(\.bitPattern))
    }
  }

  @Test("the largest possible sum is exact")
  func extremes() {
    let left = [Double](repeating: 8, count: 5 * 64)
    let right = [Double](repeating: 32 - 0x1p-16, count: 64 * 3)
    var result = [Double](repeating: 0, count: 15)
    Self.multiplyByRows(rows: 5, inner: 64, columns: 3, left: left, right: right, result: &result)
    #expect(result.allSatisfy { $0 == 16384 - 0x1p-7 })
  }

  @Test("a row of the product depends on its own row only")
  func rowsAreSeparate() {
    let left = Self.gridMatrix(count: 129 * 33, step: 0x1p-10, limit: 8, seed: 3)
    let right = Self.gridMatrix(count: 33 * 6, step: 0x1p-16, limit: 32, seed: 4)
    var all = [Double](repeating: 0, count: 129 * 6)
    Self.multiplyByRows(rows: 129, inner: 33, columns: 6, left: left, right: right, result: &all)
    for row in 0..<129 {
      var one = [Double](repeating: 0, count: 6)
      Self.multiplyByRows(
        rows: 1, inner: 33, columns: 6, left: Array(left[(row * 33)..<((row + 1) * 33)]), right: right, result: &one)
      #expect(one == Array(all[(row * 6)..<((row + 1) * 6)]))
    }
  }

  @Test("empty matrices")
  func empty() {
    var result: [Double] = [5, 5]
    Self.multiplyByRows(rows: 2, inner: 0, columns: 1, left: [], right: [], result: &result)
    #expect(result == [0, 0])
    result = [5, 5]
    Self.multiplyByRows(rows: 0, inner: 2, columns: 1, left: [], right: [1, 1], result: &result)
    BLAS.multiply(rows: 2, inner: 2, columns: 0, left: [1, 1, 1, 1], right: [], result: &result)
    #expect(result == [5, 5])
  }

  @Test("the library names itself and its processor")
  func names() {
    BLAS.useOneThread()
    #expect(BLAS.configuration.contains("OpenBLAS"))
    #expect(!BLAS.coreName.isEmpty)
  }
}
