import Simulation

/// A group of households whose mean circumstances stand for a profile.
public enum ProfileGroup: String, CaseIterable, Sendable {
  /// All households.
  case typical
  /// The fifth with the least consumption for its need.
  case poorest
  /// Households that a woman heads.
  case femaleHead = "female_head"
  /// Households of a minority.
  case minority
  /// Households that owe something to their patron.
  case indebted

  /// Who that is, in words.
  public var words: String {
    switch self {
    case .typical: "all households"
    case .poorest: "the poorest fifth"
    case .femaleHead: "households headed by a woman"
    case .minority: "households of a minority"
    case .indebted: "households in debt to their patron"
    }
  }
}

extension Population {
  /// The households of a group as it is now.
  ///
  /// Complexity: O(households), with sorting for the poorest.
  ///
  /// - Parameter group: which.
  /// - Returns: their indices, ascending.
  public func members(of group: ProfileGroup) -> [Int] {
    switch group {
    case .typical: return Array(0..<households)
    case .poorest:
      let order = (0..<households).sorted { (welfare[$0], $0) < (welfare[$1], $1) }
      return order.prefix((households + 4) / 5).sorted()
    case .femaleHead: return (0..<households).filter { traits[$0].contains(.femaleHead) }
    case .minority: return (0..<households).filter { traits[$0].contains(.minority) }
    case .indebted: return (0..<households).filter { debt[$0] > 0 }
    }
  }
}
