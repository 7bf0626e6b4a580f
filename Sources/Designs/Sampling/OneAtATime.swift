/// A usual point, and each variable alone at a low and at a high value: the points of a tornado diagram.
///
/// Point 0 is the usual one, point 1 + 2v has variable v low, point 2 + 2v has it high.
struct OneAtATime: Sampling {
  /// The number of variables d.
  let variables: Int
  /// The cumulative probability of low values; that of high ones is 1 less it.
  let low: Double

  /// The number of points, 1 + 2 d.
  var count: Int { 1 + 2 * variables }

  func unit(point: Int, variable: Int) -> Double {
    point == 1 + 2 * variable ? low : point == 2 + 2 * variable ? 1 - low : .nan
  }
}
