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
  /// Share of a surplus over need that repays debt, out of what is not consumed and then out of consumption.
  public var repaymentShare = 0.345
  /// Part of what is missing to need that savings and credit make up for.
  public var smoothing = 0.30
  /// Consumption that is kept up by selling assets, share of need.
  public var consumptionFloor = 0.325
  /// Part of what neither is consumed nor repays debt that goes to savings, up to the goal.
  public var savingsShare = 0.5
  /// Savings that households aim for, in quarters of need.
  public var savingsGoal = 0.3
  /// What members of active organisations aim for beyond that.
  public var memberSavingsGoal = 0.25
  /// Part of what is left after that which becomes assets.
  public var investmentShare = 0.01
  /// Probability of a purchase on credit in a quarter.
  public var purchaseProbability = 0.33
  /// What is bought, share of need.
  public var purchaseSize = 0.15
  /// Debt up to which the patron lends, in quarters of need, by economic level.
  public var creditLimit = [0.24, 0.18, 0.096, 0.048]
  /// Part of the value that a distress sale loses.
  public var saleDiscount = 0.2
  /// Part of assets lost in a quarter to age, death, eating of animals and wear.
  public var depreciation = 0.052
  /// Chance that a borrower stops repaying a soft loan, by economic level.
  public var defaultProbability = [0.03, 0.01, 0.004, 0.001]
  /// Added share of a surplus that members of active organisations do not consume.
  public var memberSavingRate = 0.04
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
        "Share of the surplus over need that is not consumed.", interval: 0.11...0.37, evidence: .not),
      ParameterDefinition(
        "trade.repayment_share", \.trade.repaymentShare, "share of surplus", 0...1, Source.calibrated,
        "Share of the surplus that repays debt to the patron: out of what is not consumed, then out of consumption.",
        interval: 0.20...0.60, evidence: .weakly),
      ParameterDefinition(
        "trade.smoothing", \.trade.smoothing, "share of what is missing", 0...1, Source.calibrated,
        "Part of what is missing to need that a household makes up for from savings and on credit.",
        interval: 0.15...0.60, evidence: .not),
      ParameterDefinition(
        "trade.consumption_floor", \.trade.consumptionFloor, "share of need", 0...1, Source.assumed,
        "Consumption that a household keeps up by selling assets.", interval: 0.24...0.44, evidence: .weakly),
      ParameterDefinition(
        "trade.savings_share", \.trade.savingsShare, "share of what is kept", 0...1, Source.assumed,
        "Part of what neither is consumed nor repays debt that goes to savings, up to the goal."),
      ParameterDefinition(
        "trade.savings_goal", \.trade.savingsGoal, "quarters of need", 0...1000, Source.assumed,
        "Savings that households aim for."),
      ParameterDefinition(
        "trade.member_savings_goal", \.trade.memberSavingsGoal, "quarters of need", 0...1000, Source.assumed,
        "What members of active organisations aim for beyond the savings goal of all."),
      ParameterDefinition(
        "trade.investment_share", \.trade.investmentShare, "share of what is kept", 0...1, Source.calibrated,
        "Part of what is left after repayment and savings that becomes assets; durables and ceremonies take the rest.",
        interval: 0.001...0.1, evidence: .not),
      ParameterDefinition(
        "trade.purchase_probability", \.trade.purchaseProbability, "probability per quarter", 0...1,
        Source.calibrated, "Chance of a small purchase on credit, which is not consumption.", interval: 0.27...0.40,
        evidence: .identified),
      ParameterDefinition(
        "trade.purchase_size", \.trade.purchaseSize, "share of quarterly need", 0...10, Source.assumed,
        "What such a purchase adds to the debt, as far as credit reaches.", interval: 0.075...0.30, evidence: .not),
      ParameterDefinition(
        "trade.sale_discount", \.trade.saleDiscount, "share of value", 0...0.99, Source.assumed,
        "What a distress sale loses."),
      ParameterDefinition(
        "trade.depreciation", \.trade.depreciation, "share of assets per quarter", 0...1, Source.assumed,
        "Loss of assets to death, sale and eating of animals, and wear.", interval: 0.027...0.10, evidence: .not),
      ParameterDefinition(
        "trade.member_saving_rate", \.trade.memberSavingRate, "share of surplus", 0...1, Source.assumed,
        "Added share of the surplus that members of active organisations do not consume."),
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
/// Every amount lies on the money grid, so that the ledger laws hold exactly. Where even all means do not reach the floor
/// of consumption, the patron advances what a household has promised to contribute to a grant; then it misses its
/// instalment, then leaves interest unpaid (the patron has lent up to its limit and goes without), then leaves illness
/// untreated. Complexity: O(households), one draw each, no allocation.
struct TradeAndConsume: BlockProcess {
  static let description = ProcessDescription(
    name: "trade and consume",
    summary: "Households buy, pay interest and instalments, consume, save, borrow and sell assets.",
    rules: """
      What is bought on credit costs the patron's mark-up, in which knowledge of market rates and buying together \
      make a dent. A household with more cash than it needs keeps a share of the surplus, repays its debt, and puts \
      what is left into savings, assets, and durables and ceremonies. One with less makes up for a part of what is \
      missing from its savings and on the patron's credit; below the floor of consumption it sells assets, and what \
      is still missing is hunger. Some buy small things on credit. Assets wear out. A borrower may stop repaying a \
      soft loan, which is then written off. Every amount is booked twice, and the books balance to the last unit.
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
    let purchaseLuck = workspace.uniforms[3][0..<block.members.count]
    for settlement in block.groups { trade(population, block, settlement, columns, purchaseLuck) }
    collectRepayments(population, block, columns, workspace)
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
        guard population.graceLeft[household] == 0 else {
          population.graceLeft[household] -= 1
          continue
        }
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

  /// What the households of a settlement do: they pay what they owe, consume, borrow, repay, save and buy on credit.
  private func trade(
    _ population: Population, _ block: Block, _ settlement: Int, _ columns: TradeColumns,
    _ purchaseLuck: UnsafeMutableBufferPointer<Double>
  ) {
    var flows = TradeFlows()
    for neighbourhood in population.geography.neighbourhoods(ofSettlement: settlement) {
      let isOrganised = population.communities.stage[neighbourhood] == .active
      for row in block.rows(of: population.geography.members(ofNeighbourhood: neighbourhood)) {
        let need = columns.need[row]
        let budget = HouseholdBudget(
          cash: columns.claim(row), instalment: columns.instalment[row],
          priced: roundToMoneyGrid(need * columns.price[row]), need: need,
          debt: columns.debt[row], savings: columns.savings[row],
          creditLimit: roundToMoneyGrid(parameters.creditLimit[columns.state[row].economic] * need),
          isMember: isOrganised && columns.standing[row].contains(.member))
        let spending = parameters.spending(budget)
        columns.debt[row] += spending.borrowed - spending.repaid
        columns.savings[row] += spending.deposited - spending.drawn
        columns.assets[row] += spending.invested
        columns.consumption[row] = spending.consumption
        columns.hunger[row] = 0
        flows.lent += spending.borrowed
        flows.repaid += spending.repaid
        flows.durables += spending.durables
        let floor = roundToMoneyGrid(parameters.consumptionFloor * budget.priced)
        if spending.consumption < floor { keep(floor, priced: budget.priced, row, columns, &flows) }
        let bought = purchaseLuck[row] < parameters.purchaseProbability ? parameters.purchaseSize * need : 0
        let credit = max(0, min(roundToMoneyGrid(bought), budget.creditLimit - columns.debt[row]))
        columns.debt[row] += credit
        flows.lent += credit
        flows.durables += credit
        columns.age(row, parameters, budget, &flows)
      }
    }
    flows.book(in: population, settlement: settlement)
  }

  /// Keeps up consumption by selling assets where savings and credit do not reach the floor, and forgoes what is due.
  private func keep(
    _ floor: Double, priced: Double, _ row: Int, _ columns: TradeColumns, _ flows: inout TradeFlows
  ) {
    var gap = floor - columns.consumption[row]
    let (sold, fetched) = parameters.distressSale(of: columns.assets[row], toFetch: gap)
    gap -= fetched
    columns.assets[row] -= sold
    let unpaid = max(0, gap - floor)
    // The patron advances what the household has promised to contribute to a grant, beyond the limit if need be.
    let advance = min(max(0, -columns.transfer[row]), unpaid)
    columns.forgo(unpaid - advance, row: row)
    columns.consumption[row] = floor - gap + unpaid
    columns.debt[row] += advance
    columns.hunger[row] = Float((floor - columns.consumption[row]) / priced)
    if columns.hunger[row] > 0 { columns.distress[row] |= Distress.hunger }
    flows.lent += advance
    flows.saleDiscount += sold - fetched
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
}
