/// How far a search has come.
public struct PortfolioProgress: Hashable, Sendable {
  /// What a search does one after the other.
  public enum Stage: Hashable, Sendable {
    /// A round of halving, from 1, of so many.
    case round(Int, of: Int, mixes: Int)
    /// The final comparison.
    case final(mixes: Int)
  }

  /// What it does now.
  public let stage: Stage
  /// Share of the work of this stage that is done, 0-1.
  public let fraction: Double
}
