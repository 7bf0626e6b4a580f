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
  /// Added share of a surplus that members of active organisations do not consume.
  public var memberSavingRate = 0.04
  /// Share of what they neither consume nor repay that goes to savings.
  public var memberSavingsShare = 0.2
  /// Savings that members aim for, in quarters of need.
  public var savingsGoal = 0.25
  /// Part of depreciation that upkeep saves.
  public var upkeepSaving = 0.25
  /// How far knowledge of market rates lowers the patron's premium.
  public var informationEffect = 1.0
  /// How far buying together lowers the patron's premium.
  public var purchaseEffect = 1.0

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
      ParameterDefinition(
        "trade.member_saving_rate", \.trade.memberSavingRate, "share of surplus", 0...1, Source.assumed,
        "Added share of the surplus that members of active organisations do not consume."),
      ParameterDefinition(
        "trade.member_savings_share", \.trade.memberSavingsShare, "share of saving", 0...1, Source.assumed,
        "Share of what members of active organisations neither consume nor repay that goes to savings."),
      ParameterDefinition(
        "trade.savings_goal", \.trade.savingsGoal, "quarters of need", 0...1000, Source.assumed,
        "Savings that members aim for; who has more puts all it saves into assets."),
      ParameterDefinition(
        "trade.upkeep_saving", \.trade.upkeepSaving, "share of depreciation", 0...1, Source.assumed,
        "Part of depreciation that households save who keep up assets that they have chosen themselves."),
      ParameterDefinition(
        "trade.information_effect", \.trade.informationEffect, "share", 0...1, "model: 1; less is an experiment",
        "How far knowledge of market rates lowers the patron's premium."),
      ParameterDefinition(
        "trade.purchase_effect", \.trade.purchaseEffect, "share", 0...1, "model: 1; less is an experiment",
        "How far buying together lowers the patron's premium for members."),
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

  /// The price that a household pays, market price = 1: `1 + chi mu (1 - information) (1 - discount)`.
  ///
  /// - Parameters:
  ///   - economic: economic level.
  ///   - markUp: the patron's mark-up.
  ///   - information: what the settlement knows of market rates, 0-1.
  ///   - discount: part of the premium that the household avoids by buying together, 0-1.
  /// - Returns: the price.
  func price(economic: Int, markUp: Double, information: Double = 0, discount: Double = 0) -> Double {
    1 + creditShare[economic] * markUp * (1 - informationEffect * information) * (1 - purchaseEffect * discount)
  }

  /// What a distress sale that is to fetch an amount takes from the assets, and what it fetches.
  func distressSale(of assets: Double, toFetch amount: Double) -> (sold: Double, fetched: Double) {
    let sold = min(assets, roundToMoneyGrid(amount / (1 - saleDiscount)))
    return (sold, min(amount, roundToMoneyGrid(sold * (1 - saleDiscount))))
  }
}

extension Population {
  /// Prices in a settlement by economic level: for members of active organisations, or for everybody else.
  func prices(settlement: Int, ofMembers: Bool, _ parameters: TradeParameters) -> InlineArray<4, Double> {
    let (markUp, information) = (markUp[settlement], communities.rateInformation[settlement])
    let discount = ofMembers ? communities.purchaseDiscount[settlement] : 0
    return InlineArray { parameters.price(economic: $0, markUp: markUp, information: information, discount: discount) }
  }
}

/// Process 3: purchases, interest, instalments, saving, borrowing and distress sales (model, 7.3).
///
/// Every amount lies on the money grid, so that the ledger laws hold exactly. What holds for all households is done
/// column by column; the few whose cash does not reach the floor of consumption are then seen one by one. Where even
/// all means do not reach, the patron advances what a household has promised to contribute to a grant; then it misses its
/// instalment, then leaves interest unpaid (the patron has lent up to its limit and goes without), then leaves illness
/// untreated. Complexity: O(households), no allocation.
struct TradeAndConsume: BlockProcess {
  static let description = ProcessDescription(
    name: "trade and consume",
    summary: "Households buy, pay interest and instalments, consume, save, borrow and sell assets.",
    rules: """
      What is bought on the patron's credit costs the mark-up; knowledge of market rates and collective purchase \
      lower it. A household whose cash exceeds its need consumes a part of the surplus, repays debt and builds \
      assets; members of active organisations save more. One whose cash does not reach the floor of consumption \
      uses savings, then the patron's credit, then sells assets at a loss; what is still missing is hunger. Assets \
      wear out. A borrower may stop repaying a soft loan, which is then written off. Every amount is booked twice, \
      and the books balance to the last unit.
      """,
    parameterGroups: ["trade"])

  var name: String { Self.description.name }
  let parameters: TradeParameters
  let stream: RandomStream

  func advance(_ world: World, _ block: Block, step: Int, worker: Int) {
    let population = world.population
    let workspace = world.workspaces[worker]
    let columns = TradeColumns(population, block, workspace)
    for settlement in block.groups { quoteTerms(population, block, settlement, columns) }
    for settlement in block.groups where population.communities.purchaseDiscount[settlement] > 0 {
      discountPurchases(population, block, settlement, columns)
    }
    callInstalments(population, block, columns, workspace, quarter: Int32(step))
    tradeWithinMeans(population, block, columns)
    for settlement in block.groups { coverShortfalls(population, block, settlement, columns) }
    collectRepayments(population, block, columns, workspace)
    age(columns)
    for settlement in block.groups { columns.book(in: population, block, settlement: settlement) }
    columns.transfer.update(repeating: 0)
  }

  /// Sets the price and the interest rate that each household faces.
  private func quoteTerms(_ population: Population, _ block: Block, _ settlement: Int, _ columns: TradeColumns) {
    let prices = population.prices(settlement: settlement, ofMembers: false, parameters)
    let rates = InlineArray<8, Double> { $0 < 4 ? 0 : parameters.interestRate[$0 - 4] }
    for row in block.rows(of: population.geography.members(ofSettlement: settlement)) {
      let economic = columns.state[row].economic
      columns.price[row] = prices[economic]
      columns.interestRate[row] = rates[economic + 4 * columns.traits[row].index(of: .bearsInterest)]
    }
  }

  /// Sets the price that members of active organisations face where they buy together.
  private func discountPurchases(
    _ population: Population, _ block: Block, _ settlement: Int, _ columns: TradeColumns
  ) {
    let prices = population.prices(settlement: settlement, ofMembers: true, parameters)
    for neighbourhood in population.geography.neighbourhoods(ofSettlement: settlement)
    where population.communities.stage[neighbourhood] == .active {
      for row in block.rows(of: population.geography.members(ofNeighbourhood: neighbourhood))
      where columns.standing[row].contains(.member) {
        columns.price[row] = prices[columns.state[row].economic]
      }
    }
  }

  /// Finds the instalment that is due on each soft loan; a borrower who stops repaying has the loan written off.
  private func callInstalments(
    _ population: Population, _ block: Block, _ columns: TradeColumns, _ workspace: Workspace, quarter: Int32
  ) {
    columns.instalment.update(repeating: 0)
    for settlement in block.groups {
      for row in block.rows(of: population.geography.members(ofSettlement: settlement)) where columns.loan[row] > 0 {
        let outstanding = columns.loan[row]
        let household = block.members.lowerBound + row
        let luck = stream.draw(
          entity: UInt32(truncatingIfNeeded: household), quarter: quarter, purpose: .loanDefault)
        if luck.uniform0 < parameters.defaultProbability[columns.state[row].economic] {
          columns.loan[row] = 0
          population.instalmentsLeft[household] = 0
          population.add(outstanding, to: .loansWrittenOff, settlement: settlement)
          let place = population.geography.place(ofSettlement: settlement)
          workspace.writeOffs[Int(population.lender[household]) + place * Workspace.lenders] += outstanding
        } else {
          let left = Double(max(1, population.instalmentsLeft[household]))
          columns.instalment[row] = min(outstanding, roundToMoneyGrid(outstanding / left))
        }
      }
    }
  }

  /// What every household does: pays what it owes, consumes, and divides what it keeps between debt and assets.
  ///
  /// Without a surplus over need nothing is kept and all cash is consumed. Members of active organisations keep more,
  /// and put a share of it into savings.
  private func tradeWithinMeans(_ population: Population, _ block: Block, _ columns: TradeColumns) {
    let rows = 0..<columns.need.count
    for row in rows { columns.interest[row] = roundToMoneyGrid(columns.interestRate[row] * columns.debt[row]) }
    for row in rows { columns.priced[row] = roundToMoneyGrid(columns.need[row] * columns.price[row]) }
    for row in rows {
      columns.cash[row] =
        columns.income[row] + columns.transfer[row] - columns.interest[row] - columns.illness[row]
        - columns.instalment[row]
    }
    let (saving, repaying) = (parameters.savingRate, parameters.repaymentShare)
    for row in rows {
      columns.kept[row] = roundToMoneyGrid(saving * max(0, columns.cash[row] - columns.priced[row]))
    }
    let organised = population.neighbourhoods(of: block).lazy.filter { population.communities.stage[$0] == .active }
    for neighbourhood in organised { keepMore(population, block, neighbourhood, columns) }
    for row in rows { columns.repaid[row] = min(columns.debt[row], roundToMoneyGrid(repaying * columns.kept[row])) }
    for row in rows { columns.consumption[row] = columns.cash[row] - columns.kept[row] }
    for row in rows { columns.debt[row] -= columns.repaid[row] }
    for row in rows { columns.assets[row] += columns.kept[row] - columns.repaid[row] }
    for neighbourhood in organised { depositSavings(population, block, neighbourhood, columns) }
  }

  /// Sets what the members of an active organisation keep.
  private func keepMore(_ population: Population, _ block: Block, _ neighbourhood: Int, _ columns: TradeColumns) {
    let saving = min(1, parameters.savingRate + parameters.memberSavingRate)
    for row in block.rows(of: population.geography.members(ofNeighbourhood: neighbourhood))
    where columns.standing[row].contains(.member) {
      columns.kept[row] = roundToMoneyGrid(saving * max(0, columns.cash[row] - columns.priced[row]))
    }
  }

  /// Moves the savings of the members of an active organisation out of what they would have invested.
  private func depositSavings(_ population: Population, _ block: Block, _ neighbourhood: Int, _ columns: TradeColumns) {
    for row in block.rows(of: population.geography.members(ofNeighbourhood: neighbourhood))
    where columns.standing[row].contains(.member) {
      let wanted = max(0, parameters.savingsGoal * columns.need[row] - columns.savings[row])
      let share = parameters.memberSavingsShare * (columns.kept[row] - columns.repaid[row])
      let deposit = roundToMoneyGrid(min(share, wanted))
      columns.savings[row] += deposit
      columns.assets[row] -= deposit
    }
  }

  /// Keeps up consumption where cash does not reach the floor: savings, the patron's credit, sale of assets.
  private func coverShortfalls(_ population: Population, _ block: Block, _ settlement: Int, _ columns: TradeColumns) {
    columns.hunger[block.rows(of: population.geography.members(ofSettlement: settlement))].update(repeating: 0)
    for row in block.rows(of: population.geography.members(ofSettlement: settlement)) {
      let floor = roundToMoneyGrid(parameters.consumptionFloor * columns.priced[row])
      guard columns.cash[row] < floor else { continue }
      var gap = floor - columns.cash[row]
      let drawn = min(columns.savings[row], gap)
      columns.savings[row] -= drawn
      gap -= drawn
      let limit = roundToMoneyGrid(parameters.creditLimit[columns.state[row].economic] * columns.need[row])
      let credit = min(max(0, limit - columns.debt[row]), gap)
      gap -= credit
      let (sold, fetched) = parameters.distressSale(of: columns.assets[row], toFetch: gap)
      gap -= fetched
      columns.assets[row] -= sold
      let unpaid = max(0, gap - floor)
      // The patron advances what the household has promised to contribute to a grant, beyond the limit if need be.
      let advance = min(max(0, -columns.transfer[row]), unpaid)
      columns.forgo(unpaid - advance, row: row)
      columns.consumption[row] = floor - gap + unpaid
      columns.debt[row] += credit + advance
      columns.hunger[row] = Float((floor - columns.consumption[row]) / columns.priced[row])
      if columns.hunger[row] > 0 { columns.distress[row] |= Distress.hunger }
      population.add(credit + advance, to: .lent, settlement: settlement)
      population.add(sold - fetched, to: .saleDiscount, settlement: settlement)
      population.receivable[settlement] += credit + advance
    }
  }

  /// Takes the instalments that were paid off the loans and notes them for their lenders.
  private func collectRepayments(
    _ population: Population, _ block: Block, _ columns: TradeColumns, _ workspace: Workspace
  ) {
    for settlement in block.groups {
      let place = population.geography.place(ofSettlement: settlement)
      for row in block.rows(of: population.geography.members(ofSettlement: settlement))
      where columns.instalment[row] > 0 {
        let household = block.members.lowerBound + row
        columns.loan[row] -= columns.instalment[row]
        let left = population.instalmentsLeft[household]
        population.instalmentsLeft[household] = left > 1 ? left - 1 : (columns.loan[row] > 0 ? 1 : 0)
        let slot = Int(population.lender[household]) + place * Workspace.lenders
        workspace.repayments[slot] += columns.instalment[row]
        workspace.repayers[slot] += 1
      }
    }
  }

  /// Lets assets decay, and turns cash into surplus and prices into welfare, both relative to need.
  private func age(_ columns: TradeColumns) {
    let rows = 0..<columns.need.count
    let depreciation = parameters.depreciation
    for row in rows { columns.decay[row] = roundToMoneyGrid(depreciation * columns.assets[row]) }
    if columns.anyUpkeep {
      let slower = depreciation * (1 - parameters.upkeepSaving)
      for row in rows where columns.standing[row].contains(.upkeep) {
        columns.decay[row] = roundToMoneyGrid(slower * columns.assets[row])
      }
    }
    for row in rows { columns.assets[row] -= columns.decay[row] }
    for row in rows { columns.cash[row] = (columns.cash[row] - columns.priced[row]) / columns.priced[row] }
    for row in rows { columns.surplus[row] = featureUnits(max(-1, min(1, columns.cash[row]))) }
    for row in rows { columns.priced[row] = columns.consumption[row] / columns.priced[row] }
    for row in rows { columns.welfare[row] = Float(columns.priced[row]) }
  }
}
