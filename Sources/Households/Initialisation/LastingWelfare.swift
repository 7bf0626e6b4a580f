import ExactMath

/// The distribution of the lasting part of welfare in a survey stratum, which the survey shows only through luck and error.
///
/// Observed log welfare is `e = mu + beta s + b + l`: what the scorecard's points `s` tell of it by least squares, for
/// what a scorecard asks for lasts; a lasting part `b` that it does not tell; and `l ~ N(0, v)`, the household's luck of
/// the quarter and the survey's error. The density `f` of `b` on a grid is that for which `b + l` has the distribution
/// `h` of the residuals `r`, found by the iteration
///
///     f(b) <- f(b) sum over r of h(r) phi((r - b) / sqrt v) / sum over b' of f(b') phi((r - b') / sqrt v)
///
/// Source: Richardson 1972, doi:10.1364/JOSA.62.000055; Lucy 1974, doi:10.1086/111605.
struct LastingWelfare: Sendable {
  /// Points of the grid and steps of the iteration; more of either move no decile by a thousandth.
  private static let points = 90
  /// One number for each point.
  private typealias Masses = InlineArray<90, Double>
  private static let iterations = 80

  /// Mean of log consumption over need at no points, unscaled (`mu` without `ln g`).
  private let mean: Double
  /// Log points for each point of the scorecard (`beta`).
  private let slope: Double
  private let variance: Double
  private let first: Double
  private let step: Double
  private let density: [Double]
  /// `exp(-step^2 / v)`.
  private let decay: Double

  /// - Parameters:
  ///   - logarithms: log consumption over need of each row, unscaled.
  ///   - points: scorecard points of each row.
  ///   - weights: the rows' weights, above 0.
  ///   - variance: `v`, from 0.
  ///
  /// Complexity: O(rows + iterations points^2).
  init(logarithms: [Double], points: [Double], weights: [Double], variance: Double) {
    let total = weights.reduce(0, +)
    func mean(_ value: (Int) -> Double) -> Double {
      weights.indices.reduce(0) { $0 + weights[$1] * value($1) } / total
    }
    let (meanLogarithm, meanPoints) = (mean { logarithms[$0] }, mean { points[$0] })
    let spread = mean { (points[$0] - meanPoints) * (points[$0] - meanPoints) }
    let slope = spread > 0 ? mean { (points[$0] - meanPoints) * (logarithms[$0] - meanLogarithm) } / spread : 0
    let intercept = meanLogarithm - slope * meanPoints
    (self.mean, self.slope, self.variance) = (intercept, slope, variance)
    let residuals = logarithms.indices.map { logarithms[$0] - intercept - slope * points[$0] }
    let (low, high) = (residuals.min() ?? 0, residuals.max() ?? 0)
    first = low
    step = max(high - low, 1e-9) / Double(Self.points - 1)
    var histogram = [Double](repeating: 0, count: Self.points)
    for (residual, weight) in zip(residuals, weights) {
      // Between two points a row counts for both, by its nearness.
      let position = (residual - low) / step
      let cell = min(Self.points - 2, Int(position))
      histogram[cell] += weight / total * (Double(cell + 1) - position)
      histogram[cell + 1] += weight / total * (position - Double(cell))
    }
    decay = variance > 0 ? exponential(-step * step / variance) : 0
    guard variance > 0 else {
      density = histogram
      return
    }
    let step = step
    let kernel = (0..<Self.points).map { exponential(-Double($0 * $0) * step * step / (2 * variance)) }
    var density = [Double](repeating: 1 / Double(Self.points), count: Self.points)
    for _ in 0..<Self.iterations {
      let ratios = (0..<Self.points).map { observed in
        var shown = 0.0
        for lasting in 0..<Self.points { shown += density[lasting] * kernel[abs(observed - lasting)] }
        return shown > 0 ? histogram[observed] / shown : 0
      }
      for lasting in 0..<Self.points {
        var factor = 0.0
        for observed in 0..<Self.points { factor += ratios[observed] * kernel[abs(observed - lasting)] }
        density[lasting] *= factor
      }
      let sum = density.reduce(0, +)
      for lasting in 0..<Self.points { density[lasting] /= sum }
    }
    self.density = density
  }

  /// Draws the lasting part of a household's log welfare given what the survey observed.
  ///
  /// Within a cell of the grid `b` is uniform. Complexity: O(points).
  ///
  /// - Parameters:
  ///   - logarithm: log consumption over need as surveyed, unscaled.
  ///   - points: its scorecard points.
  ///   - uniform: the household's luck, above 0 and below 1.
  /// - Returns: `mu + beta s + b`, unscaled.
  func draw(given logarithm: Double, points: Double, _ uniform: Double) -> Double {
    let told = mean + slope * points
    return told + unexplained(given: logarithm - told, uniform)
  }

  private func unexplained(given observed: Double, _ uniform: Double) -> Double {
    guard variance > 0 else { return observed }
    let position = (observed - first) / step
    let nearest = max(0, min(Self.points - 1, Int(position.rounded())))
    let offset = position - Double(nearest)
    var masses = Masses(repeating: 0)
    masses[nearest] = density[nearest]
    weigh(&masses, from: nearest, by: 1, offset)
    weigh(&masses, from: nearest, by: -1, -offset)
    var total = 0.0
    for point in masses.indices { total += masses[point] }
    var left = uniform * total
    for point in masses.indices {
      let mass = masses[point]
      if left < mass { return first + step * (Double(point) + left / mass - 0.5) }
      left -= mass
    }
    return first + step * Double(Self.points - 1)
  }

  /// Weighs the points to one side of the nearest by their likelihood relative to its own.
  ///
  /// From the `k`-th point to the next it changes by `exp((offset - k - 1/2) step^2 / v)`, and that factor each time by
  /// `exp(-step^2 / v)`.
  private func weigh(_ masses: inout Masses, from nearest: Int, by direction: Int, _ offset: Double) {
    var factor = exponential((offset - 0.5) * step * step / variance)
    var likelihood = 1.0
    var point = nearest + direction
    while masses.indices.contains(point) {
      likelihood *= factor
      factor *= decay
      masses[point] = density[point] * likelihood
      point += direction
    }
  }
}
