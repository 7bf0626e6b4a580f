import ExactMath

/// What a household has to live on in a quarter, PKR thousand.
struct HouseholdBudget {
  /// Income and transfers less interest, treatment and instalments (`x`).
  let cash: Double
  /// The instalment of a soft loan that is taken out of that already (`h`).
  var instalment = 0.0
  /// Need at the price paid (`p`).
  let priced: Double
  let need: Double
  let debt: Double
  let savings: Double
  /// Debt up to which the patron lends.
  let creditLimit: Double
  /// Whether it belongs to an active organisation.
  let isMember: Bool
}

/// What a household does with its budget; amounts add up: `cash + drawn + borrowed = consumption + repaid + deposited +
/// invested + durables`.
struct HouseholdSpending: Equatable {
  var consumption: Double
  var repaid = 0.0
  var deposited = 0.0
  var invested = 0.0
  /// Durable goods and ceremonies, which are not consumption as surveys count it.
  var durables = 0.0
  var drawn = 0.0
  var borrowed = 0.0
}

extension TradeParameters {
  /// Divides a budget between consumption, debts and stocks.
  ///
  /// With a surplus `y = x - p >= 0` a household keeps `s (y + h)`, out of which it pays its instalment and repays
  /// `min(d, r y)`, and then out of consumption; of what is left after repayment a part fills savings up to their goal,
  /// a part of the rest becomes assets, and durables take what remains. Otherwise it makes up for
  /// `max(beta (p - x), floor p - x)`, from savings and then on credit, as far as both reach. Complexity: O(1).
  @inline(__always)
  func spending(_ budget: HouseholdBudget) -> HouseholdSpending {
    let surplus = budget.cash - budget.priced
    guard surplus >= 0 else {
      let wanted = max(
        roundToMoneyGrid(smoothing * -surplus), roundToMoneyGrid(consumptionFloor * budget.priced) - budget.cash)
      let drawn = min(budget.savings, wanted)
      let borrowed = min(max(0, budget.creditLimit - budget.debt), wanted - drawn)
      return HouseholdSpending(consumption: budget.cash + drawn + borrowed, drawn: drawn, borrowed: borrowed)
    }
    let kept = roundToMoneyGrid(keptShare(isMember: budget.isMember) * (surplus + budget.instalment))
    let repaid = min(budget.debt, roundToMoneyGrid(repaymentShare * surplus))
    let left = max(0, kept - repaid - budget.instalment)
    let goal = (savingsGoal + (budget.isMember ? memberSavingsGoal : 0)) * budget.need
    let deposited = max(0, roundToMoneyGrid(min(savingsShare * left, goal - budget.savings)))
    let invested = roundToMoneyGrid(investmentShare * (left - deposited))
    return HouseholdSpending(
      consumption: budget.cash - repaid - left, repaid: repaid, deposited: deposited, invested: invested,
      durables: left - deposited - invested)
  }

  /// The cash with which a household would consume an amount: the inverse of `spending`, up to the money grid.
  ///
  /// Below need consumption is `min(x + beta (p - x), x + means)` with `means` its savings and credit left, above
  /// `x - max(s y, min(d, r y))`; both grow with cash. The floor of consumption and sales of assets
  /// are left out. Complexity: O(1).
  ///
  /// - Parameters:
  ///   - consumption: what it is to consume.
  ///   - budget: what it has; its cash does not count.
  /// - Returns: the cash.
  func cash(toConsume consumption: Double, _ budget: HouseholdBudget) -> Double {
    let priced = budget.priced
    guard consumption >= priced else {
      let means = budget.savings + max(0, budget.creditLimit - budget.debt)
      let smoothed = smoothing < 1 ? (consumption - smoothing * priced) / (1 - smoothing) : consumption - means
      return max(smoothed, consumption - means)
    }
    let excess = consumption - priced
    let kept = keptShare(isMember: budget.isMember)
    // Repayment takes more than saving as long as debt lasts; then it takes the whole debt; then saving takes more.
    if repaymentShare > kept {
      let repaying = excess / max(1 - repaymentShare, 0.01)
      if repaymentShare * repaying <= budget.debt { return priced + repaying }
      if kept * (excess + budget.debt) <= budget.debt { return priced + excess + budget.debt }
    }
    return priced + excess / max(1 - kept, 0.01)
  }

  private func keptShare(isMember: Bool) -> Double { min(1, savingRate + (isMember ? memberSavingRate : 0)) }
}
