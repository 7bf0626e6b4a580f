internal import ExactMath
internal import Randomness

/// What a survey gets wrong about a household: factors that are the same in every scenario of a replication.
///
///     observed consumption = consumption exp(.20 N),  observed assets = assets exp(.65 N')
///
/// with standard normal numbers that are independent between households and quarters.
struct MeasurementError: Sendable {
  let stream: RandomStream

  /// Standard deviation of the logarithm of observed consumption about the true one.
  static let consumptionDeviation = 0.20
  /// Standard deviation of the logarithm of observed assets about the true ones.
  static let assetDeviation = 0.65
  private static let purpose = Purpose(rawValue: 40)

  /// The factors of consumption and of assets of a household in a quarter.
  func factors(household: Int, quarter: Int) -> (consumption: Double, assets: Double) {
    let luck = stream.draw(
      entity: UInt32(truncatingIfNeeded: household), quarter: Int32(truncatingIfNeeded: quarter),
      purpose: Self.purpose)
    return (
      exponential(Self.consumptionDeviation * luck.normal0), exponential(Self.assetDeviation * luck.normal1)
    )
  }
}
