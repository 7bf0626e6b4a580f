public import Households
public import Statistics

/// Sums up runs as they come, in the order in which an experiment makes them.
///
/// - Complexity: memory O(scenarios x quarters x groups x measures), O(scenarios^2) and O(rows of the stocktakes), whatever
///   the number of replications.
public struct SummaryAccumulator: Sendable {
  private let scenarioNames: [String]
  private let programmeNames: [[String]]
  private let groupLevels: [GroupLevel]
  private let measures: [Measure]
  private let detail: Detail
  private(set) var quarters: [Int] = []
  private var cells: [[RunningMoments]]
  private var programmeCells: [[RunningMoments]]
  private var pairs: [[PairedMoments]]
  private var costs: [RunningMoments]
  private var costPairs: [PairedMoments]
  private var ranking: RankingAccumulator
  private var money: MoneyAccumulator
  private var attributions: [[RunningMoments]]
  /// Whole replications added so far.
  private(set) var replications = 0
  private var stocktakes: [StocktakeAccumulator]
  private var reaches: [ReachAccumulator]
  private var decompositions: DecompositionAccumulator
  private var dynamics: DynamicsAccumulator
  private var baseline: (values: [Double], cost: Double, replication: Int)?

  /// Creates an empty accumulator of the scenarios of a plan, the first of which is the baseline.
  ///
  /// Programmes are those of each scenario, in its order, and none are given where nobody has any; without parameters
  /// they are the model's own. Groups and measures are in the order of `Observation.values`.
  public init(
    scenarioNames: [String], programmeNames: [[String]] = [], groupLevels: [GroupLevel], measures: [Measure],
    parameters given: [Parameters] = [], detail: Detail
  ) {
    let parameters = given.isEmpty ? Array(repeating: Parameters(), count: scenarioNames.count) : given
    self.scenarioNames = scenarioNames
    self.programmeNames =
      programmeNames.isEmpty ? Array(repeating: [], count: scenarioNames.count) : programmeNames
    self.groupLevels = groupLevels
    self.measures = measures
    self.detail = detail
    let none = Array(repeating: [RunningMoments](), count: scenarioNames.count)
    (cells, programmeCells, attributions) = (none, none, none)
    pairs = Array(repeating: [], count: scenarioNames.count)
    costs = Array(repeating: RunningMoments(), count: scenarioNames.count)
    costPairs = Array(repeating: PairedMoments(), count: scenarioNames.count)
    ranking = RankingAccumulator(scenarios: scenarioNames.count, groupLevels: groupLevels, measures: measures)
    money = MoneyAccumulator(
      scenarioNames: scenarioNames, groupLevels: groupLevels, measures: measures, evaluation: parameters[0].evaluation)
    stocktakes = Array(repeating: StocktakeAccumulator(), count: scenarioNames.count)
    reaches = self.programmeNames.map(ReachAccumulator.init)
    decompositions = DecompositionAccumulator(
      groupLevels: groupLevels, measures: measures,
      deprivationWeights: parameters.map(\.deprivation.normalisedWeights))
    dynamics = DynamicsAccumulator(
      scenarios: scenarioNames.count, groupLevels: groupLevels, everySurvival: detail == .groups)
  }

  /// Adds a run; the baseline's run of a replication comes before the others.
  public mutating func add(_ result: RunResult, of run: RunIdentity) {
    prepare(for: result, scenario: run.scenario)
    let values = observed.values(of: result.observations)
    let cost = result.costs.reduce(0) { $0 + $1.pkr }
    cells[run.scenario].add(values)
    addProgrammeValues(of: result, scenario: run.scenario)
    stocktakes[run.scenario].add(result.stocktake)
    reaches[run.scenario].add(result)
    decompositions.add(
      result.observations.indices.filter(observed.hasGroups).map { result.observations[$0] }, scenario: run.scenario)
    dynamics.add(result, scenario: run.scenario)
    costs[run.scenario].add(cost)
    ranking.add(result, cost: cost, scenario: run.scenario)
    money.add(result, scenario: run.scenario)
    attributions[run.scenario].add(result.attribution)
    if run.scenario == scenarioNames.count - 1 { replications += 1 }
    guard run.scenario > 0 else {
      baseline = (values, cost, run.replication)
      return
    }
    guard let baseline, baseline.replication == run.replication else {
      preconditionFailure("the baseline of a replication runs before its other scenarios")
    }
    for (index, value) in values.enumerated() {
      pairs[run.scenario][index].add(baseline: baseline.values[index], scenario: value)
    }
    costPairs[run.scenario].add(baseline: baseline.cost, scenario: cost)
  }

  /// The estimates from all runs added so far, and what has become of the precision that was wanted, if one was.
  public func summary(precision: PrecisionOutcome? = nil) -> ExperimentSummary {
    let compared = max(1, scenarioNames.count - 1)
    let scenarios = scenarioNames.indices
    return ExperimentSummary(
      scenarioNames: scenarioNames, programmeNames: programmeNames, replications: replications, precision: precision,
      quarters: quarters, groupLevels: groupLevels, measures: measures, costs: costs.map(Estimate.init),
      costComparisons: costPairs.map { Comparison($0, scenarios: compared) }, money: money.summary(),
      stocktakes: scenarios.map { scenario in
        let all = group(scenario, quarter: quarters.count - 1, groupLevel: wholePopulation)
        return stocktakes[scenario].summary(households: all.count, effectiveNumber: all.effectiveNumber)
      },
      reaches: reaches.map { $0.summary() }, decompositions: decompositions.summary(), dynamics: dynamics.summary(),
      observed: observed, estimates: cells.map { Estimate.setBySet($0, ranges: measures.map(\.range)) },
      programmeEstimates: scenarios.map(programmeEstimates),
      comparisons: pairs.map { pairs in
        pairs.enumerated().map { Comparison($1, scenarios: compared, range: measures[$0 % measures.count].range) }
      },
      attributions: scenarios.map(attributionEstimates), ranking: ranking)
  }

  // MARK: - What is known of the households that others are part of

  private var wholePopulation: Int { groupLevels.everybody ?? 0 }

  /// How many households a group has at a quarter, and with what effective sample size its shares are known; nil where no
  /// measure tells.
  private func group(
    _ scenario: Int, quarter: Int, groupLevel: Int
  ) -> (count: Double?, effectiveNumber: Double?) {
    guard observed.groups(at: quarter).contains(groupLevel), !cells[scenario].isEmpty else { return (nil, nil) }
    let start = observed.position(quarter: quarter, group: groupLevel)
    let (moments, ranges) = (cells[scenario][start..<start + measures.count], measures.map(\.range))
    let count = Estimate.households(moments, ranges)
    return (count, Estimate.leastEffectiveNumber(moments, ranges, households: count))
  }

  private func programmeEstimates(_ scenario: Int) -> [Estimate] {
    let programmes = max(1, programmeNames[scenario].count)
    let start = group(scenario, quarter: 0, groupLevel: wholePopulation)
    return Estimate.setBySet(
      programmeCells[scenario], ranges: Model.programmeMeasures.map(\.range), households: start.count
    ) { group(scenario, quarter: $0 / programmes, groupLevel: wholePopulation).effectiveNumber }
  }

  /// The treated and the untreated of a group are so much less well known than all of it as they are fewer.
  private func attributionEstimates(_ scenario: Int) -> [Estimate] {
    let (ranges, treatments) = (EndState.measures.map(\.range), EndState.treatments.count)
    let moments = attributions[scenario]
    return Estimate.setBySet(moments, ranges: ranges) { set in
      let known = group(scenario, quarter: quarters.count - 1, groupLevel: set / treatments)
      guard let number = known.effectiveNumber, let count = known.count,
        let part = Estimate.households(moments[set * ranges.count..<(set + 1) * ranges.count], ranges)
      else { return nil }
      return number * part / count
    }
  }

  private var observed: ObservedCells {
    ObservedCells(quarters: quarters.count, detail: detail, groupLevels: groupLevels, measures: measures.count)
  }

  private mutating func prepare(for result: RunResult, scenario: Int) {
    let quarters = result.observations.map(\.quarter)
    if self.quarters.isEmpty { self.quarters = quarters }
    precondition(quarters == self.quarters, "all runs of an experiment are observed at the same quarters")
    precondition(
      result.observations.allSatisfy { $0.values.count == groupLevels.count * measures.count },
      "an observation has each measure of each group")
    if scenario > 0, pairs[scenario].isEmpty {
      pairs[scenario] = Array(repeating: PairedMoments(), count: observed.count)
    }
  }

  private mutating func addProgrammeValues(of result: RunResult, scenario: Int) {
    let values = result.observations.flatMap(\.programmeValues)
    guard !values.isEmpty else { return }
    precondition(
      values.count == quarters.count * programmeNames[scenario].count * Model.programmeMeasures.count,
      "an observation has each measure of each programme")
    programmeCells[scenario].add(values)
  }

  // MARK: - What has been added up, on its way out and back

  /// Writes the sums of whole replications, or replaces them by those of the same experiment that are read.
  /// - Throws: `StateArchive.Fault` where they are those of another one, or none.
  public mutating func pass(through archive: inout StateArchive) throws(StateArchive.Fault) {
    var names = scenarioNames + programmeNames.joined() + groupLevels.flatMap { [$0.group, $0.level] }
    names += measures.map(\.name) + [detail.rawValue]
    var found = names
    try archive.pass(&found)
    try archive.require(found == names)
    try archive.pass(count: &replications)
    try archive.pass(&quarters)
    try archive.pass(&cells)
    try archive.pass(&programmeCells)
    try archive.pass(&pairs)
    try archive.pass(&costs)
    try archive.pass(&costPairs)
    try ranking.pass(through: &archive)
    try money.pass(through: &archive)
    try archive.pass(&attributions)
    // Nothing of the baseline is held against another.
    let others = scenarioNames.indices.map { min($0, 1) }
    let attributed = groupLevels.count * EndState.treatments.count * EndState.measures.count
    let ofProgrammes = programmeNames.map { $0.count * quarters.count * Model.programmeMeasures.count }
    try archive.require(costs.count == others.count && costPairs.count == others.count)
    try archive.require(cells.map(\.count) == others.map { _ in observed.count })
    try archive.require(pairs.map(\.count) == others.map { $0 * observed.count })
    try archive.require(programmeCells.map(\.count) == ofProgrammes)
    try archive.require([others.map { _ in 0 }, others.map { $0 * attributed }].contains(attributions.map(\.count)))
    for scenario in scenarioNames.indices {
      try stocktakes[scenario].pass(through: &archive)
      try reaches[scenario].pass(through: &archive)
    }
    let withGroups = quarters.indices.count(where: observed.hasGroups)
    try decompositions.pass(through: &archive, observations: withGroups)
    try dynamics.pass(through: &archive, quarters: quarters.last ?? 0)
    baseline = nil
  }
}
