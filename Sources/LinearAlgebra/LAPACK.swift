internal import COpenBLAS

/// The linear algebra package of OpenBLAS, on one thread.
///
/// Its results depend, in the last digits, on the kernels of the processor: what reaches output is refined and rounded
/// first.
public enum LAPACK {
  /// Eigenvalues of a matrix, largest modulus first; of a conjugate pair the one with the positive imaginary part first.
  public struct Eigenvalue: Hashable, Sendable {
    /// The real part.
    public let real: Double
    /// The imaginary part.
    public let imaginary: Double

    /// The distance from 0.
    public var modulus: Double { (real * real + imaginary * imaginary).squareRoot() }
  }

  /// Eigenvalues, ascending, and eigenvectors of a symmetric matrix.
  public struct SymmetricDecomposition: Sendable {
    /// The eigenvalues, ascending.
    public let values: [Double]
    /// The eigenvectors by columns, entry i of vector j at `j * order + i`, each of length 1.
    public let vectors: [Double]
  }

  // MARK: - Linear equations

  /// Solves linear equations by Gaussian elimination with partial pivoting.
  ///
  ///     A X = B
  ///
  /// - Parameters:
  ///   - matrix: A, `order` x `order`, entry (i, j) at `j * order + i`.
  ///   - rightHandSides: B, `order` x any number of columns, stored alike.
  ///   - order: The number of equations, at least 1.
  /// - Returns: X, stored like B; nil where A is singular to working precision.
  /// - Precondition: The numbers of entries fit.
  /// - Complexity: O(order^3 + order^2 columns).
  ///
  /// Source: Anderson and others 1999 (DGESV), doi:10.1137/1.9780898719604.
  public static func solve(_ matrix: [Double], _ rightHandSides: [Double], order: Int) -> [Double]? {
    precondition(order > 0 && matrix.count == order * order, "the matrix of linear equations is square")
    precondition(rightHandSides.count % order == 0, "each right-hand side has as many entries as there are equations")
    BLAS.useOneThread()
    var (factors, solution) = (matrix, rightHandSides)
    var pivots = [blasint](repeating: 0, count: order)
    var (size, columns, info) = (blasint(order), blasint(rightHandSides.count / order), blasint(0))
    dgesv_(&size, &columns, &factors, &size, &pivots, &solution, &size, &info)
    precondition(info >= 0, "dgesv refuses its argument \(-info)")
    return info == 0 ? solution : nil
  }

  // MARK: - Eigenvalues

  /// The eigenvalues of a square matrix.
  ///
  /// - Parameters:
  ///   - matrix: `order` x `order`, entry (i, j) at `j * order + i`.
  ///   - order: The number of rows, at least 1.
  /// - Returns: `order` values, largest modulus first, larger real part first among equals; nil where the iteration does
  ///   not converge.
  /// - Precondition: The number of entries fits, and all are finite.
  /// - Complexity: O(order^3).
  ///
  /// Source: Anderson and others 1999 (DGEEV), doi:10.1137/1.9780898719604.
  public static func eigenvalues(of matrix: [Double], order: Int) -> [Eigenvalue]? {
    precondition(order > 0 && matrix.count == order * order, "eigenvalues are those of a square matrix")
    precondition(matrix.allSatisfy(\.isFinite), "eigenvalues are those of finite numbers")
    BLAS.useOneThread()
    var entries = matrix
    var real = [Double](repeating: 0, count: order)
    var imaginary = real
    var work = [Double](repeating: 0, count: 8 * order)
    var (size, one, length, info) = (blasint(order), blasint(1), blasint(8 * order), blasint(0))
    var (noLeft, noRight) = (none, none)
    var (left, right) = (0.0, 0.0)
    dgeev_(
      &noLeft, &noRight, &size, &entries, &size, &real, &imaginary, &left, &one, &right, &one, &work, &length, &info)
    precondition(info >= 0, "dgeev refuses its argument \(-info)")
    guard info == 0 else { return nil }
    return zip(real, imaginary).map { Eigenvalue(real: $0, imaginary: $1) }.sorted {
      ($0.modulus, $0.real, $0.imaginary) > ($1.modulus, $1.real, $1.imaginary)
    }
  }

  /// The eigenvalues and eigenvectors of a symmetric matrix.
  ///
  /// - Parameters:
  ///   - matrix: `order` x `order`; only the entries on and below the diagonal are read, (i, j) at `j * order + i`.
  ///   - order: The number of rows, at least 1.
  /// - Returns: eigenvalues ascending, each with a vector whose sign is open; nil where the iteration does not converge.
  /// - Precondition: The number of entries fits, and all are finite.
  /// - Complexity: O(order^3).
  ///
  /// Source: Anderson and others 1999 (DSYEV), doi:10.1137/1.9780898719604.
  public static func symmetricDecomposition(of matrix: [Double], order: Int) -> SymmetricDecomposition? {
    precondition(order > 0 && matrix.count == order * order, "eigenvectors are those of a square matrix")
    precondition(matrix.allSatisfy(\.isFinite), "eigenvectors are those of finite numbers")
    BLAS.useOneThread()
    var vectors = matrix
    var values = [Double](repeating: 0, count: order)
    var work = [Double](repeating: 0, count: 34 * order)
    var (size, length, info) = (blasint(order), blasint(34 * order), blasint(0))
    var (job, triangle) = (CChar(UInt8(ascii: "V")), CChar(UInt8(ascii: "L")))
    dsyev_(&job, &triangle, &size, &vectors, &size, &values, &work, &length, &info)
    precondition(info >= 0, "dsyev refuses its argument \(-info)")
    return info == 0 ? SymmetricDecomposition(values: values, vectors: vectors) : nil
  }

  private static let none = CChar(UInt8(ascii: "N"))
}
