import ExactMath

/// The money of one programme during a run: what it may spend, what it has promised and its books.
///
/// Money is promised before it is spent and never beyond the budgets of the programme, of the quarter and of the
/// partner, but for the rounding of promises (``Promises``); costs are booked in the quarter in which they are incurred.
/// All amounts are PKR thousand of 2015-16 for real households. Repaid loans of a revolving fund can be lent again.
final class ProgrammeAccount: @unchecked Sendable {
  /// The name under which repaid loans are booked.
  static let repayments = "loan repayments"
  let programme: Programme
  /// Position in the scenario plus 1.
  let number: Int
  /// Real households that a simulated one stands for, by place.
  let weights: [Double]
  /// Money of the partner, shared with its other programmes.
  let purse: PartnerPurse?
  /// Costs so far.
  private(set) var costs: [CostEntry] = []
  private(set) var spentTotal = 0.0
  /// Loans by place, PKR thousand for simulated households, whose sums are exact.
  private var loans: [LoanSums]
  /// Benefits in cash, assets and deposits so far, and what patrons have taken of them.
  private(set) var benefitTotal = 0.0
  private(set) var capturedTotal = 0.0
  private let deflator: Double
  private let totalBudget: Double
  private let quarterlyBudget: Double
  /// Money promised for each step, from step 0.
  private var promised: [Promises]
  private var promisedTotal = Promises()
  /// Money spent in the present step.
  private var spentNow = 0.0

  /// - Parameters:
  ///   - programme: the programme.
  ///   - number: position in the scenario plus 1.
  ///   - scenario: prices and length.
  ///   - weights: real households that a simulated one stands for, by place.
  ///   - purse: the partner's money, if it has a budget of its own.
  init(_ programme: Programme, number: Int, scenario: Scenario, weights: [Double], purse: PartnerPurse?) {
    guard let deflator = scenario.parameters.prices.deflator(of: programme.priceYear) else {
      preconditionFailure("the price table has no year \(programme.priceYear)")
    }
    self.programme = programme
    self.number = number
    self.weights = weights
    self.purse = purse
    self.deflator = deflator
    totalBudget = programme.totalBudget.map { roundToMoneyGrid($0 / (1000 * deflator)) } ?? .infinity
    quarterlyBudget = programme.quarterlyBudget.map { roundToMoneyGrid($0 / (1000 * deflator)) } ?? .infinity
    promised = Array(repeating: Promises(), count: max(scenario.quarters, programme.lastStep(in: scenario)) + 1)
    loans = Array(repeating: LoanSums(), count: weights.count)
    costs.reserveCapacity((programme.package.count + programme.community.count + 1) * scenario.quarters)
  }

  /// Loans repaid, written off and still owed, interest included.
  var repaidTotal: Double { weighted(\.repaid) }
  var writtenOffTotal: Double { weighted(\.writtenOff) }
  var outstandingTotal: Double { weighted(\.outstanding) }

  private func weighted(_ part: KeyPath<LoanSums, Double>) -> Double {
    zip(loans, weights).reduce(0) { $0 + $1.0[keyPath: part] * $1.1 }
  }

  /// Whether there was any money to begin with.
  var hasMoney: Bool { totalBudget > 0 && quarterlyBudget > 0 }

  /// Money in hand: budget and repayments that are lent again, less what has been spent; infinite without a budget, and
  /// nothing where the rounding of promises alone has gone beyond it.
  var balance: Double { max(0, available - spentTotal) }

  private var available: Double { totalBudget + (programme.isRevolving ? repaidTotal : 0) }

  /// PKR of the programme's price year in PKR thousand of 2015-16.
  func money(_ pkr: Double) -> Double { roundToMoneyGrid(pkr / (1000 * deflator)) }

  // MARK: - Promises

  /// Promises money for a step, or takes a promise back where the amount is negative.
  /// - Parameters:
  ///   - money: PKR thousand of 2015-16.
  ///   - roundings: how often it has been rounded, negative where it is taken back (``Promises``).
  ///   - step: when it is due.
  func promise(_ money: Double, roundings: Double, step: Int) {
    promised[step].add(money, roundings: roundings)
    promisedTotal.add(money, roundings: roundings)
    purse?.promised.add(money, roundings: roundings)
  }

  /// Whether what is promised from a step on fits into all budgets.
  func isWithinBudget(from step: Int) -> Bool {
    guard promisedTotal.fit(into: available), purse?.isWithinBudget ?? true else { return false }
    guard quarterlyBudget < .infinity else { return true }
    return promised[step...].allSatisfy { $0.fit(into: quarterlyBudget) }
  }

  // MARK: - Books

  /// Spends money that was promised for the present step.
  func spend(_ money: Double) {
    spentTotal += money
    spentNow += money
    purse?.spent += money
  }

  /// Promises and spends money at once, if every budget allows; otherwise nothing happens.
  /// - Parameters:
  ///   - money: PKR thousand of 2015-16.
  ///   - roundings: how often it has been rounded (``Promises``).
  ///   - step: the present step.
  /// - Returns: whether it was spent.
  func spendIfWithinBudget(_ money: Double, roundings: Double, step: Int) -> Bool {
    promise(money, roundings: roundings, step: step)
    guard isWithinBudget(from: step) else {
      promise(-money, roundings: -roundings, step: step)
      return false
    }
    spend(money)
    return true
  }

  /// Notes loans of a place, interest included, that began, were repaid and written off in the present step, for simulated
  /// households.
  func noteLoans(place: Int, lent: Double = 0, repaid: Double = 0, writtenOff: Double = 0) {
    loans[place].lent += lent
    loans[place].repaid += repaid
    loans[place].writtenOff += writtenOff
    if programme.isRevolving { purse?.returned += weights[place] * repaid }
  }

  /// Notes benefits that a patron may take a cut of, and what patrons took.
  func noteBenefits(_ benefits: Double, captured: Double) {
    benefitTotal += benefits
    capturedTotal += captured
  }

  /// Enters a cost, PKR thousand of 2015-16, into the books; nothing is entered for no household and no money.
  func book(_ intervention: String, units: Double, households: Double, money: CostParts, step: Int) {
    guard units > 0 || households > 0 || money.total != 0 else { return }
    costs.append(
      CostEntry(
        quarter: step, partner: programme.partner, programme: programme.name, intervention: intervention,
        units: units, households: households, parts: money.scaled(by: 1000)))
  }

  /// Ends a step: what was promised for it and could not be used is free again.
  func closeStep(_ step: Int) {
    promise(spentNow - promised[step].money, roundings: 0, step: step)
    spentNow = 0
  }
}

/// What became of the loans of a place.
private struct LoanSums {
  var lent = 0.0
  var repaid = 0.0
  var writtenOff = 0.0
  var outstanding: Double { lent - repaid - writtenOff }
}

/// Money that was promised, and by how much the rounding of prices may have raised it.
///
/// An amount that is rounded to the money grid is off by half a unit, 2^-21. A price that is rounded, multiplied by the `w`
/// real households that a simulated one stands for and rounded again counts as `w + 1` roundings, an amount that is
/// rounded as a whole as one, and so does a budget. What exceeds a budget by no more than all of these fits into it: a
/// budget for exactly `n` packages buys `n` of them. No price is off by more than a two-thousandth of a rupee.
struct Promises {
  /// PKR thousand of 2015-16.
  private(set) var money = 0.0
  /// Roundings, by at most half a unit of the grid each.
  private var roundings = 0.0

  /// Adds a promise, or takes it back where both numbers are negative.
  mutating func add(_ money: Double, roundings: Double) {
    self.money += money
    self.roundings += roundings
  }

  /// Whether they fit into a budget, but for rounding.
  func fit(into budget: Double) -> Bool { money - budget <= 0x1p-21 * (roundings + 1) }
}

/// The money of a partner that has a budget of its own for all its programmes.
final class PartnerPurse: @unchecked Sendable {
  let total: Double
  var promised = Promises()
  var spent = 0.0
  /// Repaid loans of revolving funds.
  var returned = 0.0

  init(total: Double) { self.total = total }

  var isWithinBudget: Bool { promised.fit(into: total + returned) }

  /// Money in hand; nothing where the rounding of promises alone has gone beyond it.
  var balance: Double { max(0, total + returned - spent) }
}
