/// Lets the shares of neighbours of whom moves depend follow the cohort's own distribution, union council by union council.
///
/// What the households of a class see of their settlements changes by as much as the share in their union council has
/// changed since the start.
struct CohortNeighbours {
  /// Shares of connected peers, role models and the patron's dependants at the start, `share + 3 * council`.
  private let start: [Double]

  init(_ rows: CohortRows) { start = Self.shares(rows) }

  /// Writes the features of the quarter that begins.
  func write(into rows: CohortRows) {
    let now = Self.shares(rows)
    for index in 0..<rows.cohort.classCount {
      let council = rows.cohort.councilOfClass[index]
      for (share, feature) in [Feature.connectedPeers, .roleModels, .patronPower].enumerated() {
        let change = now[share + 3 * council] - start[share + 3 * council]
        let value = max(0, min(1, rows.start(feature, ofClass: index) + change))
        for strand in 0..<rows.strands {
          rows.set(feature, ofRow: rows.row(ofClass: index, strand: strand), to: value)
        }
      }
    }
  }

  private static func shares(_ rows: CohortRows) -> [Double] {
    let councils = rows.cohort.population.geography.unionCouncilCount
    var states = [Double](repeating: 0, count: CohortMasses.states)
    var sums = [Double](repeating: 0, count: 3 * councils)
    var totals = [Double](repeating: 0, count: councils)
    for index in 0..<rows.cohort.classCount {
      let council = rows.cohort.councilOfClass[index]
      for code in states.indices { states[code] = 0 }
      for strand in 0..<rows.strands {
        let row = rows.row(ofClass: index, strand: strand)
        if rows.isPresent[row] { CohortMasses.addStates(rows.masses(ofRow: row), to: &states) }
      }
      totals[council] += rows.cohort.householdsOfClass[index]
      for (code, mass) in states.enumerated() {
        let state = DependencyState(rawValue: UInt8(code))
        sums[3 * council] += state.isConnected ? mass : 0
        sums[1 + 3 * council] += state.isRoleModel ? mass : 0
        sums[2 + 3 * council] += state.isOnPatronsCredit ? mass : 0
      }
    }
    return sums.enumerated().map { $1 / max(totals[$0 / 3], .leastNormalMagnitude) }
  }
}
