// Adding 1.5 * 2^(52 + e) to a number leaves no room for bits below 2^e, so that the sum is rounded, ties to even, to
// a multiple of 2^e; taking the constant away again is exact. Two additions, no branch, no conversion: the compiler
// may not simplify them, because floating-point addition is not associative.

/// Rounds to the nearest multiple of 2^-10, the grid of the features of the transition model.
///
///     2^-10 round(2^10 x), ties to even
///
/// Features on this grid with |x| <= 8, times coefficients on the grid of ``roundToCoefficientGrid(_:)`` with
/// |w| <= 32, have products and sums of up to 64 products that are exact in double precision, in any order.
///
/// - Parameter x: The number to round, |x| < 2^41; outside, the result is on a coarser grid or unchanged in size.
/// - Returns: The nearest multiple of 2^-10, exact; NaN gives NaN.
/// - Complexity: O(1), no allocation.
@inlinable @inline(__always)
public func roundToFeatureGrid(_ x: Double) -> Double {
  (x + 0x1.8p42) - 0x1.8p42
}

/// Rounds to the nearest multiple of 2^-16, the grid of the coefficients of the transition model.
///
///     2^-16 round(2^16 x), ties to even
///
/// - Parameter x: The number to round, |x| < 2^35; outside, the result is on a coarser grid or unchanged in size.
/// - Returns: The nearest multiple of 2^-16, exact; NaN gives NaN.
/// - Complexity: O(1), no allocation.
@inlinable @inline(__always)
public func roundToCoefficientGrid(_ x: Double) -> Double {
  (x + 0x1.8p36) - 0x1.8p36
}

/// Rounds to the nearest multiple of 2^-20, the grid of amounts of money.
///
///     2^-20 round(2^20 x), ties to even
///
/// Amounts on this grid are integers in units of 2^-20, so that sums and differences below 2^33 are exact, in any order:
/// what one account pays another receives, to the last unit.
///
/// - Parameter x: The amount to round, in any unit of money, |x| < 2^31; outside, the result is on a coarser grid or
///   unchanged in size.
/// - Returns: The nearest multiple of 2^-20, exact; NaN gives NaN.
/// - Complexity: O(1), no allocation.
@inlinable @inline(__always)
public func roundToMoneyGrid(_ x: Double) -> Double {
  (x + 0x1.8p32) - 0x1.8p32
}
