/// How partners share out places and households (model, 7.7).
public enum Coordination: String, CaseIterable, Sendable {
  /// Each picks union councils by its own reach, and a household may be served twice.
  case none
  /// As `none`, but a shared register stops a second enrolment for the same kind of intervention.
  case registry
  /// Shared register, and quotas by the unmet need that the stocktake finds in each union council.
  case joint
}

/// An organisation with its own area and money.
public struct Partner: Hashable, Sendable {
  /// The name by which programmes refer to it.
  public var name: String
  /// Where it works; programmes that name no area of their own work here.
  public var area: Area
  /// Money for all its programmes together, PKR of `priceYear`; nil: no limit.
  public var totalBudget: Double?
  /// Fiscal year in whose prices the budget is stated.
  public var priceYear: Int

  /// Creates a partner.
  public init(name: String, area: Area = Area(), totalBudget: Double? = nil, priceYear: Int = 2016) {
    self.name = name
    self.area = area
    self.totalBudget = totalBudget
    self.priceYear = priceYear
  }
}
