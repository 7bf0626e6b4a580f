internal import ExactMath

/// A table of two crossed factors with one number in each cell, and its sums of squares.
struct CrossedTable {
  /// The mean of all cells; NaN if there are none.
  let mean: Double
  /// The sums of squared deviations of row means, of column means, and of cells from what both predict; 0 where the
  /// deviations are rounding alone.
  let sumsOfSquares: (rows: Double, columns: Double, interaction: Double)

  /// The sums of a table of rows that are all as long, with at least one column.
  init(rows: [[Double]], columns: Int) {
    // Deviations from the first cell keep a large mean from drowning them, and are exactly 0 for equal cells.
    let origin = rows.first?[0] ?? .nan
    let cells = rows.map { $0.map { $0 - origin } }
    let rowMeans = cells.map { $0.reduce(0, +) / Double(columns) }
    let columnMeans = (0..<columns).map { column in
      cells.reduce(0) { $0 + $1[column] } / Double(cells.count)
    }
    let mean = rowMeans.reduce(0, +) / Double(cells.count)
    self.mean = origin + mean

    var interaction = 0.0
    for (row, rowMean) in zip(cells, rowMeans) {
      for (cell, columnMean) in zip(row, columnMeans) {
        let residual = cell - rowMean - columnMean + mean
        interaction += residual * residual
      }
    }
    let rowSquares = rowMeans.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let columnSquares = columnMeans.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let largest = cells.reduce(0) { $1.reduce($0) { max($0, $1.magnitude) } }
    let tolerated = RoundingTolerance.share * largest
    let least = Double(cells.count * columns) * tolerated * tolerated
    func settled(_ squares: Double) -> Double { squares < least ? 0 : squares }
    sumsOfSquares = (
      settled(Double(columns) * rowSquares), settled(Double(cells.count) * columnSquares), settled(interaction)
    )
  }
}
