import Simulation
import Statistics

/// Follows the households of a run: how long they wait, how they fare from year to year, and how the parts of the
/// population do.
final class DynamicsRecorder {
  private let population: Population
  private let blocks: [Block]
  private let team: WorkerTeam
  private let quarters: Int
  private let spells: SpellRecorder
  private let panel: PanelRecorder
  private var quantiles: [WelfareQuantiles] = []

  /// Begins at the start of a run, whose first wave it takes.
  /// - Parameters:
  ///   - future: the run, at quarter 0.
  ///   - groups: the groups that are reported.
  ///   - cellOfHousehold: the observer's cells.
  ///   - quarters: the length of the run.
  ///   - team: the workers.
  init(
    _ future: Future, groups: GroupLayout, cellOfHousehold: Column<UInt16>, quarters: Int, team: WorkerTeam
  ) {
    population = future.population
    blocks = future.blocks
    self.team = team
    self.quarters = quarters
    let cells = GroupedCells(groups: groups, weights: population.geography.weights, cellOfHousehold: cellOfHousehold)
    spells = SpellRecorder(population, cells: cells)
    panel = PanelRecorder(
      population, cells: cells, waves: 1 + quarters / PanelRecorder.quartersBetweenWaves, workers: team.count)
    panel.record(population, blocks, team: team)
    takeQuantiles(at: 0)
  }

  /// Looks at the households at the end of a quarter.
  ///
  /// Complexity: O(households).
  func record(quarter: Int) {
    spells.record(population, blocks, quarter: quarter, team: team)
    if quarter % PanelRecorder.quartersBetweenWaves == 0 { panel.record(population, blocks, team: team) }
    if quarter == quarters { takeQuantiles(at: quarter) }
  }

  /// All that was recorded.
  func dynamics() -> HouseholdDynamics {
    HouseholdDynamics(
      spells: spells.riskSets(quarters: quarters), panel: panel.values(), yearlyMoves: panel.yearlyMoves(),
      quantiles: quantiles)
  }

  private func takeQuantiles(at quarter: Int) {
    let order = Column<UInt64>(repeating: 0, count: population.households)
    let spare = Column<UInt64>(repeating: 0, count: population.households)
    let counts = Column<Int32>(repeating: 0, count: 65_536)
    for household in 0..<population.households {
      order[household] = UInt64(population.welfare[household].bitPattern) << 32 | UInt64(household)
    }
    sortByKey(order.elements, spare: spare.elements, counts: counts.elements)
    let weights = spells.cells.weightOfHousehold
    let welfare = order.elements.map { Double(population.welfare[Int($0 & 0xFFFF_FFFF)]) }
    let persons = order.elements.map { entry in
      let household = Int(entry & 0xFFFF_FFFF)
      return Double(population.persons[household]) * weights(household)
    }
    quantiles.append(
      WelfareQuantiles(
        quarter: quarter,
        means: quantileMeans(sortedValues: welfare, weights: persons, count: WelfareQuantiles.count)))
  }
}
