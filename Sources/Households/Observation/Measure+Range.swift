public import Statistics

extension Measure {
  /// What values a measure can take, from which the scale of its intervals follows.
  public enum Range: Hashable, Sendable {
    /// Any number, as differences and balances can be.
    case anyNumber
    /// No number below 0: durations, ratios, amounts.
    case notNegative
    /// From 0 to 1: shares, probabilities, indices that are bounded so.
    case share
    /// From 0 to 100: points of the scorecard, percentages of a whole.
    case points
    /// The number of households of which others are part.
    case households
    /// The number of some of these households.
    case partOfHouseholds

    /// The range that a unit tells, where a measure does not say otherwise.
    ///
    /// - Parameter unit: The unit, as outputs have it.
    /// - Complexity: O(length of the unit).
    init(unit: String) {
      switch unit {
      case _ where unit.hasPrefix("share") || unit.hasPrefix("squared share") || unit.hasSuffix("0-1"): self = .share
      case "points": self = .points
      default: self = .notNegative
      }
    }

    /// The range in numbers.
    ///
    /// - Parameter households: How many households there are in all, above 0; nil where that is not known.
    /// - Returns: The range of values.
    /// - Complexity: O(1).
    public func values(households: Double? = nil) -> ValueRange {
      switch self {
      case .anyNumber: .anyNumber
      case .notNegative, .households: .notNegative
      case .share: .share
      case .points: .upTo(100)
      case .partOfHouseholds: households.map { .upTo($0) } ?? .notNegative
      }
    }
  }
}
