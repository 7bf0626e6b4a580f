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

  /// Nobody reached.
  public static let empty = ProgrammeReach(
    programme: "", eligible: 0, barred: 0, offered: 0, willing: 0, afforded: 0, served: 0)
}

extension ProgrammeDesk {
  /// How far the programme has come; nil where it offers nothing to households.
  ///
  /// Complexity: O(households of the area).
  func reach() -> ProgrammeReach? {
    guard !offers.isEmpty else { return nil }
    func isEnrolled(_ household: Int) -> Bool { self.offered[household] > 0 }
    // What there was no money for had been taken up.
    func isWilling(_ household: Int) -> Bool { isEnrolled(household) || marks[household].contains(.unaffordable) }
    func isOffered(_ household: Int) -> Bool { self.offered[household] < 0 || isWilling(household) }
    let counts = countsOfArea([
      { !isOffered($0) && self.marks[$0].contains(.barred) }, isOffered, isWilling, isEnrolled,
      { self.received[$0] },
    ])
    let (barred, offered, willing, afforded, served) = (counts[0], counts[1], counts[2], counts[3], counts[4])
    let eligible = longestList.indices.map { max(longestList[$0], barred[$0] + offered[$0]) }
    return ProgrammeReach(
      programme: programme.name, eligible: weighted(eligible), barred: weighted(barred), offered: weighted(offered),
      willing: weighted(willing), afforded: weighted(afforded), served: weighted(served))
  }

  /// Households of the area for which each of some conditions holds, by place, in one walk.
  func countsOfArea(_ conditions: [(_ household: Int) -> Bool]) -> [[Int]] {
    var counts = conditions.map { _ in [Int](repeating: 0, count: account.weights.count) }
    for settlement in settlements {
      let place = geography.place(ofSettlement: settlement)
      for household in geography.members(ofSettlement: settlement) {
        for (index, holds) in conditions.enumerated() where holds(household) { counts[index][place] += 1 }
      }
    }
    return counts
  }

  /// Real households for which those of each place stand.
  func weighted(_ counts: [Int]) -> Double { zip(counts, account.weights).reduce(0) { $0 + Double($1.0) * $1.1 } }
}
