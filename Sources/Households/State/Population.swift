import Simulation

/// The moving state of all households and settlements of one replication, a column for each variable.
///
/// Money is PKR thousand of 2015-16; a household's id is its index.
public final class Population: Sendable {
  /// Who belongs where.
  public let geography: Geography

  // MARK: Households, fixed

  /// Poverty line times adult equivalents, a quarter.
  let need: Column<Double>
  let persons: Column<UInt8>
  let workers: Column<UInt8>
  let dependants: Column<UInt8>
  let traits: Column<Traits>
  /// Labour income of a quarter without skill, wedge and luck (`B`).
  let labourPotential: Column<Double>
  /// Scorecard points without the part that moves with assets, before clamping.
  let scoreBase: Column<Float>
  /// Wealth feature at the start, in 1/1024.
  let initialWealth: Column<Int16>
  /// Land, rooms and skills that lie unused, share of need; 0 once they have been put to work.
  let idleResource: Column<Float>

  // MARK: Households, moving

  /// Productive assets (`k`).
  let assets: Column<Double>
  /// Debt to the patron (`d`).
  let debt: Column<Double>
  let savings: Column<Double>
  /// Soft loan outstanding.
  let loan: Column<Double>
  /// Cash that programmes have paid and that arrives next quarter; negative where the household owes a contribution.
  let promisedTransfer: Column<Double>
  let consumption: Column<Double>
  /// Consumption at market prices over need.
  let welfare: Column<Float>
  /// Logarithmic deviation of labour income (`eta`).
  let labourDeviation: Column<Float>
  /// Stock of awareness, 0-1.
  let awareness: Column<Float>
  /// Stock of coaching, 0-1.
  let coaching: Column<Float>
  /// What is missing to the consumption floor, as a share of need.
  let hunger: Column<Float>
  /// Scorecard points, 0-100.
  let score: Column<Float>
  /// `log2(1 + k / need)` in 1/1024.
  let wealth: Column<Int16>
  /// `(x - need p) / (need p)` between -1 and 1, in 1/1024.
  let surplus: Column<Int16>
  /// What has distressed the household this quarter, as bits of `Distress`.
  let distress: Column<UInt8>
  let state: Column<DependencyState>
  let skill: Column<UInt8>
  let standing: Column<Standing>
  /// Instalments still to pay.
  let instalmentsLeft: Column<UInt8>
  /// Quarters in which none is due yet.
  let graceLeft: Column<UInt8>
  /// Programme that lent, as its index in the scenario plus 1; 0: none.
  let lender: Column<UInt8>
  /// Successive quarters out of dependency, up to 255.
  let quartersOut: Column<UInt8>
  let milestones: Column<Milestones>
  /// Quarters in the trap since the start of the run.
  let quartersTrapped: Column<UInt16>

  // MARK: Settlements

  /// The patron's mark-up over market prices (`mu`).
  let markUp: Column<Double>
  /// Share of households with E <= 1.
  let patronPower: Column<Double>
  /// Share of households with S >= 2.
  let connectedPeers: Column<Double>
  /// Share of households with E = 3 and S >= 2.
  let roleModels: Column<Double>
  /// Market access (`m`).
  let marketAccess: Column<Double>
  /// What the patron's own books say that it is owed.
  let receivable: Column<Double>
  /// Flows since creation, `flow + settlement * Flow.allCases.count`.
  let flows: Column<Double>
  /// What settlements held when they were created.
  nonisolated(unsafe) var openingStocks: [Ledger.Stocks] = []

  /// What keeps the levels' shares steady as long as no programme comes.
  public internal(set) nonisolated(unsafe) var balance = LevelBalance()

  /// The communities' organisations and what they have built.
  let communities: Communities

  /// Every variable of households.
  let householdColumns: [any AnyColumn]
  private let settlementColumns: [any AnyColumn]

  init(geography: Geography) {
    self.geography = geography
    var households: [any AnyColumn] = []
    var settlements: [any AnyColumn] = []
    func household<Element>(_ value: Element) -> Column<Element> {
      let column = Column(repeating: value, count: geography.householdCount)
      households.append(column)
      return column
    }
    func settlement(_ value: Double, _ width: Int = 1) -> Column<Double> {
      let column = Column(repeating: value, count: geography.settlementCount * width)
      settlements.append(column)
      return column
    }
    need = household(0)
    persons = household(0)
    workers = household(0)
    dependants = household(0)
    traits = household([])
    labourPotential = household(0)
    scoreBase = household(0)
    initialWealth = household(0)
    idleResource = household(0)
    assets = household(0)
    debt = household(0)
    savings = household(0)
    loan = household(0)
    promisedTransfer = household(0)
    consumption = household(0)
    welfare = household(0)
    labourDeviation = household(0)
    awareness = household(0)
    coaching = household(0)
    hunger = household(0)
    score = household(0)
    wealth = household(0)
    surplus = household(0)
    distress = household(0)
    state = household(DependencyState(rawValue: 0))
    skill = household(0)
    standing = household([])
    instalmentsLeft = household(0)
    graceLeft = household(0)
    lender = household(0)
    quartersOut = household(0)
    milestones = household([])
    quartersTrapped = household(0)
    markUp = settlement(0)
    patronPower = settlement(0)
    connectedPeers = settlement(0)
    roleModels = settlement(0)
    marketAccess = settlement(1)
    receivable = settlement(0)
    flows = settlement(0, Flow.allCases.count)
    communities = Communities(geography: geography)
    householdColumns = households
    settlementColumns = settlements
  }

  /// Number of simulated households.
  public var households: Int { geography.householdCount }

  /// Bytes of state that one household takes, its share of the settlement's state left out.
  public var bytesPerHousehold: Int { householdColumns.reduce(0) { $0 + $1.bytesPerEntity } }

  /// A population with the same state, in memory of its own.
  func copy() -> Population {
    let copy = Population(geography: geography)
    for (target, source) in zip(copy.householdColumns, householdColumns) { target.copy(from: source) }
    for (target, source) in zip(copy.settlementColumns, settlementColumns) { target.copy(from: source) }
    copy.communities.copy(from: communities)
    copy.openingStocks = openingStocks
    copy.balance = balance
    return copy
  }

  func add(_ amount: Double, to flow: Flow, settlement: Int) {
    flows[settlement * Flow.allCases.count + flow.rawValue] += amount
  }
}
