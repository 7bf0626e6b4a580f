import Simulation

/// Memory of one worker: what processes of one stage hand to each other for the block at hand, and what it has counted.
///
/// Counts are whole numbers or exact sums, so adding up the workers' shares gives the same result whoever did what.
final class Workspace: Sendable {
  // MARK: For the block at hand, indexed from its first household

  /// Labour income times this, after the shocks of the quarter.
  let labourFactor: Column<Double>
  /// Cost of illness.
  let illnessCost: Column<Double>
  /// Exponent of labour income, then labour and capital income.
  let income: Column<Double>
  /// Amounts and prices of the trade process, a column for each of `TradeColumns`' own.
  let trade: [Column<Double>]
  /// Four uniform numbers for each household; the last is left by shocks for trade.
  let uniforms: [Column<Double>]
  /// Two normal numbers for each household.
  let normals: [Column<Double>]
  /// Feature matrix by columns, `household + households * feature`.
  let features: Column<Double>
  /// Log-odds of the six moves by columns, `household + households * move`.
  let logOdds: Column<Double>
  /// Odds of the six moves relative to staying, likewise.
  let odds: Column<Float>
  /// What the quarter's moves add to the joint state.
  let moves: Column<Double>
  /// Joint state before the dependency process.
  let stateBefore: Column<DependencyState>

  // MARK: Counted since the start of the run

  /// Simulated household-quarters by place and move, `to + 64 (from + 64 place)`.
  let transitions: Column<Int64>

  // MARK: Counted in the quarter

  /// Expected flows between neighbouring levels in the burn-in, in 2^-32 of a household: `up or down + 2 (pair + 9 place)`.
  let levelFlows: Column<Int64>

  /// Lenders that repayments are booked to: a programme's index plus 1.
  static let lenders = 256
  /// Instalments paid, `lender + 256 place`.
  let repayments: Column<Double>
  /// Households that paid one, likewise.
  let repayers: Column<Int64>
  /// Loans written off, likewise.
  let writeOffs: Column<Double>

  init(largestBlock: Int, places: Int) {
    labourFactor = Column(repeating: 1, count: largestBlock)
    illnessCost = Column(repeating: 0, count: largestBlock)
    income = Column(repeating: 0, count: largestBlock)
    trade = (0..<TradeColumns.ownColumns).map { _ in Column(repeating: 0, count: largestBlock) }
    uniforms = (0..<4).map { _ in Column(repeating: 0, count: largestBlock) }
    normals = (0..<2).map { _ in Column(repeating: 0, count: largestBlock) }
    features = Column(repeating: 0, count: largestBlock * Feature.count)
    logOdds = Column(repeating: 0, count: largestBlock * Dependency.productColumns)
    odds = Column(repeating: 0, count: largestBlock * Move.count)
    moves = Column(repeating: 0, count: largestBlock)
    stateBefore = Column(repeating: DependencyState(rawValue: 0), count: largestBlock)
    let states = DependencyState.count
    transitions = Column(repeating: 0, count: places * states * states)
    levelFlows = Column(repeating: 0, count: places * 2 * LevelBalance.pairs)
    repayments = Column(repeating: 0, count: places * Self.lenders)
    repayers = Column(repeating: 0, count: places * Self.lenders)
    writeOffs = Column(repeating: 0, count: places * Self.lenders)
  }

  func clearRepayments() {
    repayments.elements.update(repeating: 0)
    repayers.elements.update(repeating: 0)
    writeOffs.elements.update(repeating: 0)
  }
}

/// What processes change: a population, and the workers' memory.
final class World: Sendable {
  let population: Population
  let workspaces: [Workspace]

  init(population: Population, blocks: [Block], team: WorkerTeam) {
    self.population = population
    let largestBlock = blocks.map(\.members.count).max() ?? 0
    workspaces = (0..<team.count).map { _ in
      Workspace(largestBlock: largestBlock, places: population.geography.places.count)
    }
  }
}
