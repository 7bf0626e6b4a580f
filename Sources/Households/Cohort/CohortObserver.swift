/// Takes the measures of a cohort: sums of real households by cell, then groups, then measures.
///
/// Complexity: O(rows) for an observation.
struct CohortObserver {
  private let groups: GroupLayout
  private let cutoff: Double
  /// Household-quarters in the trap since the start, by class.
  private var trappedQuarters: [Double]

  /// What can be said of households that are followed as shares of the joint states.
  static let definitions = Measure.definitions.filter { definition in
    let names =
      ["households", "persons", "out_of_dependency", "durably_out", "durable_exits", "trapped", "quarters_trapped"]
      + ["dependency_headcount_ratio", "dependency_intensity", "adjusted_dependency_headcount_ratio", "organised"]
    return names.contains(definition.measure.name)
      || Dimension.allCases.contains { dimension in
        dimension.levelNames.contains { definition.measure.name == "\(dimension.name)_\($0)" }
      }
  }

  init(_ cohort: Cohort, groups: GroupLayout, dependencyCutoff: Double) {
    self.groups = groups
    cutoff = dependencyCutoff
    trappedQuarters = Array(repeating: 0, count: cohort.classCount)
  }

  /// Notes who is in the trap at the end of a quarter.
  mutating func note(_ rows: CohortRows) {
    for row in 0..<rows.count where rows.isPresent[row] {
      let masses = rows.masses(ofRow: row)
      var trapped = 0.0
      for state in Self.trap {
        trapped += masses[CohortMasses.fresh + state] + masses[CohortMasses.lasting + state]
      }
      trappedQuarters[row % rows.cohort.classCount] += trapped
    }
  }

  private static let trap = (0..<CohortMasses.states).filter { DependencyState(rawValue: UInt8($0)).isTrapped }

  /// The measures of all groups at this moment.
  func observe(_ rows: CohortRows, quarter: Int) -> Observation {
    var sums = [Double](repeating: 0, count: groups.levels.count * Quantity.count)
    for index in 0..<rows.cohort.classCount {
      let own = sum(ofClass: index, rows)
      for level in groups.levelsOfCell[rows.cohort.cellOfClass[index]] {
        for quantity in 0..<Quantity.count { sums[quantity + Quantity.count * level] += own[quantity] }
      }
    }
    let values = groups.levels.indices.flatMap { level in
      Self.definitions.map { $0.value { sums[$0.rawValue + Quantity.count * level] } }
    }
    return Observation(quarter: quarter, values: values)
  }

  private func sum(ofClass index: Int, _ rows: CohortRows) -> [Double] {
    var sums = [Double](repeating: 0, count: Quantity.count)
    func add(_ value: Double, to quantity: Quantity) { sums[quantity.rawValue] += value }
    let cohort = rows.cohort
    add(cohort.householdsOfClass[index], to: .households)
    add(cohort.personsOfClass[index], to: .persons)
    add(trappedQuarters[index], to: .quartersTrapped)
    add(-cohort.durableAtStart[index], to: .durableExits)
    var states = [Double](repeating: 0, count: CohortMasses.states)
    for strand in 0..<rows.strands {
      let row = rows.row(ofClass: index, strand: strand)
      guard rows.isPresent[row] else { continue }
      let masses = rows.masses(ofRow: row)
      CohortMasses.addStates(masses, to: &states)
      add(CohortMasses.durablyOut(masses), to: .durablyOut)
      add(CohortMasses.lastingTotal(masses), to: .durableExits)
      if strand & CohortRows.member != 0 { add(CohortMasses.total(masses), to: .organised) }
    }
    for (code, mass) in states.enumerated() {
      let state = DependencyState(rawValue: UInt8(code))
      sums[Quantity.economic0.rawValue + state.economic] += mass
      sums[Quantity.social0.rawValue + state.social] += mass
      sums[Quantity.political0.rawValue + state.political] += mass
      if state.isOut { add(mass, to: .out) }
      if state.isTrapped { add(mass, to: .trapped) }
      let dependencies = (state.economic < 3 ? 1 : 0) + (state.social < 2 ? 1 : 0) + (state.political < 2 ? 1 : 0)
      if Double(dependencies) >= 3 * cutoff {
        add(mass, to: .dependent)
        add(mass * Double(dependencies) / 3, to: .dependentDimensions)
      }
    }
    return sums
  }
}
