import Simulation

/// What the trade process reads and writes for a block, indexed from the block's first household.
struct TradeColumns {
  typealias Amounts = UnsafeMutableBufferPointer<Double>
  /// Columns that are not part of the population.
  static let ownColumns = 9

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
  /// Need at the price paid; in the end consumption relative to it.
  let priced: Amounts
  /// Cash after obligations; in the end surplus relative to need.
  let cash: Amounts
  /// What is not consumed, and the part of it that repays debt.
  let kept: Amounts
  let repaid: Amounts
  let decay: Amounts

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
    priced = workspace.trade[4][rows]
    cash = workspace.trade[5][rows]
    kept = workspace.trade[6][rows]
    repaid = workspace.trade[7][rows]
    decay = workspace.trade[8][rows]
  }

  /// Whether any household keeps up assets that it has chosen itself.
  var anyUpkeep: Bool {
    var standings: UInt8 = 0
    for standing in standing { standings |= standing.rawValue }
    return Standing(rawValue: standings).contains(.upkeep)
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

  /// Books the flows of a settlement's households.
  func book(in population: Population, _ block: Block, settlement: Int) {
    let rows = block.rows(of: population.geography.members(ofSettlement: settlement))
    var (transfers, consumed, interestPaid, treated, instalments) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for row in rows {
      transfers += transfer[row]
      consumed += consumption[row]
      interestPaid += interest[row]
      treated += illness[row]
      instalments += instalment[row]
    }
    var (debtRepaid, decayed) = (0.0, 0.0)
    for row in rows {
      debtRepaid += repaid[row]
      decayed += decay[row]
    }
    population.add(transfers, to: .transfers, settlement: settlement)
    population.add(consumed, to: .consumption, settlement: settlement)
    population.add(interestPaid, to: .interest, settlement: settlement)
    population.add(treated, to: .illness, settlement: settlement)
    population.add(instalments, to: .instalments, settlement: settlement)
    population.add(debtRepaid, to: .repaid, settlement: settlement)
    population.add(decayed, to: .decay, settlement: settlement)
    population.receivable[settlement] -= debtRepaid
  }
}
