public import Households

/// One number of a decomposition: which index, divided by what, which part of it, and what is told of that part.
public struct DecompositionCell: Hashable, Sendable {
  /// What is told of a part of an index.
  public enum Quantity: String, CaseIterable, Sendable {
    /// The part's share in the whole population, or the weight of an indicator.
    case share
    /// The index of the part alone, or the censored headcount ratio of an indicator.
    case index
    /// What the part adds to the index of all.
    case contribution
    /// The same as a percentage of the index of all.
    case percent
  }

  /// The measure that is divided.
  public let measure: Measure
  /// What divides it: a group of households such as `band`, or `dimension` or `indicator`.
  public let partition: String
  /// The part: a level of the group, `within_groups`, `between_groups`, or the name of a dimension or an indicator.
  public let part: String
  /// What is told of the part.
  public let quantity: Quantity
  /// The unit.
  public let unit: String

  /// What values it can take: parts of an index are no more than the whole.
  var range: Measure.Range {
    switch quantity {
    case .share: .share
    case .index, .contribution: measure.range
    case .percent: .points
    }
  }
}
