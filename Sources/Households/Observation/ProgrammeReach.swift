import Simulation

/// How far a programme has come with the households of its area by the end of a run, in real households.
///
/// Each number is a part of the one before it.
public struct ProgrammeReach: Hashable, Sendable {
  /// The programme.
  public var programme: String
  /// Households on its list when that was longest, or all that were offered the package, where these are more.
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
    let none = [Int](repeating: 0, count: account.weights.count)
    var (offeredTo, afforded, enrolled, served) = (none, none, none, none)
    for settlement in settlements {
      let place = geography.place(ofSettlement: settlement)
      for household in geography.members(ofSettlement: settlement) {
        let isAfforded = offered[household] != 0
        afforded[place] += isAfforded ? 1 : 0
        offeredTo[place] += isAfforded || marks[household].contains(.unaffordable) ? 1 : 0
        enrolled[place] += offered[household] > 0 ? 1 : 0
        served[place] += received[household] ? 1 : 0
      }
    }
    func weighted(_ counts: [Int]) -> Double { zip(counts, account.weights).reduce(0) { $0 + Double($1.0) * $1.1 } }
    return ProgrammeReach(
      programme: programme.name, eligible: weighted(zip(longestList, offeredTo).map { max($0, $1) }),
      offered: weighted(offeredTo), afforded: weighted(afforded), enrolled: weighted(enrolled),
      served: weighted(served))
  }
}
