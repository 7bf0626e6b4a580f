internal import Households

/// A set of joint states that is seldom left, by what its households have in common.
public struct TrapSet: Hashable, Sendable {
  /// Its levels in the dimensions that set it apart, such as "sheltered or connected, client"; "mostly" stands before
  /// them where more than a few households with these levels are in other sets.
  public var name: String { isMostly ? "mostly " + levels : levels }
  /// The levels alone.
  let levels: String
  private let isMostly: Bool
  /// Whether a smaller share of its households is out of dependency than of all households in the states, or nobody is:
  /// otherwise it is where the ways out lead.
  public let isTrap: Bool
  /// Shares of its households on the levels of each dimension, in the long run.
  public let levelShares: [[Double]]

  /// Levels with a smaller share are not named.
  private static let namedShare = 0.05
  /// A dimension sets a set apart where its levels are so far from those of all households (total variation).
  private static let distinctive = 0.25
  /// Its levels describe it where at least this share of all households with them is in it.
  private static let describing = 0.95

  /// Describes a set of some states, by the shares of all households in the states.
  ///
  /// It may be named by the dimension that comes next in setting it apart, too.
  init(_ members: [Bool], states: [JointState], weights: [Double], isNamedFurther: Bool = false) {
    let everyone = Self.levelShares(states, weights)
    levelShares = Self.levelShares(states, zip(members, weights).map { $0 ? $1 : 0 })
    let outInside = Self.shareOut(states, zip(members, weights).map { $0 ? $1 : 0 })
    isTrap = outInside == 0 || outInside < Self.shareOut(states, weights)
    let shares = levelShares
    let distances = Dimension.allCases.map { dimension in
      zip(shares[dimension.rawValue], everyone[dimension.rawValue]).reduce(0) { $0 + ($1.0 - $1.1).magnitude } / 2
    }
    let farthest = distances.max() ?? 0
    let smallest = min(Self.distinctive, farthest)
    let next = distances.filter { $0 < smallest }.max() ?? smallest
    let named = Dimension.allCases.filter { distances[$0.rawValue] >= (isNamedFurther ? next : smallest) }
    levels = named.map { Self.words($0, shares[$0.rawValue]) }.joined(separator: ", ")
    let described = states.indices.filter { index in
      named.allSatisfy { shares[$0.rawValue][states[index].level(of: $0)] >= Self.namedShare }
    }
    let everywhere = described.reduce(0) { $0 + weights[$1] }
    let inside = described.reduce(0) { members[$1] ? $0 + weights[$1] : $0 }
    isMostly = inside < Self.describing * everywhere
  }

  /// The levels that set some states apart from all, by the shares of all households in these, in words.
  static func levels(of members: [JointState], states: [JointState], weights: [Double]) -> String {
    TrapSet(states.map(members.contains), states: states, weights: weights).levels
  }

  private static func shareOut(_ states: [JointState], _ weights: [Double]) -> Double {
    zip(states, weights).reduce(0) { $1.0.isOut ? $0 + $1.1 : $0 } / weights.reduce(0, +)
  }

  private static func levelShares(_ states: [JointState], _ weights: [Double]) -> [[Double]] {
    let total = weights.reduce(0, +)
    return Dimension.allCases.map { dimension in
      var shares = [Double](repeating: 0, count: 4)
      for (state, weight) in zip(states, weights) { shares[state.level(of: dimension)] += weight / total }
      return shares
    }
  }

  /// The levels that count: one, "a or b", or "a to c".
  private static func words(_ dimension: Dimension, _ shares: [Double]) -> String {
    let names = dimension.levelNames.map { $0.split(separator: "_").joined(separator: "-") }
    let levels = (0..<4).filter { shares[$0] >= namedShare }
    guard let first = levels.first, let last = levels.last, first < last else {
      return levels.first.map { names[$0] } ?? ""
    }
    let isRange = levels.count > 2 && levels.count == last - first + 1
    return isRange
      ? "\(names[first]) to \(names[last])" : levels.map { names[$0] }.joined(separator: " or ")
  }
}
