public import ExactMath

/// Who is poor by welfare over the poverty line: the one comparison with the line.
///
/// Whoever is at the line is not poor. A ratio is a quotient of rounded numbers, so that households that are all at the
/// line would be poor or not by the order in which their welfare was divided: one counts as poor that is below the line
/// by more than ``RoundingTolerance``. Ratios that are kept as single-precision numbers are far coarser than that; for
/// them the rule is `r < 1`.
public enum PovertyLine {
  /// Whether a welfare ratio is below the line.
  ///
  /// - Parameter welfareRatio: Welfare over poverty line.
  /// - Returns: Whether it is poor; false at the line and for NaN.
  /// - Complexity: O(1), no branch.
  @inlinable @inline(__always)
  public static func isPoor(welfareRatio: Double) -> Bool { welfareRatio < 1 - RoundingTolerance.share }

  /// Whether a welfare ratio in single precision is below the line.
  ///
  /// - Parameter welfareRatio: Welfare over poverty line.
  /// - Returns: Whether it is poor; false at the line and for NaN.
  /// - Complexity: O(1), no branch.
  @inlinable @inline(__always)
  public static func isPoor(welfareRatio: Float) -> Bool { isPoor(welfareRatio: Double(welfareRatio)) }
}
