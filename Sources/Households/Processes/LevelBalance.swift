import ExactMath
import Simulation

/// What keeps the shares of the levels steady as long as no programme comes: a shift of the intercepts of moving up and
/// down between each pair of neighbouring levels, in opposite directions.
///
/// Once in four quarters of the burn-in, with `U` the expected moves from the lower level up and `D` those from the upper level
/// down, real households,
///
///     delta <- delta + ln(D / U) / 2
///
/// which evens the two out where moves are rare. A pair between whose levels nobody is left stays as it is.
public struct LevelBalance: Equatable, Sendable {
  /// Whether flows are evened in a quarter of the burn-in: in every fourth, for the last time just before the quarter of
  /// the opening, in which households consume what the survey saw and not what they have come to.
  static func isTaken(step: Int) -> Bool { (step + 1).isMultiple(of: 4) }

  /// Three in each of the three dimensions.
  static let pairs = 9
  /// Shifts beyond this are not taken: a pair of levels that few hold says little.
  private static let limit = 6.0

  /// `delta`, log-odds, `lower level + 3 * dimension`.
  private(set) var shifts = [Double](repeating: 0, count: pairs)

  init() {}

  /// The mean of some balances, such as those of all replications.
  ///
  /// - Parameter balances: at least one.
  public init(meanOf balances: [LevelBalance]) {
    precondition(!balances.isEmpty, "there is no mean of nothing")
    for pair in 0..<Self.pairs {
      shifts[pair] = balances.reduce(0) { $0 + $1.shifts[pair] } / Double(balances.count)
    }
  }

  /// Moves the shifts by the flows of a quarter.
  /// - Parameter flows: expected moves up and down, `down + 2 * pair`.
  mutating func even(_ flows: [Double]) {
    for pair in 0..<Self.pairs {
      let (up, down) = (flows[2 * pair], flows[2 * pair + 1])
      guard up > 0, down > 0 else { continue }
      shifts[pair] = max(-Self.limit, min(Self.limit, shifts[pair] + naturalLogarithm(down / up) / 2))
    }
  }
}

extension DependencyParameters {
  /// The parameters with the intercepts of each pair of neighbouring levels shifted.
  ///
  /// - Parameter balance: of the population whose households move.
  /// - Returns: the parameters by which they move.
  public func balanced(by balance: LevelBalance) -> DependencyParameters {
    var result = self
    for pair in 0..<LevelBalance.pairs {
      let (dimension, lower) = (pair / 3, pair % 3)
      let feature = 4 * dimension + lower
      result.coefficients[feature + Feature.count * 2 * dimension] += balance.shifts[pair]
      result.coefficients[feature + 1 + Feature.count * (2 * dimension + 1)] -= balance.shifts[pair]
    }
    return result
  }
}

extension World {
  /// Expected moves of the quarter between neighbouring levels, real households, `down + 2 * pair`; they start anew.
  func levelFlows() -> [Double] {
    let count = 2 * LevelBalance.pairs
    var flows = [Double](repeating: 0, count: count)
    for (place, weight) in population.geography.weights.enumerated() {
      for flow in 0..<count {
        let sum = workspaces.reduce(0) { $0 + $1.levelFlows[flow + count * place] }
        flows[flow] += Double(sum) * weight
      }
    }
    for workspace in workspaces { workspace.levelFlows.elements.update(repeating: 0) }
    return flows
  }
}
