import ExactMath
import Testing

@testable import Households

@Suite struct HouseholdBudgetTests {
  private static let trade = {
    var trade = TradeParameters()
    (trade.smoothing, trade.repaymentShare, trade.consumptionFloor, trade.investmentShare) = (0.55, 0.39, 0.28, 0.05)
    return trade
  }()

  private static func budget(
    cash: Double, debt: Double = 0, savings: Double = 0, limit: Double = 3, isMember: Bool = false
  ) -> HouseholdBudget {
    HouseholdBudget(
      cash: cash, priced: 8, need: 8, debt: debt, savings: savings, creditLimit: limit, isMember: isMember)
  }

  private static func isClose(_ value: Double, _ expected: Double) -> Bool {
    (value - expected).magnitude <= 4 * 0x1p-20
  }

  @Test("budgets worked out by hand")
  func byHand() {
    // A surplus of 10: 2 are kept, and without debt half goes to savings up to 2.4, a twentieth of the rest to assets.
    var spending = Self.trade.spending(Self.budget(cash: 18))
    #expect(spending.consumption == 16 && spending.deposited == 1 && spending.repaid == 0)
    #expect(Self.isClose(spending.invested, 0.05) && Self.isClose(spending.durables, 0.95))
    // A debt of 1.5 is repaid out of what is kept, one of 5 beyond that out of consumption, 3.9 at most.
    spending = Self.trade.spending(Self.budget(cash: 18, debt: 1.5))
    #expect(spending.consumption == 16 && spending.repaid == 1.5 && spending.deposited == 0.25)
    spending = Self.trade.spending(Self.budget(cash: 18, debt: 5))
    #expect(Self.isClose(spending.consumption, 14.1) && Self.isClose(spending.repaid, 3.9) && spending.deposited == 0)
    // A gap of 2: 1.1 are made up for, from savings and then on credit.
    spending = Self.trade.spending(Self.budget(cash: 6, debt: 2.75, savings: 1))
    #expect(spending.drawn == 1 && Self.isClose(spending.borrowed, 0.1) && Self.isClose(spending.consumption, 7.1))
    spending = Self.trade.spending(Self.budget(cash: 6, savings: 1))
    #expect(Self.isClose(spending.drawn + spending.borrowed, 1.1))
    // An instalment of 1 comes out of the 2.2 that are kept of a surplus of 11, one of 3 out of consumption as well.
    var borrower = Self.budget(cash: 18, savings: 5)
    borrower.instalment = 1
    #expect(Self.isClose(Self.trade.spending(borrower).consumption, 16.8))
    borrower.instalment = 3
    #expect(Self.trade.spending(borrower).consumption == 18)
    // Members keep 24% and aim for 4.4.
    spending = Self.trade.spending(Self.budget(cash: 18, savings: 3.5, isMember: true))
    #expect(Self.isClose(spending.consumption, 15.6) && Self.isClose(spending.deposited, 0.9))
  }

  @Test("amounts add up, more cash never means less consumption, and the inverse finds the cash")
  func laws() {
    for limit in [0.0, 1, 3] {
      for debt in [0.0, 0.5, 4] {
        for savings in [0.0, 0.25, 6] {
          for isMember in [false, true] {
            var last = -Double.infinity
            for step in -40...160 {
              let cash = Double(step) / 4
              let budget = Self.budget(cash: cash, debt: debt, savings: savings, limit: limit, isMember: isMember)
              let spending = Self.trade.spending(budget)
              let used =
                spending.consumption + spending.repaid + spending.deposited + spending.invested + spending.durables
              #expect(used == cash + spending.drawn + spending.borrowed)
              #expect(spending.repaid <= debt && spending.drawn <= savings && spending.borrowed <= max(0, limit - debt))
              #expect(spending.consumption >= last)
              last = spending.consumption
              guard spending.consumption > 4.01 else { continue }
              let found = Self.trade.cash(toConsume: spending.consumption, budget)
              #expect(Self.isClose(found, cash), "\(cash): \(found)")
            }
          }
        }
      }
    }
  }
}
