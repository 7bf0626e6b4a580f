import ExactMath
import Simulation

/// The money flows that a settlement's accounts add up, in PKR thousand of 2015-16.
///
/// Every amount is a multiple of 2^-20 (about a tenth of a paisa), so sums are exact in any order and the ledger laws
/// hold to the last unit.
enum Flow: Int, CaseIterable {
  /// Labour and capital income received.
  case income
  /// Cash from programmes, received one quarter after it was paid.
  case transfers
  /// Spent on consumption.
  case consumption
  /// Spent on durable goods, ceremonies and small purchases on credit, which are not consumption as surveys count it.
  case durables
  /// Interest paid to the patron.
  case interest
  /// Paid for treatment of illness.
  case illness
  /// Instalments of soft loans paid.
  case instalments
  /// Lent by the patron.
  case lent
  /// Debt repaid to the patron.
  case repaid
  /// Debt that the patron forgave when a household became self-reliant.
  case forgiven
  /// Debt that a programme bought out.
  case boughtOut
  /// What distress sales fetched below the assets' value.
  case saleDiscount
  /// Assets lost to age, death and wear.
  case decay
  /// Assets lost to shocks.
  case assetsLost
  /// Assets that programmes gave or that loans paid for.
  case assetsGranted
  /// Savings that programmes deposited.
  case savingsGranted
  /// Fees and contributions to works that community organisations took from savings.
  case pooled
  /// Idle resources that were put to work.
  case activated
  /// Cash that programmes and production centres promised, net of what households promised to contribute.
  case promised
  /// Soft loans received.
  case loansReceived
  /// Soft loans written off.
  case loansWrittenOff
}

/// The money of a settlement's households: what they hold and what has flowed since they were created.
struct Ledger {
  /// What a settlement holds.
  struct Stocks: Equatable {
    var assets = 0.0
    var savings = 0.0
    var debt = 0.0
    var loans = 0.0
    var promised = 0.0
    /// What the patron's own books say that it is owed.
    var receivable = 0.0
  }
}

extension Population {
  /// The stocks of one settlement, added up over its households.
  func stocks(ofSettlement settlement: Int) -> Ledger.Stocks {
    var stocks = Ledger.Stocks()
    for household in geography.members(ofSettlement: settlement) {
      stocks.assets += assets[household]
      stocks.savings += savings[household]
      stocks.debt += debt[household]
      stocks.loans += loan[household]
      stocks.promised += promisedTransfer[household]
    }
    stocks.receivable = receivable[settlement]
    return stocks
  }

  /// Equations that `ledgerBreaches` checks in every settlement.
  public static let ledgerEquations = 5

  /// Checks the ledger laws in every settlement and describes each breach; empty where all hold.
  ///
  /// 1. What households owe the patron equals what the patron is owed.
  /// 2. Cash in = cash out + change in stocks, households and patron together and each by itself.
  /// 3. Soft loans outstanding = lent - repaid - written off.
  ///
  /// Equality is exact. Complexity: O(households).
  ///
  /// - Returns: one sentence for each law that a settlement breaks.
  public func ledgerBreaches() -> [String] {
    var breaches: [String] = []
    for settlement in 0..<geography.settlementCount {
      let opening = openingStocks[settlement]
      let closing = stocks(ofSettlement: settlement)
      let flow = { (flow: Flow) in self.flows[settlement * Flow.allCases.count + flow.rawValue] }
      func require(_ law: String, _ left: Double, _ right: Double) {
        guard left != right else { return }
        breaches.append("settlement \(settlement): \(law): \(left) is not \(right)")
      }
      require("debt owed = debt receivable", closing.debt, closing.receivable)
      require(
        "change of debt = lent - repaid - forgiven - bought out", closing.debt - opening.debt,
        flow(.lent) - flow(.repaid) - flow(.forgiven) - flow(.boughtOut))
      require(
        "change of soft loans = received - instalments - written off", closing.loans - opening.loans,
        flow(.loansReceived) - flow(.instalments) - flow(.loansWrittenOff))
      require(
        "change of promised cash = promised - transferred", closing.promised - opening.promised,
        flow(.promised) - flow(.transfers))
      require(
        "change of assets and savings = cash in - cash out",
        closing.assets + closing.savings - opening.assets - opening.savings,
        flow(.income) + flow(.transfers) + flow(.lent) + flow(.assetsGranted)
          + flow(.savingsGranted) + flow(.activated) - flow(.consumption) - flow(.durables) - flow(.interest)
          - flow(.illness)
          - flow(.instalments)
          - flow(.repaid) - flow(.pooled) - flow(.saleDiscount) - flow(.decay) - flow(.assetsLost))
    }
    return breaches
  }
}
