import Simulation

/// Moves the masses of a tile of eight rows through a quarter.
///
/// From each state the joint moves that are on the scale are added in a fixed order, each for all rows of the tile at
/// once, so that the bits are the same on every machine. No allocation.
struct CohortStepper: Sendable {
  private typealias Lanes = SIMD8<Double>

  private static let states = CohortMasses.states
  private let next = Column(repeating: 0.0, count: CohortMasses.perRow * CohortRow.lanes)
  private let outPosition: Column<Int>

  init() {
    outPosition = Column(repeating: -1, count: Self.states)
    for (position, state) in CohortMasses.outStates.enumerated() { outPosition[state] = position }
  }

  /// Moves a tile on.
  /// - Parameters:
  ///   - masses: `lane + lanes * index` of `CohortMasses.perRow` masses; overwritten.
  ///   - moves: `lane + lanes * index` of `CohortKernel.movesPerRow` probabilities.
  ///   - flows: where the households that made each move are added, `lane + lanes * (state + 64 * move)`; nil: nowhere.
  func advance(
    _ masses: UnsafeMutablePointer<Double>, moves: UnsafePointer<Double>, flows: UnsafeMutablePointer<Double>?
  ) {
    guard let next = next.elements.baseAddress else { return }
    let numbers = CohortMasses.perRow * CohortRow.lanes
    next.update(repeating: 0, count: numbers)
    for from in 0..<Self.states {
      let (economic, social, political) = (from & 3, from >> 2 & 3, from >> 4)
      let out = outPosition[from]
      for thirdMove in (political < 3 ? 0 : 1)..<(political > 0 ? 3 : 2) {
        let third = Self.load(moves, from + Self.states * (6 + thirdMove))
        for secondMove in (social < 3 ? 0 : 1)..<(social > 0 ? 3 : 2) {
          let pair = third * Self.load(moves, from + Self.states * (3 + secondMove))
          for firstMove in (economic < 3 ? 0 : 1)..<(economic > 0 ? 3 : 2) {
            let joint = pair * Self.load(moves, from + Self.states * firstMove)
            let to = from + (1 - firstMove) + 4 * (1 - secondMove) + 16 * (1 - thirdMove)
            let moved =
              out < 0
              ? Self.carry(masses, next, from: from, to: to, joint) : carry(masses, next, out: out, to: to, joint)
            if let flows {
              Self.add(moved, to: flows, from + Self.states * (firstMove + 3 * secondMove + 9 * thirdMove))
            }
          }
        }
      }
    }
    // Who has come out of dependency is in its first quarter there.
    for (position, state) in CohortMasses.outStates.enumerated() {
      for part in [(CohortMasses.fresh, CohortMasses.freshOut), (CohortMasses.lasting, CohortMasses.lastingOut)] {
        Self.add(Self.load(next, part.0 + state), to: next, part.1 + position)
        Self.store(.zero, next, part.0 + state)
      }
    }
    masses.update(from: next, count: numbers)
  }

  /// Carries those who depend through one move.
  @inline(__always)
  private static func carry(
    _ masses: UnsafePointer<Double>, _ next: UnsafeMutablePointer<Double>, from: Int, to: Int, _ joint: Lanes
  ) -> Lanes {
    let fresh = load(masses, CohortMasses.fresh + from) * joint
    let lasting = load(masses, CohortMasses.lasting + from) * joint
    add(fresh, to: next, CohortMasses.fresh + to)
    add(lasting, to: next, CohortMasses.lasting + to)
    return fresh + lasting
  }

  /// Carries those who are out of dependency through one move: to their next quarter out, or back.
  @inline(__always)
  private func carry(
    _ masses: UnsafePointer<Double>, _ next: UnsafeMutablePointer<Double>, out: Int, to: Int, _ joint: Lanes
  ) -> Lanes {
    let place = outPosition[to]
    var moved = Lanes.zero
    for quarter in 0..<3 {
      let mass = Self.load(masses, CohortMasses.freshOut + 4 * quarter + out) * joint
      moved += mass
      if place < 0 {
        Self.add(mass, to: next, CohortMasses.fresh + to)
      } else {
        // The fourth quarter out is a durable exit.
        Self.add(
          mass, to: next,
          quarter < 2 ? CohortMasses.freshOut + 4 * (quarter + 1) + place : CohortMasses.lastingOut + 12 + place)
      }
    }
    for quarter in 0..<4 {
      let mass = Self.load(masses, CohortMasses.lastingOut + 4 * quarter + out) * joint
      moved += mass
      Self.add(
        mass, to: next,
        place < 0 ? CohortMasses.lasting + to : CohortMasses.lastingOut + 4 * min(3, quarter + 1) + place)
    }
    return moved
  }

  // MARK: - Lanes

  @inline(__always)
  private static func load(_ numbers: UnsafePointer<Double>, _ index: Int) -> Lanes {
    UnsafeRawPointer(numbers).loadUnaligned(fromByteOffset: MemoryLayout<Lanes>.size * index, as: Lanes.self)
  }

  @inline(__always)
  private static func store(_ lanes: Lanes, _ numbers: UnsafeMutablePointer<Double>, _ index: Int) {
    UnsafeMutableRawPointer(numbers).storeBytes(
      of: lanes, toByteOffset: MemoryLayout<Lanes>.size * index, as: Lanes.self)
  }

  @inline(__always)
  private static func add(_ lanes: Lanes, to numbers: UnsafeMutablePointer<Double>, _ index: Int) {
    store(load(numbers, index) + lanes, numbers, index)
  }
}
