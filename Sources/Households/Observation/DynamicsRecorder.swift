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
  ///   - cells: the observer's.
  ///   - quarters: the length of the run.
  ///   - team: the workers.
  init(_ future: Future, cells: GroupedCells, quarters: Int, team: WorkerTeam) {
    population = future.population
    blocks = future.blocks
    self.team = team
    self.quarters = quarters
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
    let order = WelfareOrder(count: population.households).positions { population.welfare[$0] }
    let welfare = order.map { Double(population.welfare[$0]) }
    let persons = order.map { Double(population.persons[$0]) * spells.cells.weightOfHousehold($0) }
    quantiles.append(
      WelfareQuantiles(
        quarter: quarter,
        means: quantileMeans(sortedValues: welfare, weights: persons, count: WelfareQuantiles.count)))
  }
}
