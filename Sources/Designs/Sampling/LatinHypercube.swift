internal import Randomness

/// A Latin hypercube: each variable's range is cut into as many equal parts as there are points, each used once.
///
///     u_iv = (order_v(i) + r_iv) / n,  order_v a random permutation of 0 ..< n,  r_iv uniform in (0, 1)
///
/// Another number of points gives quite other points.
///
/// Source: McKay, Beckman and Conover 1979, doi:10.1080/00401706.1979.10489755.
struct LatinHypercube: Sampling, Hashable {
  /// The number of points n.
  let count: Int
  /// Positions, variable by variable.
  private let units: [Double]

  /// Draws a Latin hypercube.
  /// - Precondition: The number of points is in 1...2^24.
  /// - Complexity: O(points variables).
  init(points: Int, variables: Int, seed: UInt64) {
    precondition(points >= 1 && points <= 1 << 24, "a Latin hypercube has from 1 to 2^24 points")
    let stream = RandomStream(seed: seed, replication: 0)
    var units: [Double] = []
    units.reserveCapacity(points * variables)
    for variable in 0..<variables {
      let words = (0..<points).map {
        stream.draw(entity: UInt32($0), quarter: Int32(variable), purpose: .latinHypercube)
      }
      let order = randomOrder(points) { words[$0].word1 }
      for (part, draw) in zip(order, words) { units.append((Double(part) + draw.uniform0) / Double(points)) }
    }
    count = points
    self.units = units
  }

  func unit(point: Int, variable: Int) -> Double { units[variable * count + point] }
}
