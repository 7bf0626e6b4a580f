/// What could be done, with what it costs and what it achieves on average.
public struct Strategy: Hashable, Sendable {
  /// The name.
  public let name: String
  /// Mean cost, in any money.
  public let cost: Double
  /// Mean effect, of which more is better.
  public let effect: Double

  /// Creates a strategy.
  public init(name: String, cost: Double, effect: Double) {
    self.name = name
    self.cost = cost
    self.effect = effect
  }
}
