/// The logistic function, the probability that belongs to some log-odds: `1 / (1 + e^-x)`.
///
/// - Parameter x: Log-odds, dimensionless; NaN gives NaN.
/// - Returns: A probability from 0 to 1.
/// - Complexity: O(1), no allocation.
@inlinable @inline(__always)
public func logistic(_ x: Double) -> Double { 1 / (1 + exponential(-x)) }
