import ExactMath

/// The expected money of one programme in a projection: what it may spend, what it has committed and its books.
///
/// The same limits as those of a simulated programme: its whole budget, that of each quarter and its partner's, and
/// repaid loans that are lent again. All amounts are PKR thousand of 2015-16 for real households.
final class CohortAccount {
  let programme: Programme
  let purse: PartnerPurse?
  private(set) var costs: [CostEntry] = []
  private(set) var spentTotal = 0.0
  private(set) var repaidTotal = 0.0
  private(set) var lentTotal = 0.0
  private(set) var writtenOffTotal = 0.0
  private let deflator: Double
  private let totalBudget: Double
  private let quarterlyBudget: Double
  private var committed: [Double]
  private var committedTotal = 0.0

  init(_ programme: Programme, scenario: Scenario, purse: PartnerPurse?) {
    guard let deflator = scenario.parameters.prices.deflator(of: programme.priceYear) else {
      preconditionFailure("the price table has no year \(programme.priceYear)")
    }
    self.programme = programme
    self.purse = purse
    self.deflator = deflator
    totalBudget = programme.totalBudget.map { $0 / (1000 * deflator) } ?? .infinity
    quarterlyBudget = programme.quarterlyBudget.map { $0 / (1000 * deflator) } ?? .infinity
    committed = Array(
      repeating: 0, count: max(scenario.quarters, ProgrammeDesk.lastStep(of: programme, in: scenario)) + 1)
  }

  /// PKR of the programme's price year in PKR thousand of 2015-16.
  func money(_ pkr: Double) -> Double { pkr / (1000 * deflator) }

  /// Whether there was any money to begin with.
  var hasMoney: Bool { totalBudget > 0 && quarterlyBudget > 0 }

  /// Money in hand; infinite without a budget.
  var balance: Double { available - spentTotal }

  /// Loans lent, less what was repaid or written off.
  var outstandingTotal: Double { lentTotal - repaidTotal - writtenOffTotal }

  private var available: Double { totalBudget + (programme.isRevolving ? repaidTotal : 0) }

  /// Money that may still be committed, whatever the quarter.
  private var left: Double {
    max(0, min(available - committedTotal, purse.map { $0.total + $0.returned - $0.promised.money } ?? .infinity))
  }

  /// The part of a plan of spending that all budgets allow.
  /// - Parameters:
  ///   - costs: by quarters from a step on.
  ///   - step: the first step.
  /// - Returns: 0-1.
  func affordableShare(of costs: [Double], from step: Int) -> Double {
    let total = costs.reduce(0, +)
    guard total > 0 else { return 1 }
    var share = min(1, left / total)
    guard quarterlyBudget < .infinity else { return share }
    for (offset, cost) in costs.enumerated() where cost > 0 && step + offset < committed.count {
      share = min(share, max(0, quarterlyBudget - committed[step + offset]) / cost)
    }
    return share
  }

  /// Commits money for a step.
  func commit(_ money: Double, step: Int) {
    guard committed.indices.contains(step) else { return }
    committed[step] += money
    committedTotal += money
    purse?.promised.add(money, roundings: 0)
  }

  /// Commits and spends as much of an amount as all budgets allow.
  /// - Returns: the part that was spent, 0-1.
  func spend(_ money: Double, on intervention: String, units: Double, households: Double, step: Int) -> Double {
    let share = affordableShare(of: [money], from: step)
    commit(share * money, step: step)
    book(
      intervention, units: share * units, households: share * households, money: CostParts(organisation: share * money),
      step: step)
    return share
  }

  /// Enters what had been committed and is now spent.
  func book(_ intervention: String, units: Double, households: Double, money: CostParts, step: Int) {
    let total = money.total
    guard units > 0 || households > 0 || total != 0 else { return }
    if total > 0 {
      spentTotal += total
      purse?.spent += total
    }
    costs.append(
      CostEntry(
        quarter: step, partner: programme.partner, programme: programme.name, intervention: intervention,
        units: units, households: households, parts: money.scaled(by: 1000)))
  }

  /// Notes loans that were paid out, repaid and written off.
  func noteLoans(lent: Double = 0, repaid: Double = 0, writtenOff: Double = 0) {
    lentTotal += lent
    repaidTotal += repaid
    writtenOffTotal += writtenOff
    if programme.isRevolving { purse?.returned += repaid }
  }
}
