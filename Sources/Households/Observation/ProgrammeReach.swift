import Simulation

/// How far a programme has come with the households of its area by the end of a run, in real households.
///
/// Each number is a part of the one before it, unless households ceased to be eligible after they were offered the package.
public struct ProgrammeReach: Hashable, Sendable {
  /// The programme.
  public var programme: String
  /// Households on its list when that was longest.
  public var eligible: Double
  /// Households whose turn came and that could be registered.
  public var offered: Double
  /// Of these, those for which there was money.
  public var afforded: Double
  /// Of these, those that took up any of the package.
  public var enrolled: Double
  /// Of these, those that received anything.
  public var served: Double

  /// Creates an account of a programme's reach.
  public init(
    programme: String, eligible: Double, offered: Double, afforded: Double, enrolled: Double, served: Double
  ) {
    self.programme = programme
    self.eligible = eligible
    self.offered = offered
    self.afforded = afforded
    self.enrolled = enrolled
    self.served = served
  }
}

extension ProgrammeDesk {
  /// How far the programme has come; nil where it offers nothing to households.
  ///
  /// Complexity: O(households of the area).
  func reach() -> ProgrammeReach? {
    guard !offers.isEmpty else { return nil }
    var (offeredTo, afforded, enrolled, served) = (0.0, 0.0, 0.0, 0.0)
    for settlement in settlements {
      var counts = (offered: 0, afforded: 0, enrolled: 0, served: 0)
      for household in geography.members(ofSettlement: settlement) {
        let isAfforded = offered[household] != 0
        counts.afforded += isAfforded ? 1 : 0
        counts.offered += isAfforded || marks[household].contains(.unaffordable) ? 1 : 0
        counts.enrolled += offered[household] > 0 ? 1 : 0
        counts.served += received[household] ? 1 : 0
      }
      let weight = account.weights[geography.place(ofSettlement: settlement)]
      offeredTo += weight * Double(counts.offered)
      afforded += weight * Double(counts.afforded)
      enrolled += weight * Double(counts.enrolled)
      served += weight * Double(counts.served)
    }
    return ProgrammeReach(
      programme: programme.name, eligible: eligible, offered: offeredTo, afforded: afforded, enrolled: enrolled,
      served: served)
  }
}
