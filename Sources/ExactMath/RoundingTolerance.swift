/// What of figures is rounding alone and decides nothing: the one rule by which shares and money are compared.
///
/// A figure is a sum, or a quotient of sums. Summed one after the other, n numbers of one sign are off by at most
///
///     |computed - exact| <= (n - 1) u |exact|,  u = 2^-53
///
/// so that figures which differ by no more than 2^-40 of the larger are taken as equal. That leaves room for 8,192
/// numbers, more than the quarters, places and kinds of costs that a figure is summed over, while one rupee of a
/// trillion is still a difference.
///
/// Source: Higham 2002, Accuracy and Stability of Numerical Algorithms, 2nd edition, 4.2, doi:10.1137/1.9780898718027.
public enum RoundingTolerance {
  /// The share of a figure up to which a difference is rounding alone.
  @inlinable public static var share: Double { 0x1p-40 }

  /// Whether a number is rounding alone beside the figures that it comes from.
  ///
  /// - Parameters:
  ///   - value: The number, such as a difference of figures.
  ///   - magnitude: The largest of the figures, in the same unit.
  /// - Returns: Whether it is no more than the tolerated share of them; false for NaN and infinity.
  /// - Complexity: O(1).
  @inlinable
  public static func isNothing(_ value: Double, beside magnitude: Double) -> Bool {
    value == 0 || value.isFinite && value.magnitude <= share * magnitude.magnitude
  }

  /// Whether a figure is as large as it has to be.
  ///
  /// - Parameters:
  ///   - value: The figure.
  ///   - required: What it has to reach, in the same unit, often a product such as a share of a count.
  ///   - magnitude: The magnitude of the figure that it is what is left of; 0 where it is no rest.
  /// - Returns: Whether it is not below it but for rounding; false where either is NaN.
  /// - Complexity: O(1).
  @inlinable
  public static func reaches(_ value: Double, _ required: Double, beside magnitude: Double = 0) -> Bool {
    value >= required || isNothing(required - value, beside: max(magnitude, value.magnitude, required.magnitude))
  }

  /// The whole units in a figure.
  ///
  /// - Parameter value: The figure, such as a quotient of amounts.
  /// - Returns: The largest whole number that it reaches; NaN and infinity stay.
  /// - Complexity: O(1).
  @inlinable
  public static func wholeUnits(_ value: Double) -> Double {
    let nearest = value.rounded()
    return reaches(value, nearest) ? nearest : value.rounded(.down)
  }

  /// The difference of two figures.
  ///
  /// - Parameters:
  ///   - minuend: A figure.
  ///   - subtrahend: The figure that is taken away, in the same unit.
  /// - Returns: The difference, 0 where it is rounding alone; NaN where either is NaN.
  /// - Complexity: O(1).
  @inlinable
  public static func difference(_ minuend: Double, _ subtrahend: Double) -> Double {
    let difference = minuend - subtrahend
    return isNothing(difference, beside: max(minuend.magnitude, subtrahend.magnitude)) ? 0 : difference
  }

  /// Figures of which those that differ by rounding alone are one number: that of the first of them.
  ///
  /// What is computed from them in the same way is then equal to the bit where the figures are equal. Each is compared
  /// with the least that it may be equal to, so that a chain of small steps does not join what is apart.
  ///
  /// - Parameters:
  ///   - figures: The figures, in one unit; NaN stays.
  ///   - magnitude: The magnitude of the figures that these are differences of; 0 where they are none.
  /// - Returns: As many figures in the same order.
  /// - Complexity: O(n log n).
  public static func settled(_ figures: [Double], beside magnitude: Double = 0) -> [Double] {
    let order = figures.indices.filter { !figures[$0].isNaN }.sorted { (figures[$0], $0) < (figures[$1], $1) }
    var settled = figures
    var rest = order[...]
    while let least = rest.first {
      let equals = rest.prefix { index in
        let largest = max(magnitude, figures[index].magnitude, figures[least].magnitude)
        return isNothing(figures[index] - figures[least], beside: largest)
      }
      // Infinite figures are not even equal to themselves.
      guard let first = equals.min() else {
        rest.removeFirst()
        continue
      }
      for index in equals { settled[index] = figures[first] }
      rest = rest.dropFirst(equals.count)
    }
    return settled
  }
}
