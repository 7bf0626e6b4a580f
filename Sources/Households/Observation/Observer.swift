import ExactMath
import Simulation
import Statistics

/// Takes the measures of a population: sums by cell on all workers, then groups, then measures.
///
/// Complexity: O(households) for an observation.
final class Observer: @unchecked Sendable {
  /// Welfare below 1% of need counts as 1% in logarithms, which would be infinite for households with nothing.
  static let welfareFloor = 0.01

  let cells: GroupedCells
  let deprivation: DeprivationParameters
  let rule: DeprivationRule
  private let cutoff: Double
  private let trade: TradeParameters
  private let registers: [PartnerRegister]
  /// Sums of each worker, `quantity + Quantity.count * cell`.
  private let sums: [Column<Double>]
  /// Room to sort households by their welfare.
  private let order: WelfareOrder

  init(
    _ population: Population, groups: GroupLayout, trade: TradeParameters, dependencyCutoff: Double,
    deprivation: DeprivationParameters = DeprivationParameters(), registers: [PartnerRegister] = [], workers: Int
  ) {
    let cells = GroupedCells(population, groups: groups)
    self.cells = cells
    cutoff = dependencyCutoff
    self.deprivation = deprivation
    rule = deprivation.rule
    self.trade = trade
    self.registers = registers
    sums = (0..<workers).map { _ in Column(repeating: 0, count: cells.count * Quantity.count) }
    order = WelfareOrder(count: population.households)
  }

  /// The cell of each household, fixed at the start of the run.
  var cellOfHousehold: Column<UInt16> { cells.cellOfHousehold }

  /// The measures of all groups at this moment.
  func observe(_ population: Population, _ blocks: [Block], quarter: Int, team: WorkerTeam) -> Observation {
    for worker in sums { worker.elements.update(repeating: 0) }
    team.share(blocks.count) { piece, worker in
      add(population, blocks[piece], into: sums[worker].elements)
      addByMembership(population, blocks[piece], into: sums[worker].elements)
    }
    let grouped = cells.grouped(width: Quantity.count) { index in sums.reduce(0) { $0 + $1[index] } }
    let values = zip(0..., rankedValues(population)).flatMap { level, ranked in
      Measure.definitions.map { $0.value(GroupSums(values: grouped, group: level)) } + ranked
    }
    return Observation(quarter: quarter, values: values)
  }

  static func bandIndex(_ score: Float) -> Int { Band.allCases.firstIndex(of: Band(score: score)) ?? 0 }

  /// Adds the households of a block to a worker's sums.
  private func add(_ population: Population, _ block: Block, into sums: UnsafeMutableBufferPointer<Double>) {
    for settlement in block.groups {
      let markUp = roundToMoneyGrid(population.markUp[settlement])
      for household in population.geography.members(ofSettlement: settlement) {
        let row = UnsafeMutableBufferPointer(
          rebasing: sums[Int(cellOfHousehold[household]) * Quantity.count..<sums.count])
        func add(_ value: Double, to quantity: Quantity) { row[quantity.rawValue] += value }
        func count(_ condition: Bool, in quantity: Quantity) { row[quantity.rawValue] += condition ? 1 : 0 }
        let persons = Double(population.persons[household])
        let welfare = Double(population.welfare[household])
        let state = population.state[household]
        add(1, to: .households)
        add(persons, to: .persons)
        if PovertyLine.isPoor(welfareRatio: welfare) {
          add(persons, to: .poorPersons)
          add(onGrid(persons * (1 - welfare)), to: .gapPersons)
          add(onGrid(persons * (1 - welfare) * (1 - welfare)), to: .squaredGapPersons)
          let shortfall = WattsIndex.shortfall(ofWelfareRatio: welfare, floor: Self.welfareFloor)
          add(onGrid(persons * shortfall), to: .logarithmicGapPersons)
        }
        add(population.consumption[household], to: .consumption)
        add(roundToMoneyGrid(persons * welfare), to: .welfarePersons)
        let floored = max(welfare, Self.welfareFloor)
        add(onGrid(persons * floored), to: .flooredPersons)
        add(onGrid(persons * naturalLogarithm(floored)), to: .logarithmPersons)
        add(onGrid(persons * TheilIndex.entropy(of: welfare)), to: .entropyPersons)
        let utility = AtkinsonIndex.utility(of: welfare, aversion: Measure.inequalityAversion)
        add(onGrid(persons * utility), to: .utilityPersons)
        add(population.assets[household], to: .assets)
        add(population.debt[household], to: .debt)
        count(population.debt[household] > 0, in: .debtors)
        add(population.savings[household], to: .savings)
        add(population.loan[household], to: .softLoans)
        count(population.hunger[household] > 0, in: .hungry)
        add(onGrid(Double(population.score[household])), to: .score)
        add(markUp, to: .markUp)
        row[Quantity.economic0.rawValue + state.economic] += 1
        row[Quantity.social0.rawValue + state.social] += 1
        row[Quantity.political0.rawValue + state.political] += 1
        count(state.isOut, in: .out)
        count(population.quartersOut[household] >= Score.durableQuarters, in: .durablyOut)
        let milestones = population.milestones[household]
        count(milestones.contains(.madeDurableExit), in: .durableExits)
        count(milestones.contains(.exited), in: .exited)
        count(milestones.contains(.relapsed), in: .relapsed)
        count(state.isTrapped, in: .trapped)
        add(Double(population.quartersTrapped[household]), to: .quartersTrapped)
        if !registers.isEmpty { count(registers.isServedTwice(household), in: .servedTwice) }
        if population.score[household] <= MeasuredScores.poor {
          count(!registers.isServed(household), in: .unmetNeed)
        }
        let dependencies = (state.economic < 3 ? 1 : 0) + (state.social < 2 ? 1 : 0) + (state.political < 2 ? 1 : 0)
        if Double(dependencies) >= 3 * cutoff {
          add(1, to: .dependent)
          row[Quantity.dependentDimensions.rawValue] += onGrid(Double(dependencies) / 3)
          count(state.economic < 3, in: .economicDependent)
          count(state.social < 2, in: .socialDependent)
          count(state.political < 2, in: .politicalDependent)
        }
      }
    }
  }

  /// Adds what depends on membership of active community organisations, for the households of a block, to a worker's
  /// sums: members, deprivations, and the prices that households face.
  private func addByMembership(_ population: Population, _ block: Block, into sums: UnsafeMutableBufferPointer<Double>)
  {
    let geography = population.geography
    for settlement in block.groups {
      let prices = population.prices(settlement: settlement, ofMembers: false, trade)
      let memberPrices = population.prices(settlement: settlement, ofMembers: true, trade)
      for neighbourhood in geography.neighbourhoods(ofSettlement: settlement) {
        let isActive = population.communities.stage[neighbourhood] == .active
        for household in geography.members(ofNeighbourhood: neighbourhood) {
          let isMember = isActive && population.standing[household].contains(.member)
          let row = Int(cellOfHousehold[household]) * Quantity.count
          if isMember { sums[row + Quantity.organised.rawValue] += 1 }
          let economic = population.state[household].economic
          let price = isMember ? memberPrices[economic] : prices[economic]
          sums[row + Quantity.price.rawValue] += roundToMoneyGrid(price)
          let interest =
            population.traits[household].contains(.bearsInterest)
            ? trade.interestRate[economic] * population.debt[household] : 0
          let premium = population.consumption[household] * (1 - 1 / price)
          sums[row + Quantity.informalCost.rawValue] += roundToMoneyGrid(premium + interest)
          let deprivations = population.deprivations(of: household, isOrganised: isMember, deprivation)
          let score = rule.score(deprivations)
          guard rule.isPoor(score: score) else { continue }
          sums[row + Quantity.deprived.rawValue] += 1
          sums[row + Quantity.deprivationScore.rawValue] += onGrid(score)
          for indicator in DeprivationIndicator.allCases where deprivations >> UInt64(indicator.rawValue) & 1 == 1 {
            sums[row + Quantity.deprived0.rawValue + indicator.rawValue] += 1
          }
        }
      }
    }
  }

  // MARK: - By the order of welfare

  /// The measures that need all households in the order of their welfare, after those that follow from sums.
  static let rankedMeasures: [Measure] = [
    Measure(name: "gini", unit: "coefficient, 0-1", summary: "Gini coefficient of the welfare ratio over persons."),
    Measure(
      name: "sen_shorrocks_thon", unit: "share of the poverty line",
      summary: "Headcount ratio x mean gap of the poor x (1 + Gini coefficient of the gaps of all)."),
  ]

  /// The values of `rankedMeasures` in every group, in their order.
  private func rankedValues(_ population: Population) -> [[Double]] {
    var inequality = [GiniSums](repeating: GiniSums(), count: cells.groups.levels.count)
    var poverty = [SenShorrocksThon](repeating: SenShorrocksThon(), count: cells.groups.levels.count)
    let households = order.households(
      byWelfare: { population.welfare[$0] },
      labelled: { UInt32(cellOfHousehold[$0]) << 8 | UInt32(population.persons[$0]) })
    for (welfare, label) in households {
      let cell = Int(label >> 8)
      let persons = Double(label & 0xFF) * cells.weights[cells.place(of: cell)]
      for level in cells.groups.levelsOfCell[cell] {
        inequality[level].add(Double(welfare), weight: persons)
        poverty[level].add(welfareRatio: Double(welfare), weight: persons)
      }
    }
    return zip(inequality, poverty).map { [$0.coefficient, $1.index] }
  }
}
