internal import Households

/// A headline figure by which scenarios are ranked: one of which more, or less, is better.
public enum RankedMeasure: Hashable, Sendable {
  /// A measure of all households at the end.
  case headline(HeadlineMeasure)
  /// What all programmes have cost over the whole run.
  case programmeCost

  /// All figures with a direction, in the order of outputs.
  public static let all: [RankedMeasure] = [
    .headline(.headcountRatio), .headline(.povertyGap), .headline(.outOfDependency), .headline(.durableExits),
    .headline(.unmetNeed), .programmeCost,
  ]

  /// The name in outputs.
  public var name: String {
    switch self {
    case .headline(let measure): measure.rawValue
    case .programmeCost: "programme_cost"
    }
  }

  /// What values it can take; costs can be below 0, since loans are repaid.
  var range: Measure.Range {
    switch self {
    case .headline(let headline): Model.measures.first { $0.name == headline.rawValue }?.range ?? .anyNumber
    case .programmeCost: Measure.programmeCost.range
    }
  }

  /// Whether more is better.
  public var isBetterHigher: Bool { self == .headline(.outOfDependency) || self == .headline(.durableExits) }

  /// A difference of which more is better, whatever the figure.
  func gain(_ difference: Double) -> Double { isBetterHigher ? difference : -difference }
}
