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

  /// The net monetary benefit: what the effect is worth less what it costs.
  ///
  ///     benefit = willingness effect - cost
  ///
  /// - Parameter willingnessToPay: money for a unit of effect.
  /// - Returns: the benefit, in the money of the cost.
  ///
  /// Source: Stinnett and Mullahy 1998, doi:10.1177/0272989X98018002S09.
  public func netBenefit(willingnessToPay: Double) -> Double { willingnessToPay * effect - cost }
}
