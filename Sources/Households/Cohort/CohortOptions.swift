/// How a cohort is made of a population and projected.
public struct CohortOptions: Hashable, Sendable {
  /// What the shares of connected peers, of role models and of the patron's dependants do while a cohort is projected.
  public enum SettlementShares: Hashable, Sendable {
    /// They stay as they were at the start, like all other circumstances.
    case frozen
    /// They move by as much as the share has moved in the whole union council.
    case following
  }

  /// Profile classes at most, unless there are more groups of households that are never put together.
  public var classes: Int
  /// What the shares of neighbours do.
  public var settlementShares: SettlementShares
  /// Whether moves between states are counted, which takes about a third of the time.
  public var countsTransitions: Bool

  /// Creates options.
  public init(
    classes: Int = 128, settlementShares: SettlementShares = .frozen, countsTransitions: Bool = true
  ) {
    precondition(classes > 0, "a cohort has at least one class")
    self.classes = classes
    self.settlementShares = settlementShares
    self.countsTransitions = countsTransitions
  }
}
