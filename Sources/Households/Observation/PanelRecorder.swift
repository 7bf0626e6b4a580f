import Simulation
import Statistics

/// Visits every household once a year: the wave of a panel, which takes consumption and need of that quarter.
final class PanelRecorder: @unchecked Sendable {
  static let quartersBetweenWaves = 4
  /// Waves after which it is counted who was poor in all of them and who in none: panels of Pakistan have five.
  static let wavesOfSpells = 5

  private let cells: GroupedCells
  private let waves: Int
  /// Waves that have been taken.
  private var taken = 0
  /// Joint state and, in bit 6, poverty in the last four waves; wave w lies in column w mod 4.
  private let history: [Column<UInt8>]
  private let welfareSum: Column<Double>
  private let poorWaves: Column<UInt16>
  /// Sums of each worker, `quantity + PanelQuantity.count * cell`.
  private let sums: [Column<Double>]
  /// Simulated households that moved, of each worker, `to + 4 (from + 4 (dimension + 3 (span + 2 place)))`.
  private let moves: [Column<Int64>]
  private let households: [Int]

  private static let movesOfPlace = 16 * Dimension.allCases.count * YearlyMatrix.spans.count
  private static let poor: UInt8 = 64

  init(_ population: Population, cells: GroupedCells, waves: Int, workers: Int) {
    self.cells = cells
    self.waves = waves
    history = (0..<4).map { _ in Column(repeating: 0, count: population.households) }
    welfareSum = Column(repeating: 0, count: population.households)
    poorWaves = Column(repeating: 0, count: population.households)
    sums = (0..<workers).map { _ in Column(repeating: 0, count: cells.count * PanelQuantity.count) }
    moves = (0..<workers).map { _ in Column(repeating: 0, count: cells.weights.count * Self.movesOfPlace) }
    var households = [Int](repeating: 0, count: cells.count)
    for cell in cells.cellOfHousehold.elements { households[Int(cell)] += 1 }
    self.households = households
  }

  /// Takes the next wave.
  func record(_ population: Population, _ blocks: [Block], team: WorkerTeam) {
    let wave = taken
    team.share(blocks.count) { piece, worker in
      for household in blocks[piece].members {
        add(population, household, wave: wave, sums: sums[worker].elements, moves: moves[worker].elements)
      }
    }
    taken += 1
  }

  // MARK: - A household in a wave

  private func add(
    _ population: Population, _ household: Int, wave: Int, sums: UnsafeMutableBufferPointer<Double>,
    moves: UnsafeMutableBufferPointer<Int64>
  ) {
    let cell = Int(cells.cellOfHousehold[household])
    let row = UnsafeMutableBufferPointer(rebasing: sums[PanelQuantity.count * cell..<sums.count])
    func add(_ value: Double, to quantity: PanelQuantity) { row[quantity.rawValue] += value }
    let persons = Double(population.persons[household])
    let welfare = Double(population.welfare[household])
    let isPoor = PovertyLine.isPoor(welfareRatio: welfare)
    if wave == 0 { add(persons, to: .persons) }
    if isPoor {
      add(persons, to: .poorPersons)
      add(onGrid(persons * (1 - welfare)), to: .gapPersons)
      add(onGrid(persons * (1 - welfare) * (1 - welfare)), to: .squaredGapPersons)
      poorWaves[household] += 1
    }
    welfareSum[household] += welfare
    let now = population.state[household].rawValue | (isPoor ? Self.poor : 0)
    for (index, years) in YearlyMatrix.spans.enumerated() where wave >= years {
      let before = history[(wave - years) % 4][household]
      let first: PanelQuantity = index == 0 ? .stayedPoor : .stayedPoorThreeYears
      row[first.rawValue + (before & Self.poor == 0 ? 2 : 0) + (isPoor ? 0 : 1)] += persons
      let start = 16 * Dimension.allCases.count * (index + YearlyMatrix.spans.count * cells.place(of: cell))
      for dimension in 0..<Dimension.allCases.count {
        let (from, to) = (Int(before >> UInt8(2 * dimension)) & 3, Int(now >> UInt8(2 * dimension)) & 3)
        moves[start + 16 * dimension + to + 4 * from] += 1
      }
    }
    history[wave % 4][household] = now
    if wave == Self.wavesOfSpells - 1 {
      if poorWaves[household] == Self.wavesOfSpells { add(persons, to: .alwaysPoorFive) }
      if poorWaves[household] == 0 { add(persons, to: .neverPoorFive) }
    }
    guard wave == waves - 1 else { return }
    if Int(poorWaves[household]) == waves { add(persons, to: .alwaysPoor) }
    if poorWaves[household] == 0 { add(persons, to: .neverPoor) }
    let mean = welfareSum[household] / Double(waves)
    if PovertyLine.isPoor(welfareRatio: mean) {
      add(persons, to: .chronicPersons)
      add(onGrid(persons * (1 - mean)), to: .chronicGapPersons)
      add(onGrid(persons * (1 - mean) * (1 - mean)), to: .chronicSquaredGapPersons)
    }
  }

  // MARK: - At the end

  /// The panel's measures, as `HouseholdDynamics.panel` keeps them.
  func values() -> [Double] {
    let grouped = cells.grouped(width: PanelQuantity.count) { index in sums.reduce(0) { $0 + $1[index] } }
    let members = memberships()
    return cells.groups.levels.indices.flatMap { level in
      let sums = PanelSums(
        values: Array(grouped[PanelQuantity.count * level..<PanelQuantity.count * (level + 1)]), waves: waves,
        households: members[level])
      return HouseholdDynamics.panelDefinitions.map { $0.value(sums) }
    }
  }

  /// The households of each group, with their effective number.
  private func memberships() -> [RiskSet] {
    var members = [RiskSet](repeating: RiskSet(), count: cells.groups.levels.count)
    for (cell, count) in households.enumerated() where count > 0 {
      for level in cells.groups.levelsOfCell[cell] {
        members[level].add(RiskSet(members: count, events: 0, weight: cells.weights[cells.place(of: cell)]))
      }
    }
    return members
  }

  /// Moves over years of all households, as `HouseholdDynamics.yearlyMoves` keeps them.
  func yearlyMoves() -> [Double] {
    let all = cells.grouped(width: PanelQuantity.count) { index in sums.reduce(0) { $0 + $1[index] } }
    return YearlyMatrix.spans.indices.flatMap { span in
      var levels = [Double](repeating: 0, count: 16 * Dimension.allCases.count)
      for (place, weight) in cells.weights.enumerated() {
        let start = levels.count * (span + YearlyMatrix.spans.count * place)
        for move in levels.indices {
          levels[move] += weight * Double(moves.reduce(0) { $0 + $1[start + move] })
        }
      }
      let first: PanelQuantity = span == 0 ? .stayedPoor : .stayedPoorThreeYears
      return levels + all[first.rawValue..<first.rawValue + 4]
    }
  }
}
