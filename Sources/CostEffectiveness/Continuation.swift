/// What becomes of a difference once nobody looks any more: the same data give other verdicts by what is assumed here.
public enum Continuation: Hashable, Sendable {
  /// Nothing is left from the next quarter on.
  case stops
  /// A share of it is left each year, 0-1: a half halves it every year.
  case fades(shareLeftEachYear: Double)
  /// All of it stays.
  case persists

  /// The share of a quarter's amount that is left in the next.
  var quarterShare: Double {
    switch self {
    case .stops: 0
    case .fades(let share): Discounting.quarterly(share)
    case .persists: 1
    }
  }
}
