import Simulation

extension Model {
  /// Runs one scenario from a settled population, which stays as it is.
  ///
  /// Complexity: O(households x quarters).
  ///
  /// - Parameters:
  ///   - scenario: comparable with the baseline.
  ///   - settled: the population of the same replication at quarter 0.
  ///   - replication: number of the replication, from 1.
  ///   - observeEvery: quarters between observations; the start and the end are always observed.
  ///   - microdataAt: quarters at which every household is recorded.
  ///   - progress: called after each quarter with its number.
  ///   - record: called with every record of every household asked for, in order of quarter and id.
  /// - Returns: observations, transitions, costs, institutions, the course of each quarter, what became of each household,
  ///   and its dynamics.
  public func run(
    _ scenario: Scenario, from settled: Population, replication: Int, observeEvery: Int, microdataAt: Set<Int> = [],
    progress: (_ quarter: Int) -> Void = { _ in }, record: (HouseholdRecord) -> Void = { _ in }
  ) -> RunResult {
    let future = future(of: scenario, from: settled, replication: replication)
    let (population, partners, blocks) = (future.population, future.partners, future.blocks)
    let observer = Observer(
      population, groups: groups, trade: scenario.parameters.trade,
      dependencyCutoff: scenario.parameters.score.dependencyCutoff,
      deprivation: scenario.parameters.deprivation, registers: partners.registers, workers: team.count)
    let courseObserver = CourseObserver(population, workers: team.count)
    let dynamics = DynamicsRecorder(future, cells: observer.cells, quarters: scenario.quarters, team: team)
    let institutionObserver = InstitutionObserver(scenario, geography: population.geography)
    var observations: [Observation] = []
    var institutions: [InstitutionEntry] = []
    var course: [CourseEntry] = []
    func look(at quarter: Int) {
      course.append(courseObserver.observe(population, blocks, quarter: quarter, team: team))
      if quarter % observeEvery == 0 || quarter == scenario.quarters {
        var observation = observer.observe(population, blocks, quarter: quarter, team: team)
        observation.programmeValues = partners.desks.flatMap { $0.measures(population) }
        observations.append(observation)
        if !partners.mobilisations.isEmpty {
          institutions += institutionObserver.observe(population, quarter: quarter)
        }
      }
      if microdataAt.contains(quarter) {
        population.recordHouseholds(
          quarter: quarter, povertyLine: scenario.parameters.initial.povertyLine, desks: partners.desks, record)
      }
    }
    look(at: 0)
    for quarter in 1..<(scenario.quarters + 1) {
      future.advance()
      assert(population.ledgerBreaches().isEmpty, "a ledger law is broken in quarter \(quarter)")
      look(at: quarter)
      dynamics.record(quarter: quarter)
      progress(quarter)
    }
    return RunResult(
      observations: observations, transitions: future.world.weightedTransitions(),
      costs: orderedCosts(partners.accounts), institutions: institutions, stocktake: partners.stocktake(population),
      reach: partners.desks.compactMap { $0.reach() },
      endState: EndState(population, cells: observer.cells, registers: partners.registers),
      course: course, dynamics: dynamics.dynamics())
  }

  /// Costs by quarter, then by programme and intervention in the order of the scenario.
  private func orderedCosts(_ accounts: [ProgrammeAccount]) -> [CostEntry] {
    let entries = accounts.flatMap(\.costs).enumerated()
    return entries.sorted { ($0.element.quarter, $0.offset) < ($1.element.quarter, $1.offset) }.map(\.element)
  }

  /// Checks that a scenario can be compared with the baseline, household by household.
  /// - Parameter scenario: the scenario to compare.
  /// - Throws: `ModelError` that names what differs: population and how it is drawn, start, length, seed, regime, or how
  ///   money is judged.
  public func checkComparable(_ scenario: Scenario) throws(ModelError) {
    try Self.checkProgrammes(of: scenario)
    let differences = scenario.obstacles(toComparisonWith: baseline)
    guard differences.isEmpty else {
      throw ModelError(
        description: "'\(scenario.name)' cannot be compared with '\(baseline.name)': they differ in "
          + differences.joined(separator: ", ") + "; let it extend the baseline's file and change these there")
    }
  }
}

extension Population {
  /// Starts the records of a run: what happened in the burn-in does not count.
  func startRecords() {
    for household in 0..<households {
      milestones[household] = quartersOut[household] >= Score.durableQuarters ? .durablyOutAtStart : []
      quartersTrapped[household] = 0
    }
  }

  fileprivate func recordHouseholds(
    quarter: Int, povertyLine: Double, desks: [ProgrammeDesk], _ record: (HouseholdRecord) -> Void
  ) {
    for settlement in 0..<geography.settlementCount {
      for household in geography.members(ofSettlement: settlement) {
        let received = desks.filter { $0.received[household] }.map(\.programme.name).joined(separator: "; ")
        record(
          HouseholdRecord(
            self, household: household, settlement: settlement, quarter: quarter, povertyLine: povertyLine,
            programmes: received))
      }
    }
  }
}

extension World {
  /// Real household-quarters by move, `to + 64 * from`.
  fileprivate func weightedTransitions() -> [Double] {
    let states = DependencyState.count
    var total = [Double](repeating: 0, count: states * states)
    for (place, weight) in population.geography.weights.enumerated() {
      for move in 0..<states * states {
        let count = workspaces.reduce(0) { $0 + $1.transitions[move + place * states * states] }
        total[move] += Double(count) * weight
      }
    }
    return total
  }
}
