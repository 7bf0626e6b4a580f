/// What may be chosen of a candidate: so much money, in one place.
public struct PortfolioChoice: Hashable, Sendable {
  /// Money for the whole programme, PKR of its price year.
  public let statedBudget: Double
  /// The same in whole PKR of 2015-16: whole, so that sums do not depend on their order.
  public let budget: Double
  /// Where it works, in words; empty where the scenario has it.
  public let area: String

  /// Creates a choice.
  ///
  /// - Parameters:
  ///   - statedBudget: Money for the whole programme, PKR of its price year.
  ///   - priceLevel: The price level of that year, 2015-16 = 1.
  ///   - area: Where it works, in words; empty where the scenario has it.
  public init(statedBudget: Double, priceLevel: Double, area: String = "") {
    self.statedBudget = statedBudget
    budget = (statedBudget / priceLevel).rounded()
    self.area = area
  }
}
