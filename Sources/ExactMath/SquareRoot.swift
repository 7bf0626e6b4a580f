/// The square root of the magnitude of a number, rounded correctly.
///
///     sqrt(|x|)
///
/// `squareRoot()` of the standard library compiles to a call of the C library for negative numbers, which keeps loops
/// from becoming vector code. With the sign removed there is only the processor's own instruction, which IEEE 754
/// makes the same everywhere.
///
/// - Parameter x: Any number; for those that are not negative this is the square root. NaN gives NaN.
/// - Returns: The root, at least 0.
/// - Complexity: O(1), no allocation.
@inlinable @inline(__always)
public func squareRootOfMagnitude(_ x: Double) -> Double {
  x.magnitude.squareRoot()
}
