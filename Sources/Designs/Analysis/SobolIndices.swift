/// How much of the variance of an output each variable is responsible for, alone and with others.
///
///     first order  S_v = (1/n) sum over rows of (b - m) (ab_v - a) / V
///     total        T_v = (1/2n) sum over rows of (a - ab_v)^2 / V
///
/// a, b and ab_v are the outputs at the points A, B and AB_v of a row; m and V are mean and variance of all a and b.
/// Outputs are centred, which keeps a large mean from drowning the sums. S_v is the share of variance that would vanish
/// on average if variable v were known, T_v the share that would be left if all others were. Estimates may be a
/// little below 0 or above 1. Intervals resample rows as if they were independent, which is cautious for rows of a
/// Sobol' sequence.
///
/// Source: S_v of Saltelli et al. 2010, doi:10.1016/j.cpc.2009.09.018, table 2 (b); T_v of Jansen 1999,
/// doi:10.1016/S0010-4655(98)00154-4.
public struct SobolIndices: Hashable, Sendable {
  /// The first-order index of each variable; NaN if the output does not vary.
  public let firstOrder: [BootstrapEstimate]
  /// The total index of each variable; NaN if the output does not vary.
  public let total: [BootstrapEstimate]
  /// The number of rows that were used.
  public let rows: Int
  /// The number of rows that were left out, because an output was not finite.
  public let rowsLeftOut: Int

  /// Estimates the indices of one output.
  ///
  /// - Parameters:
  ///   - outputs: The outputs at the points of `SaltelliMatrices`, in their order, of any number of whole rows.
  ///   - variables: The number of variables d.
  ///   - bootstrap: How rows are resampled.
  /// - Precondition: The number of outputs is a multiple of d + 2.
  /// - Complexity: O(resamples rows variables).
  public init(outputs: [Double], variables: Int, bootstrap: Bootstrap) {
    let length = variables + 2
    precondition(outputs.count % length == 0, "Sobol' indices need the outputs of whole rows")
    let allRows = stride(from: 0, to: outputs.count, by: length).map { outputs[$0..<$0 + length] }
    let finiteRows = allRows.filter { $0.allSatisfy(\.isFinite) }
    let terms = SobolTerms(rows: finiteRows, variables: variables)
    let estimates = bootstrap.estimates(ofUnits: finiteRows.count, statistic: terms.indices)
    firstOrder = Array(estimates.prefix(variables))
    total = Array(estimates.dropFirst(variables))
    rows = finiteRows.count
    rowsLeftOut = allRows.count - finiteRows.count
  }
}
