import Simulation

/// How far a programme has come with the households of its area by the end of a run, in real households.
///
/// Each number but the barred is a part of the one before it, in the order of the model: a household first takes up what
/// it likes of the package, and then there is money for that or not.
public struct ProgrammeReach: Hashable, Sendable {
  /// The programme.
  public var programme: String
  /// Households on its list when that was longest, or all whose turn came, where these are more.
  public var eligible: Double
  /// Of these, those whose turn came and that could not be registered; they are not offered the package.
  public var barred: Double
  /// Households whose turn came and that could be registered.
  public var offered: Double
  /// Of these, those that took up any of the package.
  public var willing: Double
  /// Of these, those for which there was money: they are enrolled.
  public var afforded: Double
  /// Of these, those that received anything.
  public var served: Double

  /// Creates an account of a programme's reach.
  public init(
    programme: String, eligible: Double, barred: Double, offered: Double, willing: Double, afforded: Double,
    served: Double
  ) {
    self.programme = programme
    self.eligible = eligible
    self.barred = barred
    self.offered = offered
    self.willing = willing
    self.afforded = afforded
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
    var (barred, offeredTo, willing, afforded, served) = (none, none, none, none, none)
    for settlement in settlements {
      let place = geography.place(ofSettlement: settlement)
      for household in geography.members(ofSettlement: settlement) {
        let step = offered[household]
        // What there was no money for had been taken up.
        let isWilling = step > 0 || marks[household].contains(.unaffordable)
        let isOffered = step < 0 || isWilling
        barred[place] += !isOffered && marks[household].contains(.barred) ? 1 : 0
        offeredTo[place] += isOffered ? 1 : 0
        willing[place] += isWilling ? 1 : 0
        afforded[place] += step > 0 ? 1 : 0
        served[place] += received[household] ? 1 : 0
      }
    }
    func weighted(_ counts: [Int]) -> Double { zip(counts, account.weights).reduce(0) { $0 + Double($1.0) * $1.1 } }
    let eligible = none.indices.map { max(longestList[$0], barred[$0] + offeredTo[$0]) }
    return ProgrammeReach(
      programme: programme.name, eligible: weighted(eligible), barred: weighted(barred), offered: weighted(offeredTo),
      willing: weighted(willing), afforded: weighted(afforded), served: weighted(served))
  }
}
