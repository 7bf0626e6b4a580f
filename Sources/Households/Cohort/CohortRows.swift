import ExactMath
import Simulation

/// The state of a cohort while it is projected: each class in up to four strands, divided by who is a member of an active
/// community organisation and who has taken up something from a programme.
///
/// A row is a class in a strand. Only strands that the scenario can fill are kept.
final class CohortRows {
  /// Positions of a strand: bit 0 member, bit 1 treated.
  static let (member, treated) = (1, 2)

  let cohort: Cohort
  let kernel: CohortKernel
  /// Strands kept: 1, 2 (members or not), or 4.
  let strands: Int
  /// Features of all rows, `row + rows * feature`, on the feature grid.
  let features: Column<Double>
  private let masses: Column<Double>
  private let moves: Column<Double>
  private let logOdds: Column<Double>
  /// The log-odds for which `moves` were found, `row + rows * move`.
  private let known: Column<Double>
  /// What programmes have changed for the households of each row, on average.
  var stocks: [TreatmentStocks]
  /// Whether a row has ever held anybody.
  private(set) var isPresent: [Bool]
  /// Moves made so far, as in `CohortStepper`; empty where they are not counted.
  private let flows: Column<Double>
  private let stepper = CohortStepper()
  private let scratch = CohortKernel.Scratch()

  init(_ cohort: Cohort, kernel: CohortKernel, strands: Int) {
    self.cohort = cohort
    self.kernel = kernel
    self.strands = strands
    let rows = cohort.classCount * strands
    features = Column(repeating: 0, count: rows * Feature.ofProfile.count)
    let lanes = CohortRow.lanes
    let tiles = (rows + lanes - 1) / lanes
    masses = Column(repeating: 0, count: tiles * lanes * CohortMasses.perRow)
    moves = Column(repeating: 0, count: tiles * lanes * CohortKernel.movesPerRow)
    logOdds = Column(repeating: 0, count: rows * CohortKernel.columns)
    known = Column(repeating: .nan, count: rows * Move.count)
    flows = Column(repeating: 0, count: cohort.options.countsTransitions ? 27 * CohortMasses.states * lanes : 0)
    stocks = Array(repeating: TreatmentStocks(), count: rows)
    isPresent = (0..<rows).map { $0 < cohort.classCount }
    for row in 0..<cohort.classCount {
      let masses = masses(ofRow: row)
      for index in 0..<CohortMasses.perRow { masses[index] = cohort.masses[index + CohortMasses.perRow * row] }
    }
    for feature in Feature.ofProfile.indices {
      for strand in 0..<strands {
        let first = cohort.classCount * strand + rows * feature
        _ = features[first..<first + cohort.classCount].update(
          fromContentsOf: cohort.features[cohort.classCount * feature..<cohort.classCount * (feature + 1)])
      }
    }
  }

  /// Number of rows.
  var count: Int { cohort.classCount * strands }

  /// The row of a class in a strand.
  func row(ofClass index: Int, strand: Int) -> Int { index + cohort.classCount * strand }

  /// Sets a feature of a row, rounded to its grid and kept within -8 and 8.
  func set(_ feature: Feature, ofRow row: Int, to value: Double) {
    features[row + count * feature.profileIndex] = roundToFeatureGrid(max(-8, min(8, value)))
  }

  /// Mean of a feature in the class of a row at the start.
  func start(_ feature: Feature, ofClass index: Int) -> Double {
    cohort.features[index + cohort.classCount * feature.profileIndex]
  }

  /// The masses of a row.
  func masses(ofRow row: Int) -> CohortRow {
    let (tile, lane) = row.quotientAndRemainder(dividingBy: CohortRow.lanes)
    return CohortRow(
      masses.elements.baseAddress.unsafelyUnwrapped + tile * CohortMasses.perRow * CohortRow.lanes + lane)
  }

  /// Moves part of a row to another of the same class.
  /// - Parameters:
  ///   - share: part of the households, 0-1.
  ///   - voiceless: what part of that share holds for the voiceless (P = 0), 0-1.
  ///   - source: the row they leave.
  ///   - target: the row they join.
  /// - Returns: the households that were moved.
  @discardableResult
  func move(_ share: Double, voiceless: Double = 1, fromRow source: Int, toRow target: Int) -> Double {
    guard share > 0 else { return 0 }
    isPresent[target] = true
    let before = CohortMasses.total(masses(ofRow: target))
    let (from, to) = (masses(ofRow: source), masses(ofRow: target))
    var moved = 0.0
    for index in 0..<CohortMasses.perRow {
      // The first sixteen joint states of either part are those with P = 0.
      let isVoiceless = index < 2 * CohortMasses.states && index % CohortMasses.states < 16
      let mass = from[index] * share * (isVoiceless ? voiceless : 1)
      from[index] -= mass
      to[index] += mass
      moved += mass
    }
    if moved > 0 { stocks[target].mix(with: stocks[source], share: moved / (before + moved)) }
    return moved
  }

  /// Moves households of a class to or from the strands of members until members are a share of all.
  func setMembers(_ share: Double, ofClass index: Int) {
    var (members, others) = (0.0, 0.0)
    for strand in 0..<strands {
      let total = CohortMasses.total(masses(ofRow: row(ofClass: index, strand: strand)))
      if strand & Self.member != 0 { members += total } else { others += total }
    }
    let missing = share * (members + others) - members
    guard missing != 0 else { return }
    for strand in 0..<strands where strand & Self.member == 0 {
      let (outside, inside) = (row(ofClass: index, strand: strand), row(ofClass: index, strand: strand | Self.member))
      if missing > 0 {
        move(min(1, missing / others), fromRow: outside, toRow: inside)
      } else {
        move(min(1, -missing / members), fromRow: inside, toRow: outside)
      }
    }
  }

  /// Moves all rows through a quarter.
  func advance() {
    kernel.findLogOdds(rows: count, features: features, logOdds: logOdds)
    guard let masses = masses.elements.baseAddress, let moves = moves.elements.baseAddress else { return }
    let flows = flows.count > 0 ? flows.elements.baseAddress : nil
    let lanes = CohortRow.lanes
    for first in stride(from: 0, to: count, by: lanes) {
      let rows = first..<min(count, first + lanes)
      guard rows.contains(where: { isPresent[$0] }) else { continue }
      let probabilities = moves + first * CohortKernel.movesPerRow
      if !areKnown(rows) { kernel.findMoves(rows, of: count, logOdds, into: probabilities, scratch) }
      stepper.advance(masses + first * CohortMasses.perRow, moves: probabilities, flows: flows)
    }
  }

  /// Whether the log-odds of some rows are those for which their probabilities were found; notes them.
  private func areKnown(_ rows: Range<Int>) -> Bool {
    var areKnown = true
    for move in 0..<Move.count {
      for row in rows where known[row + count * move] != logOdds[row + count * move] {
        known[row + count * move] = logOdds[row + count * move]
        areKnown = false
      }
    }
    return areKnown
  }

  /// Household-quarters by move, `to + 64 * from`; zeros where they were not counted.
  var transitions: [Double] {
    let states = CohortMasses.states
    var counts = [Double](repeating: 0, count: states * states)
    guard flows.count > 0 else { return counts }
    for (move, shift) in CohortMasses.shifts.enumerated() {
      for from in 0..<states {
        let first = CohortRow.lanes * (from + states * move)
        let flow = (0..<CohortRow.lanes).reduce(0) { $0 + flows[first + $1] }
        if flow > 0 { counts[from + shift + states * from] += flow }
      }
    }
    return counts
  }
}
