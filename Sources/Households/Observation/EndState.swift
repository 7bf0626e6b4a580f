import Simulation

/// What became of each household at the end of a run, to be compared with another future of the same households.
///
/// Both futures start from the same settled population and meet the same luck, so that what differs for a household is
/// the doing of the scenarios.
///
/// - Complexity: O(households) in time, 7 bytes a household; the groups are the observer's.
public struct EndState: Sendable {
  /// What a household is told apart by.
  private struct Fate: OptionSet {
    let rawValue: UInt8

    static let isOut = Fate(rawValue: 1)
    static let hasMadeDurableExit = Fate(rawValue: 2)
    static let isTreated = Fate(rawValue: 4)
  }

  /// The observer's cells, fixed at the start of the run.
  private let cells: GroupedCells
  private let fates: [Fate]
  private let welfare: [Float]

  init(_ population: Population, cells: GroupedCells, registers: [PartnerRegister]) {
    self.cells = cells
    welfare = Array(population.welfare.elements)
    fates = (0..<population.households).map { household in
      var fate: Fate = []
      if population.state[household].isOut { fate.insert(.isOut) }
      if population.milestones[household].contains(.madeDurableExit) { fate.insert(.hasMadeDurableExit) }
      if population.standing[household].contains(.hasJoined) || registers.isServed(household) {
        fate.insert(.isTreated)
      }
      return fate
    }
  }

  /// Who changed between two futures of the same households.
  ///
  /// *Treated* are those that a programme has given something by the end, or that have joined a community organisation,
  /// in this future or in the other. The effect on them is that of what they were given and of all that happens around
  /// them; the effect on the untreated is spill-over alone: through peers, patrons, works and prices.
  ///
  /// - Parameter baseline: the other future.
  /// - Returns: values at `position(groupLevel:treatment:measure:)`; NaN for means and shares of nobody.
  /// - Precondition: Both futures started from the same population.
  /// - Complexity: O(households + cells).
  public func attribution(against baseline: EndState) -> [Double] {
    precondition(fates.count == baseline.fates.count, "futures of the same households are compared")
    // Sums of the untreated and the treated of each cell.
    var sums = [Double](repeating: 0, count: 2 * cells.count * Change.count)
    for household in fates.indices {
      let (fate, other) = (fates[household], baseline.fates[household])
      let isTreated = fate.union(other).contains(.isTreated)
      let row = Change.count * ((isTreated ? 1 : 0) + 2 * Int(cells.cellOfHousehold[household]))
      func count(_ change: Change) { sums[row + change.rawValue] += 1 }
      let effect = Double(welfare[household]) - Double(baseline.welfare[household])
      count(.households)
      count(.outcome(isOut: fate.contains(.isOut), wasOut: other.contains(.isOut)))
      switch (fate.contains(.hasMadeDurableExit), other.contains(.hasMadeDurableExit)) {
      case (true, false): count(.durableExitOnlyWith)
      case (false, true): count(.durableExitOnlyWithout)
      default: break
      }
      sums[row + Change.welfareEffect.rawValue] += effect
      count(.sizeClass(ofEffect: effect))
    }
    return values(of: sums)
  }

  /// Weighted sums of groups, and what follows from them.
  private func values(of sums: [Double]) -> [Double] {
    var values: [Double] = []
    let groups = cells.groups
    var grouped = [Double](repeating: 0, count: groups.levels.count * 2 * Change.count)
    for cell in 0..<cells.count {
      let weight = cells.weights[cells.place(of: cell)]
      for level in groups.levelsOfCell[cell] {
        for index in 0..<2 * Change.count {
          grouped[index + 2 * Change.count * level] += weight * sums[index + 2 * Change.count * cell]
        }
      }
    }
    for level in groups.levels.indices {
      let untreated = grouped[2 * Change.count * level..<2 * Change.count * level + Change.count]
      let treated = grouped[2 * Change.count * level + Change.count..<2 * Change.count * (level + 1)]
      for rows in [zip(treated, untreated).map(+), Array(treated), Array(untreated)] {
        let households = rows[Change.households.rawValue]
        values += Change.allCases.map { change in
          guard change.isMean else { return rows[change.rawValue] }
          return households > 0 ? rows[change.rawValue] / households : .nan
        }
      }
    }
    return values
  }
}
