import ExactMath

/// Pays for one kind of work of a programme and enters it into the programme's books at the end of the quarter.
final class PlaceBooks: @unchecked Sendable {
  let account: ProgrammeAccount
  private let intervention: String
  private var (units, households, money) = (0.0, 0.0, 0.0)

  init(_ intervention: String, account: ProgrammeAccount) {
    self.intervention = intervention
    self.account = account
  }

  /// Pays one unit at a simulated place, and as much for each real place that it stands for.
  /// - Parameters:
  ///   - cost: PKR thousand of 2015-16 at each real place.
  ///   - weight: real places.
  ///   - households: real households that it reaches.
  ///   - step: the present step.
  /// - Returns: whether the budgets allowed it; otherwise nothing was spent.
  func pay(_ cost: Double, weight: Double, households: Double = 0, step: Int) -> Bool {
    // The cost of a place may add up two prices, of setting up and of running it.
    guard spend(roundToMoneyGrid(weight * cost), roundings: 2 * weight + 1, step: step) else { return false }
    count(units: weight, households: households)
    return true
  }

  /// Spends an amount.
  /// - Parameters:
  ///   - amount: PKR thousand of 2015-16 on the money grid.
  ///   - roundings: how often it has been rounded (``Promises``); once where it was rounded as a whole.
  ///   - step: the present step.
  /// - Returns: whether the budgets allowed it; otherwise nothing was spent.
  func spend(_ amount: Double, roundings: Double = 1, step: Int) -> Bool {
    guard account.spendIfWithinBudget(amount, roundings: roundings, step: step) else { return false }
    money += amount
    return true
  }

  /// Counts units of work and real households that they reached, at no further cost.
  func count(units: Double = 0, households: Double = 0) {
    self.units += units
    self.households += households
  }

  /// Enters what was done in a step.
  func close(step: Int) {
    account.book(intervention, units: units, households: households, money: CostParts(organisation: money), step: step)
    (units, households, money) = (0, 0, 0)
  }
}
