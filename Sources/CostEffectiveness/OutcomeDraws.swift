/// What strategies may cost and achieve: draws from what is known of them, each with a cost and an effect of every one.
public struct OutcomeDraws: Sendable {
  /// Number of strategies.
  public let strategies: Int
  /// Number of draws.
  public let count: Int
  /// `strategy + strategies * draw`.
  private let outcomes: [(cost: Double, effect: Double)]

  /// Collects draws.
  /// - Parameters:
  ///   - count: how many, at least 1.
  ///   - strategies: how many strategies, at least 1.
  ///   - draw: gives a draw by its number from 0: a cost and an effect of each strategy.
  /// - Precondition: the conditions above, and each draw has all strategies.
  /// - Complexity: O(count x strategies) of memory.
  public init(count: Int, strategies: Int, draw: (Int) -> [(cost: Double, effect: Double)]) {
    precondition(count >= 1 && strategies >= 1, "there is a draw and a strategy")
    self.count = count
    self.strategies = strategies
    outcomes = (0..<count).flatMap { number in
      let outcomes = draw(number)
      precondition(outcomes.count == strategies, "a draw has an outcome of each strategy")
      return outcomes
    }
  }

  /// What the effect of a strategy is worth in a draw and what it costs: the net benefit is the one less the other.
  /// - Parameters:
  ///   - strategy: its index.
  ///   - draw: the number of the draw, from 0.
  ///   - willingnessToPay: money for a unit of effect.
  /// - Returns: both, in the money of the cost.
  public func worth(_ strategy: Int, draw: Int, willingnessToPay: Double) -> (gain: Double, cost: Double) {
    let outcome = outcomes[strategy + strategies * draw]
    return (willingnessToPay * outcome.effect, outcome.cost)
  }
}
