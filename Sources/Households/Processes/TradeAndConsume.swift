import ExactMath
import Randomness
import Simulation

/// Numbers of the trade and consume process (model, 7.3).
public struct TradeParameters: Sendable {
  /// Share bought at the patron's rate, by economic level.
  public var creditShare = [1, 0.8, 0.35, 0.10]
  /// Interest on debt that bears interest, by economic level.
  public var interestRate = [0.09, 0.05, 0.02, 0]
  /// Share of a surplus over need that is not consumed.
  public var savingRate = 0.20
  /// Share of what is not consumed that repays debt.
  public var repaymentShare = 0.5
  /// Consumption that is kept up as long as means last, share of need.
  public var consumptionFloor = 0.50
  /// Debt up to which the patron lends, in quarters of need, by economic level.
  public var creditLimit = [2.0, 1.5, 0.8, 0.4]
  /// Part of the value that a distress sale loses.
  public var saleDiscount = 0.2
  /// Part of assets lost in a quarter to age, death, eating of animals and wear.
  public var depreciation = 0.08
  /// Chance that a borrower stops repaying a soft loan, by economic level.
  public var defaultProbability = [0.03, 0.01, 0.004, 0.001]

  static let catalogue: [ParameterDefinition] =
    [
      ParameterDefinition(
        "trade.saving_rate", \.trade.savingRate, "share of surplus", 0...1, Source.assumed,
        "Share of the surplus over need that is not consumed."),
      ParameterDefinition(
        "trade.repayment_share", \.trade.repaymentShare, "share of saving", 0...1, Source.assumed,
        "Share of what is not consumed that repays debt to the patron."),
      ParameterDefinition(
        "trade.consumption_floor", \.trade.consumptionFloor, "share of need", 0...1, Source.assumed,
        "Consumption that a household keeps up by drawing savings, borrowing and selling assets."),
      ParameterDefinition(
        "trade.sale_discount", \.trade.saleDiscount, "share of value", 0...0.99, Source.assumed,
        "What a distress sale loses."),
      ParameterDefinition(
        "trade.depreciation", \.trade.depreciation, "share of assets per quarter", 0...1, Source.assumed,
        "Loss of assets to death, sale and eating of animals, and wear."),
    ]
    + Dimension.economic.levelNames.enumerated().flatMap { level, name in
      [
        ParameterDefinition(
          "trade.credit_share.\(name)", \.trade.creditShare[level], "share of purchases", 0...1, Source.assumed,
          "Share bought on credit at the shopkeeper's rate at this economic level."),
        ParameterDefinition(
          "trade.interest_rate.\(name)", \.trade.interestRate[level], "per quarter", 0...1,
          "assumed: below the moneylender rates of Aleem 1990 (mean 78.7% a year)",
          "Interest on debt to the patron that bears interest, at this economic level."),
        ParameterDefinition(
          "trade.credit_limit.\(name)", \.trade.creditLimit[level], "quarters of need", 0...100, Source.assumed,
          "Debt up to which the patron lends at this economic level."),
        ParameterDefinition(
          "trade.default_probability.\(name)", \.trade.defaultProbability[level], "probability per quarter", 0...1,
          "assumed: gives recovery near the 98-99.9% that lenders report (PPAF 2018, Akhuwat 2021)",
          "Chance that a borrower at this economic level stops repaying a soft loan."),
      ]
    }

  /// The price that a household pays, market price = 1: `1 + chi mu`.
  func price(economic: Int, markUp: Double) -> Double { 1 + creditShare[economic] * markUp }
}

/// Process 3: purchases, interest, instalments, saving, borrowing and distress sales (model, 7.3).
///
/// Every amount lies on the money grid, so that the ledger laws hold exactly. Where even the floor of consumption
/// cannot be paid and obligations exceed all means, a household first misses its instalment, then leaves interest
/// unpaid (it is added to the debt up to the patron's limit), then leaves illness untreated. Complexity: O(households), no allocation.
struct TradeAndConsume: BlockProcess {
  let name = "trade and consume"
  let parameters: TradeParameters
  let stream: RandomStream

  func advance(_ world: World, _ block: Block, step: Int, worker: Int) {
    let population = world.population
    let workspace = world.workspaces[worker]
    let first = block.members.lowerBound
    let households = Households(population)
    let (income, illness) = (workspace.income.elements, workspace.illnessCost.elements)
    for settlement in block.groups {
      let terms = InlineArray<4, Terms> { level in
        Terms(
          price: parameters.price(economic: level, markUp: population.markUp[settlement]),
          interestRate: parameters.interestRate[level], creditLimit: parameters.creditLimit[level])
      }
      let place = population.geography.place(ofSettlement: settlement)
      var totals = Totals()
      for household in population.geography.members(ofSettlement: settlement) {
        let economic = households.state[household].economic
        var instalment = 0.0
        if households.loan[household] > 0 {
          instalment = dueInstalment(population, household, economic: economic, quarter: Int32(step), &totals)
        }
        let paid = trade(
          households, household, terms[economic], income: income[household - first],
          illness: illness[household - first], instalment: instalment, &totals)
        if paid > 0 { workspace.book(repayment: paid, by: household, in: population, place: place) }
      }
      totals.book(in: population, settlement: settlement)
    }
  }

  /// The columns of the process, looked up once for a block.
  private struct Households {
    let need: UnsafeMutableBufferPointer<Double>
    let assets: UnsafeMutableBufferPointer<Double>
    let debt: UnsafeMutableBufferPointer<Double>
    let savings: UnsafeMutableBufferPointer<Double>
    let loan: UnsafeMutableBufferPointer<Double>
    let promisedTransfer: UnsafeMutableBufferPointer<Double>
    let consumption: UnsafeMutableBufferPointer<Double>
    let welfare: UnsafeMutableBufferPointer<Float>
    let hunger: UnsafeMutableBufferPointer<Float>
    let surplus: UnsafeMutableBufferPointer<Int16>
    let distress: UnsafeMutableBufferPointer<UInt8>
    let traits: UnsafeMutableBufferPointer<Traits>
    let state: UnsafeMutableBufferPointer<DependencyState>

    init(_ population: Population) {
      need = population.need.elements
      assets = population.assets.elements
      debt = population.debt.elements
      savings = population.savings.elements
      loan = population.loan.elements
      promisedTransfer = population.promisedTransfer.elements
      consumption = population.consumption.elements
      welfare = population.welfare.elements
      hunger = population.hunger.elements
      surplus = population.surplus.elements
      distress = population.distress.elements
      traits = population.traits.elements
      state = population.state.elements
    }
  }

  /// What the patron asks of households at one economic level.
  private struct Terms {
    let price: Double
    let interestRate: Double
    let creditLimit: Double
  }

  /// Flows of a settlement in this quarter.
  private struct Totals {
    var transfers = 0.0
    var consumption = 0.0
    var interest = 0.0
    var illness = 0.0
    var instalments = 0.0
    var lent = 0.0
    var arrears = 0.0
    var repaid = 0.0
    var saleDiscount = 0.0
    var decay = 0.0
    var writtenOff = 0.0

    func book(in population: Population, settlement: Int) {
      population.add(transfers, to: .transfers, settlement: settlement)
      population.add(consumption, to: .consumption, settlement: settlement)
      population.add(interest, to: .interest, settlement: settlement)
      population.add(illness, to: .illness, settlement: settlement)
      population.add(instalments, to: .instalments, settlement: settlement)
      population.add(lent, to: .lent, settlement: settlement)
      population.add(arrears, to: .arrears, settlement: settlement)
      population.add(repaid, to: .repaid, settlement: settlement)
      population.add(saleDiscount, to: .saleDiscount, settlement: settlement)
      population.add(decay, to: .decay, settlement: settlement)
      population.add(writtenOff, to: .loansWrittenOff, settlement: settlement)
      population.receivable[settlement] += lent - repaid
    }
  }

  /// The instalment of a soft loan that is due; 0 where the household stops repaying and the loan is written off.
  private func dueInstalment(
    _ population: Population, _ household: Int, economic: Int, quarter: Int32, _ totals: inout Totals
  ) -> Double {
    let outstanding = population.loan[household]
    let luck = stream.draw(
      entity: UInt32(truncatingIfNeeded: household), quarter: quarter, purpose: .loanDefault)
    guard luck.uniform0 >= parameters.defaultProbability[economic] else {
      totals.writtenOff += outstanding
      population.loan[household] = 0
      population.instalmentsLeft[household] = 0
      return 0
    }
    let left = Double(max(1, population.instalmentsLeft[household]))
    return min(outstanding, roundToMoneyGrid(outstanding / left))
  }

  /// One household's quarter; returns the instalment that it paid.
  @inline(__always)
  private func trade(
    _ households: Households, _ household: Int, _ terms: Terms, income: Double, illness: Double,
    instalment: Double, _ totals: inout Totals
  ) -> Double {
    let need = households.need[household]
    let debt = households.debt[household]
    let rate = households.traits[household].contains(.bearsInterest) ? terms.interestRate : 0
    let interest = roundToMoneyGrid(rate * debt)
    let transfer = households.promisedTransfer[household]
    let priced = roundToMoneyGrid(need * terms.price)
    let inversePriced = 1 / priced
    let cash = income + transfer - interest - illness - instalment
    let surplus = cash - priced
    // Without a surplus nothing is kept and all is consumed: one rule serves all but the hungry.
    let kept = roundToMoneyGrid(parameters.savingRate * max(0, surplus))
    let repaid = min(debt, roundToMoneyGrid(parameters.repaymentShare * kept))
    var assets = households.assets[household] + (kept - repaid)
    var debtAfter = debt - repaid
    var consumption = cash - kept
    var hunger = 0.0
    var claims = Claims(instalment: instalment, interest: interest, illness: illness)
    let floor = roundToMoneyGrid(parameters.consumptionFloor * priced)
    if cash < floor {
      var gap = floor - cash
      let drawn = min(households.savings[household], gap)
      households.savings[household] -= drawn
      gap -= drawn
      let limit = roundToMoneyGrid(terms.creditLimit * need)
      let credit = min(max(0, limit - debt), gap)
      gap -= credit
      let sold = min(assets, roundToMoneyGrid(gap / (1 - parameters.saleDiscount)))
      let fetched = min(gap, roundToMoneyGrid(sold * (1 - parameters.saleDiscount)))
      gap -= fetched
      assets -= sold
      consumption = floor - gap
      if consumption < 0 {
        claims.forgo(-consumption)
        consumption = 0
      }
      // Unpaid interest is added to the debt as far as the patron's limit goes; the rest it cannot get.
      let arrears = min(interest - claims.interest, max(0, limit - debt - credit))
      debtAfter += credit + arrears
      totals.lent += credit + arrears
      totals.arrears += arrears
      totals.saleDiscount += sold - fetched
      hunger = (floor - consumption) * inversePriced
    }
    totals.repaid += repaid
    let remaining = assets - roundToMoneyGrid(parameters.depreciation * assets)
    totals.decay += assets - remaining
    totals.transfers += transfer
    totals.consumption += consumption
    totals.interest += claims.interest
    totals.illness += claims.illness
    totals.instalments += claims.instalment
    households.assets[household] = remaining
    households.debt[household] = debtAfter
    households.promisedTransfer[household] = 0
    households.consumption[household] = consumption
    households.welfare[household] = Float(consumption * inversePriced)
    households.hunger[household] = Float(hunger)
    households.surplus[household] = featureUnits(max(-1, min(1, surplus * inversePriced)))
    if hunger > 0 { households.distress[household] = 1 }
    return claims.instalment
  }

  /// What a household owes this quarter before it consumes.
  private struct Claims {
    var instalment: Double
    var interest: Double
    var illness: Double

    /// Leaves claims of an amount unpaid: the instalment first, then interest, then treatment.
    mutating func forgo(_ amount: Double) {
      var amount = amount
      func leaveUnpaid(_ claim: inout Double) {
        let unpaid = min(claim, amount)
        claim -= unpaid
        amount -= unpaid
      }
      leaveUnpaid(&instalment)
      leaveUnpaid(&interest)
      leaveUnpaid(&illness)
    }
  }
}

extension Workspace {
  /// Notes an instalment for its lender and takes it off the loan.
  fileprivate func book(repayment: Double, by household: Int, in population: Population, place: Int) {
    population.loan[household] -= repayment
    let left = population.instalmentsLeft[household]
    population.instalmentsLeft[household] = left > 1 ? left - 1 : (population.loan[household] > 0 ? 1 : 0)
    let slot = Int(population.lender[household]) + place * Self.lenders
    repayments[slot] += repayment
    repayers[slot] += 1
  }
}
