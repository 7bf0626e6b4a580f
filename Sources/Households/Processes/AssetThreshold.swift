import ExactMath

extension Scenario {
  /// The assets above which assets grow by themselves (`kappa*`), quarters of need; nil where there is no such point.
  ///
  /// Of a household without skill at market access 1, in expectation: a quarter brings assets from `kappa` to
  /// `(kappa + s y(kappa)) (1 - d)` with `s` the share of income from assets that goes back into them and `d` the expected
  /// loss. With the better technique, `y = a sqrt(kappa) - phi`, they stay as they are at the roots of
  ///
  ///     c kappa - a sqrt(kappa) + phi = 0,  c = d / (s (1 - d))
  ///
  /// of which the lower repels. Only the threshold theory has one for everybody. Complexity: O(1).
  public var assetThreshold: Double? {
    let (earn, shocks) = (parameters.earn, parameters.shocks)
    let kept = (1 - parameters.trade.depreciation) * (1 - shocks.assetLossProbability * shocks.assetLossShare)
    let (productivity, fixedCost) = (earn.betterProductivity, earn.betterFixedCost)
    guard regime == .threshold, earn.reinvestedShare > 0, fixedCost > 0, kept > 0, kept < 1 else { return nil }
    let loss = (1 - kept) / (earn.reinvestedShare * kept)
    let discriminant = productivity * productivity - 4 * loss * fixedCost
    guard discriminant > 0 else { return nil }
    let root = (productivity - squareRootOfMagnitude(discriminant)) / (2 * loss)
    let isBetter = productivity * root - fixedCost > earn.simpleProductivity * root
    return isBetter && root * root < earn.betterAssetLimit ? root * root : nil
  }
}
