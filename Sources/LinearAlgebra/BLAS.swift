internal import COpenBLAS

/// The basic linear algebra subprograms of OpenBLAS, on one thread.
///
/// Runs are divided among threads above this level, so that the library itself gets one.
public enum BLAS {
  /// How the linked OpenBLAS was built: its version, options and largest number of threads.
  public static var configuration: String { text(openblas_get_config()) }

  /// The processor whose kernels OpenBLAS chose at start, for example `Zen` or `Haswell`.
  ///
  /// The environment variable `OPENBLAS_CORETYPE` overrides the choice.
  public static var coreName: String { text(openblas_get_corename()) }

  /// Makes OpenBLAS use the calling thread only.
  ///
  /// Every operation of this module does so before its first use of the library; call it at start to have it done early.
  ///
  /// - Complexity: O(1); only the first call does anything.
  public static func useOneThread() {
    _ = oneThread
  }

  // MARK: - Products

  /// Multiplies two matrices stored by columns.
  ///
  ///     C = A B,  C_ij = sum over k of A_ik B_kj
  ///
  /// The product is exact under the conditions of ``multiplyRowMajor(rows:inner:columns:left:right:result:)``. With many
  /// more rows than columns this layout is usually a little faster.
  ///
  /// - Parameters:
  ///   - rows: The number of rows of A and C.
  ///   - inner: The number of columns of A and rows of B.
  ///   - columns: The number of columns of B and C.
  ///   - left: A, `rows` x `inner`, entry (i, k) at `k * rows + i`.
  ///   - right: B, `inner` x `columns`, entry (k, j) at `j * inner + k`.
  ///   - result: C, `rows` x `columns`, entry (i, j) at `j * rows + i`; overwritten, and must not overlap A or B. If
  ///     `inner` is 0 it becomes zero; if `rows` or `columns` is 0 nothing happens.
  /// - Precondition: The numbers are not negative and below 2^31.
  /// - Complexity: O(rows * inner * columns).
  ///
  /// Source: Dongarra, Du Croz, Hammarling and Duff 1990 (DGEMM), doi:10.1145/77626.79170.
  public static func multiply(
    rows: Int, inner: Int, columns: Int, left: UnsafePointer<Double>, right: UnsafePointer<Double>,
    result: UnsafeMutablePointer<Double>
  ) {
    precondition(rows >= 0 && inner >= 0 && columns >= 0, "a matrix cannot have a negative number of rows or columns")
    useOneThread()
    cblas_dgemm(
      CblasColMajor, CblasNoTrans, CblasNoTrans, blasint(rows), blasint(columns), blasint(inner), 1, left,
      blasint(max(rows, 1)), right, blasint(max(inner, 1)), 0, result, blasint(max(rows, 1)))
  }

  // MARK: - Plumbing

  /// Setting the number of threads, done once because a static constant is initialised once.
  private static let oneThread: Void = openblas_set_num_threads(1)

  /// A copy of a text the library owns.
  private static func text(_ pointer: UnsafeMutablePointer<CChar>?) -> String {
    guard let pointer else {
      return "unknown"
    }
    return String(cString: pointer)
  }
}
