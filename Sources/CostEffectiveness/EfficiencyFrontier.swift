internal import ExactMath

/// The strategies that are worth their cost, found by strong and extended dominance.
///
/// A strategy is dominated where another costs no more and achieves no less, and is better in one of the two. It is
/// extendedly dominated where a mixture of two others achieves as much for less. What is left, by rising cost, is the
/// frontier; the cost of one more unit of effect rises along it:
///
///     ratio_k = (cost_k - cost_k-1) / (effect_k - effect_k-1),  ratio_1 <= ratio_2 <= ...
///
/// A mixture that does as well as a strategy, and no better, does not take it off the frontier. Of strategies that are
/// equal in both, the first stands for all. Costs and effects that differ by rounding alone are equal: a gain that is no
/// gain makes no step of the frontier, and no ratio.
///
/// Source: Johannesson and Weinstein 1993, doi:10.1016/0167-6296(93)90005-Y; Karlsson and Johannesson 1996,
/// doi:10.2165/00019053-199609020-00003.
public struct EfficiencyFrontier: Sendable {
  /// Whether a strategy is on the frontier, and if not, what keeps it off.
  public enum Status: Hashable, Sendable {
    /// It is on the frontier.
    case efficient
    /// Another, by its index, costs no more and achieves no less.
    case dominated(by: Int)
    /// A mixture of two strategies of the frontier, by their indices, achieves as much for less.
    case extendedlyDominated(below: Int, above: Int)
    /// Another, by its index, has the same cost and effect and stands for both.
    case equal(to: Int)
  }

  /// The strategies, in the order in which they were given; those equal but for rounding have the numbers of the first.
  public let strategies: [Strategy]
  /// The status of each strategy.
  public let statuses: [Status]
  /// The strategies of the frontier by rising cost and effect, as indices of `strategies`.
  public let path: [Int]

  /// Finds the frontier.
  ///
  /// - Parameters:
  ///   - given: strategies, at least one, that exclude each other.
  ///   - figures: magnitudes of the costs and effects that these are differences of; what is rounding beside them is no
  ///     difference. Those of the strategies themselves where nothing is said.
  /// - Precondition: costs and effects are finite.
  /// - Complexity: O(n log n).
  public init(_ given: [Strategy], differencesOf figures: (cost: Double, effect: Double) = (0, 0)) {
    precondition(!given.isEmpty, "a frontier needs a strategy")
    precondition(
      given.allSatisfy { $0.cost.isFinite && $0.effect.isFinite }, "costs and effects are finite numbers")
    let costs = RoundingTolerance.settled(given.map(\.cost), beside: figures.cost)
    let effects = RoundingTolerance.settled(given.map(\.effect), beside: figures.effect)
    let strategies = given.indices.map { Strategy(name: given[$0].name, cost: costs[$0], effect: effects[$0]) }
    let largest = (
      cost: costs.reduce(figures.cost) { max($0, $1.magnitude) },
      effect: effects.reduce(figures.effect) { max($0, $1.magnitude) }
    )
    var statuses = Array(repeating: Status.efficient, count: strategies.count)
    let order = strategies.indices.sorted { left, right in
      (strategies[left].cost, -strategies[left].effect, left)
        < (strategies[right].cost, -strategies[right].effect, right)
    }
    var path: [Int] = []
    // The strategy with the most effect of those that cost no more.
    var leader = order[0]
    for index in order {
      let strategy = strategies[index]
      if index != leader, strategy.effect <= strategies[leader].effect {
        let isEqual = strategy.effect == strategies[leader].effect && strategy.cost == strategies[leader].cost
        statuses[index] = isEqual ? .equal(to: leader) : .dominated(by: leader)
        continue
      }
      leader = index
      while path.count > 1, Self.bends(strategies, path.suffix(2) + [index], largest) { path.removeLast() }
      path.append(index)
    }
    var above = 0
    for index in order where statuses[index] == .efficient {
      while strategies[path[above]].effect < strategies[index].effect { above += 1 }
      guard path[above] != index else { continue }
      statuses[index] = .extendedlyDominated(below: path[above - 1], above: path[above])
    }
    self.strategies = strategies
    self.statuses = statuses
    self.path = path
  }

  /// Whether one more unit of effect costs more from the first of three to the middle than from there to the last.
  private static func bends(
    _ strategies: [Strategy], _ three: [Int], _ largest: (cost: Double, effect: Double)
  ) -> Bool {
    let (first, middle, last) = (strategies[three[0]], strategies[three[1]], strategies[three[2]])
    let excess =
      (middle.cost - first.cost) * (last.effect - middle.effect)
      - (last.cost - middle.cost) * (middle.effect - first.effect)
    // Each difference may be off by the rounding of what it is made of, and so their products.
    let magnitude =
      largest.cost * (last.effect - first.effect) + largest.effect * (last.cost - first.cost)
    return excess > 0 && !RoundingTolerance.isNothing(excess, beside: magnitude)
  }

  // MARK: - Along the frontier

  /// What a strategy of the frontier costs for each unit of effect that it achieves more than the one before it.
  /// - Parameter index: its index in `strategies`.
  /// - Returns: the incremental cost-effectiveness ratio; nil for the first of the frontier and for what is not on it.
  public func ratio(of index: Int) -> Double? {
    predecessor(of: index).map { previous in
      (strategies[index].cost - strategies[previous].cost) / (strategies[index].effect - strategies[previous].effect)
    }
  }

  /// The strategy of the frontier that comes before another.
  /// - Parameter index: the other's index in `strategies`.
  /// - Returns: an index; nil for the first of the frontier and for what is not on it.
  public func predecessor(of index: Int) -> Int? {
    guard let place = path.firstIndex(of: index), place > 0 else { return nil }
    return path[place - 1]
  }
}
