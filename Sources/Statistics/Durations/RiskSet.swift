internal import ExactMath

/// Those who have waited for an event up to one duration, and those of them to whom it then happens.
///
///     hazard = events / at risk,  effective number = (sum of weights)^2 / sum of squared weights
///
/// Members may have weights; the effective number is what errors go by. It is the number of members where all weights
/// are the same, whatever they are, and fewer where they differ.
///
/// Source: Kish 1965, Survey Sampling, 11.7.
public struct RiskSet: Hashable, Sendable {
  /// The sum of the weights of those at risk.
  public var atRisk: Double
  /// The sum of the weights of those to whom the event happens at this duration.
  public var events: Double
  /// The number of equally weighted members that would have the same errors; 0 where nobody is at risk.
  public var effectiveNumber: Double

  /// The given sums.
  ///
  /// - Parameters:
  ///   - atRisk: The sum of the weights of those at risk, at least 0.
  ///   - events: The sum of the weights of those to whom it happens, at most `atRisk`.
  ///   - effectiveNumber: The effective number of those at risk, above 0 where there are any.
  /// - Complexity: O(1).
  public init(atRisk: Double = 0, events: Double = 0, effectiveNumber: Double = 0) {
    self.atRisk = atRisk
    self.events = events
    self.effectiveNumber = effectiveNumber
  }

  /// Members of one weight.
  ///
  /// - Parameters:
  ///   - members: Their number.
  ///   - events: Those among them to whom the event happens.
  ///   - weight: What each of them stands for, above 0.
  /// - Complexity: O(1).
  public init(members: Int, events: Int, weight: Double = 1) {
    self.init(
      atRisk: weight * Double(members), events: weight * Double(events), effectiveNumber: Double(members))
  }

  /// Adds those of another, disjoint group at the same duration.
  ///
  /// - Parameter group: The other group. Addition rounds, so that bits depend on the order of groups.
  /// - Complexity: O(1).
  public mutating func add(_ group: RiskSet) {
    guard atRisk > 0, group.atRisk > 0 else {
      if group.atRisk > 0 { self = group }
      return
    }
    let (own, other) = (meanWeight, group.meanWeight)
    let sum = atRisk + group.atRisk
    // Weights that differ by rounding alone are the same: the number stays whole.
    let isSame = RoundingTolerance.difference(own, other) == 0
    effectiveNumber =
      isSame ? effectiveNumber + group.effectiveNumber : sum * sum / (atRisk * own + group.atRisk * other)
    atRisk = sum
    events += group.events
  }

  /// The chance of the event for one at risk, 0...1; NaN where nobody is.
  public var hazard: Double {
    // Where all have the event nobody is left, however their weights were added up.
    atRisk > 0 && RoundingTolerance.difference(atRisk, events) == 0 ? 1 : events / atRisk
  }

  /// What one of the effective number stands for; NaN where nobody is at risk.
  public var meanWeight: Double { atRisk / effectiveNumber }
}

extension RiskSet: Archivable {
  /// Nobody at risk.
  public init() { self.init(atRisk: 0) }

  /// Passes all sums.
  public mutating func pass(through archive: inout StateArchive) throws(StateArchive.Fault) {
    try archive.pass(&atRisk)
    try archive.pass(&events)
    try archive.pass(&effectiveNumber)
  }
}
