public import ExactMath

/// Weighted sums behind the index of inequality of Atkinson: the share of all income that equality could do without.
///
///     A = 1 - d / m,  m = sum over i of w_i y_i / W,  W = sum over i of w_i
///     d = (sum over i of w_i y_i^(1 - e) / W)^(1 / (1 - e)),  for e = 1 the geometric mean
///
/// The equally distributed equivalent d would make for the same welfare as what everybody has. The greater the aversion to
/// inequality e, the more the poorest count; from 1 on a single member with nothing makes the index 1, so that values
/// need a floor. Sums of disjoint groups add up.
///
/// Source: Atkinson 1970, doi:10.1016/0022-0531(70)90039-6.
public struct AtkinsonIndex: Hashable, Sendable {
  /// The aversion to inequality e, above 0.
  public let aversion: Double
  /// The sum of all weights, in persons or households.
  public private(set) var totalWeight: Double
  /// The sum of weights times values.
  public private(set) var total: Double
  /// The sum of weights times y^(1 - e), or ln y for e = 1.
  public private(set) var weightedUtility: Double

  /// The given sums; nobody's unless told otherwise.
  ///
  /// - Parameters:
  ///   - aversion: The aversion to inequality e.
  ///   - totalWeight: The sum of all weights.
  ///   - total: The sum of weights times values.
  ///   - weightedUtility: The sum of weights times y^(1 - e), or ln y for e = 1.
  /// - Precondition: The aversion is above 0.
  /// - Complexity: O(1).
  public init(aversion: Double, totalWeight: Double = 0, total: Double = 0, weightedUtility: Double = 0) {
    precondition(aversion > 0, "an aversion to inequality is above 0")
    self.aversion = aversion
    self.totalWeight = totalWeight
    self.total = total
    self.weightedUtility = weightedUtility
  }

  /// What one member adds to the sum of utilities.
  ///
  /// - Parameters:
  ///   - value: Income or another amount, at least 0, or above 0 for an aversion of 1 or more.
  ///   - aversion: The aversion to inequality e.
  /// - Returns: y^(1 - e), or ln y for e = 1.
  /// - Complexity: O(1), no allocation.
  @inlinable @inline(__always)
  public static func utility(of value: Double, aversion: Double) -> Double {
    aversion == 1 ? naturalLogarithm(value) : power(value, 1 - aversion)
  }

  /// Counts one member.
  ///
  /// - Parameters:
  ///   - value: Income or another amount, at least 0, or above 0 for an aversion of 1 or more.
  ///   - weight: The number of persons or households the member stands for, at least 0.
  /// - Complexity: O(1), no allocation.
  public mutating func add(_ value: Double, weight: Double) {
    totalWeight += weight
    total += weight * value
    weightedUtility += weight * Self.utility(of: value, aversion: aversion)
  }

  /// The income that, had by all, would make for the same welfare; NaN without weight.
  public var equallyDistributedEquivalent: Double {
    let mean = weightedUtility / totalWeight
    return aversion == 1 ? exponential(mean) : Self.power(mean, 1 / (1 - aversion))
  }

  /// The index, from 0 for equality to 1; NaN without weight or where nobody has anything.
  public var index: Double {
    let index = 1 - equallyDistributedEquivalent / (total / totalWeight)
    // Rounding can bring it to either side of 0 where all are equal; NaN stays NaN.
    return index < RoundingTolerance.share ? 0 : index
  }

  /// A power; the usual exponents take one exact operation, the others exponential and logarithm.
  @inlinable
  internal static func power(_ base: Double, _ exponent: Double) -> Double {
    switch exponent {
    case 0.5: base.squareRoot()
    case 2: base * base
    case -1: 1 / base
    default: base == 0 && exponent > 0 ? 0 : exponential(exponent * naturalLogarithm(base))
    }
  }
}
