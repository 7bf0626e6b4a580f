import Simulation
import Statistics

/// Counts in every quarter where households are and how they have moved since the quarter before.
///
/// Counts are whole numbers by place, so that they are the same whoever counts; only the weighting of places rounds.
/// Complexity: O(households) for a quarter, a byte of memory for each household.
final class CourseObserver: @unchecked Sendable {
  /// What is counted of a place: its joint states, then the moves, then the rest.
  private enum Slot {
    static let moves = DependencyState.count
    static let durablyOut = moves + LevelMove.allCases.count
    static let poorHouseholds = durablyOut + 1
    static let poorPersons = poorHouseholds + 1
    static let count = poorPersons + 1
  }

  /// The joint states in dependency and out of it.
  private static let states: (dependent: [Int], out: [Int]) = {
    (JointState.all.filter { !$0.isOut }.map(\.index), JointState.all.filter(\.isOut).map(\.index))
  }()
  /// The joint states at each level, `level + 4 * dimension`.
  private static let statesAtLevel = Dimension.allCases.flatMap { dimension in
    (0..<4).map { level in
      JointState.all.filter { $0.level(of: dimension) == level }.map(\.index)
    }
  }

  private let weights: [Double]
  /// The joint state of each household when it was last looked at.
  private let before: Column<DependencyState>
  /// Counts of each worker, `slot + Slot.count * place`.
  private let counts: [Column<Int64>]

  init(_ population: Population, workers: Int) {
    weights = population.geography.weights
    before = Column(repeating: DependencyState(rawValue: 0), count: population.households)
    _ = before.elements.update(fromContentsOf: population.state.elements)
    counts = (0..<workers).map { [places = weights.count] _ in Column(repeating: 0, count: places * Slot.count) }
  }

  /// Looks at all households at the end of a quarter, or at the opening.
  func observe(_ population: Population, _ blocks: [Block], quarter: Int, team: WorkerTeam) -> CourseEntry {
    for worker in counts { worker.elements.update(repeating: 0) }
    team.share(blocks.count) { piece, worker in count(population, blocks[piece], into: counts[worker].elements) }
    let totals = (0..<Slot.count * weights.count).map { index in counts.reduce(0) { $0 + $1[index] } }
    // What is told together is counted together: the sum of weighted parts would depend on how they are parted.
    func weighted(_ slots: [Int]) -> Double {
      weights.enumerated().reduce(0) { sum, place in
        sum + place.element * Double(slots.reduce(0) { $0 + totals[$1 + Slot.count * place.offset] })
      }
    }
    return CourseEntry(
      quarter: quarter, levels: Self.statesAtLevel.map(weighted),
      moves: (Slot.moves..<Slot.durablyOut).map { weighted([$0]) }, out: weighted(Self.states.out),
      dependent: weighted(Self.states.dependent), durablyOut: weighted([Slot.durablyOut]),
      poorHouseholds: weighted([Slot.poorHouseholds]), poorPersons: weighted([Slot.poorPersons]))
  }

  private func count(_ population: Population, _ block: Block, into counts: UnsafeMutableBufferPointer<Int64>) {
    let (states, quartersOut) = (population.state.elements, population.quartersOut.elements)
    let (welfare, persons, before) = (population.welfare.elements, population.persons.elements, before.elements)
    for settlement in block.groups {
      let row = UnsafeMutableBufferPointer(
        rebasing: counts[population.geography.place(ofSettlement: settlement) * Slot.count..<counts.count])
      for household in population.geography.members(ofSettlement: settlement) {
        let state = states[household]
        row[Int(state.rawValue)] += 1
        if state != before[household] {
          countMoves(from: before[household], to: state, into: row)
          before[household] = state
        }
        if quartersOut[household] >= Score.durableQuarters { row[Slot.durablyOut] += 1 }
        if PovertyLine.isPoor(welfareRatio: welfare[household]) {
          row[Slot.poorHouseholds] += 1
          row[Slot.poorPersons] += Int64(persons[household])
        }
      }
    }
  }

  private func countMoves(
    from old: DependencyState, to new: DependencyState, into row: UnsafeMutableBufferPointer<Int64>
  ) {
    for dimension in Dimension.allCases {
      let (from, to) = (old.level(of: dimension), new.level(of: dimension))
      for lower in min(from, to)..<max(from, to) {
        row[Slot.moves + LevelMove.index(dimension, lower: lower, isUp: to > from)] += 1
      }
    }
  }
}
