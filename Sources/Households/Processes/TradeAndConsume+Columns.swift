import ExactMath
import Simulation

/// What the trade process reads and writes for a block, indexed from the block's first household.
struct TradeColumns {
  typealias Amounts = UnsafeMutableBufferPointer<Double>
  /// Columns that are not part of the population.
  static let ownColumns = 4

  let need: Amounts
  let assets: Amounts
  let debt: Amounts
  let savings: Amounts
  let loan: Amounts
  let transfer: Amounts
  let consumption: Amounts
  let welfare: UnsafeMutableBufferPointer<Float>
  let hunger: UnsafeMutableBufferPointer<Float>
  let surplus: UnsafeMutableBufferPointer<Int16>
  let distress: UnsafeMutableBufferPointer<UInt8>
  let traits: UnsafeMutableBufferPointer<Traits>
  let state: UnsafeMutableBufferPointer<DependencyState>
  let standing: UnsafeMutableBufferPointer<Standing>
  let income: Amounts
  let illness: Amounts
  /// Price of the household's purchases, market price = 1.
  let price: Amounts
  let interestRate: Amounts
  let interest: Amounts
  let instalment: Amounts

  init(_ population: Population, _ block: Block, _ workspace: Workspace) {
    let rows = 0..<block.members.count
    need = population.need[block.members]
    assets = population.assets[block.members]
    debt = population.debt[block.members]
    savings = population.savings[block.members]
    loan = population.loan[block.members]
    transfer = population.promisedTransfer[block.members]
    consumption = population.consumption[block.members]
    welfare = population.welfare[block.members]
    hunger = population.hunger[block.members]
    surplus = population.surplus[block.members]
    distress = population.distress[block.members]
    traits = population.traits[block.members]
    state = population.state[block.members]
    standing = population.standing[block.members]
    income = workspace.income[rows]
    illness = workspace.illnessCost[rows]
    price = workspace.trade[0][rows]
    interestRate = workspace.trade[1][rows]
    interest = workspace.trade[2][rows]
    instalment = workspace.trade[3][rows]
  }

  /// Works out the interest that is due and gives the cash that is left after all claims.
  func claim(_ row: Int) -> Double {
    interest[row] = roundToMoneyGrid(interestRate[row] * debt[row])
    return income[row] + transfer[row] - interest[row] - illness[row] - instalment[row]
  }

  /// Leaves claims of an amount unpaid: the instalment first, then interest, then treatment of illness.
  func forgo(_ amount: Double, row: Int) {
    var left = amount
    func leaveUnpaid(_ claims: Amounts) {
      let unpaid = min(claims[row], left)
      claims[row] -= unpaid
      left -= unpaid
    }
    leaveUnpaid(instalment)
    leaveUnpaid(interest)
    leaveUnpaid(illness)
  }

  /// Lets assets decay, notes surplus and welfare, both relative to need, and adds up what has flowed.
  func age(_ row: Int, _ parameters: TradeParameters, _ budget: HouseholdBudget, _ flows: inout TradeFlows) {
    let kept = standing[row].contains(.upkeep) ? parameters.upkeepSaving : 0
    let decay = roundToMoneyGrid(parameters.depreciation * (1 - kept) * assets[row])
    assets[row] -= decay
    surplus[row] = featureUnits(max(-1, min(1, (budget.cash - budget.priced) / budget.priced)))
    welfare[row] = Float(consumption[row] / budget.priced)
    flows.decay += decay
    flows.transfers += transfer[row]
    flows.consumption += consumption[row]
    flows.interest += interest[row]
    flows.illness += illness[row]
    flows.instalments += instalment[row]
  }
}

/// What flows through the hands of a settlement's households in a quarter of trade, PKR thousand.
struct TradeFlows {
  var transfers = 0.0
  var consumption = 0.0
  var durables = 0.0
  var interest = 0.0
  var illness = 0.0
  var instalments = 0.0
  var lent = 0.0
  var repaid = 0.0
  var saleDiscount = 0.0
  var decay = 0.0

  /// Books them, and what the patron is owed.
  func book(in population: Population, settlement: Int) {
    population.add(transfers, to: .transfers, settlement: settlement)
    population.add(consumption, to: .consumption, settlement: settlement)
    population.add(durables, to: .durables, settlement: settlement)
    population.add(interest, to: .interest, settlement: settlement)
    population.add(illness, to: .illness, settlement: settlement)
    population.add(instalments, to: .instalments, settlement: settlement)
    population.add(lent, to: .lent, settlement: settlement)
    population.add(repaid, to: .repaid, settlement: settlement)
    population.add(saleDiscount, to: .saleDiscount, settlement: settlement)
    population.add(decay, to: .decay, settlement: settlement)
    population.receivable[settlement] += lent - repaid
  }
}
