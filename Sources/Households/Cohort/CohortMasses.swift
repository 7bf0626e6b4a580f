import Simulation

/// Real households of one row by joint state, and by what the records of exits need to know of them.
///
/// Two parts: the *fresh*, who have made no durable exit since the start and were not durably out then, and the
/// *lasting*, who have or were. In each part the 64 joint states, with those out of dependency left empty, and then the
/// four states out of dependency by successive quarters there: 1, 2, 3, and for the lasting 4 or more. So the counting of
/// durable exits is exact: a fresh household whose fourth quarter out comes becomes a lasting one.
enum CohortMasses {
  static let states = DependencyState.count
  static let fresh = 0
  static let lasting = states
  /// `quarter out - 1`, 0-2, times 4, plus the position in `outStates`.
  static let freshOut = 2 * states
  /// `quarter out - 1`, 0-3, times 4, plus the position in `outStates`.
  static let lastingOut = freshOut + 12
  /// Numbers of one class.
  static let perRow = lastingOut + 16
  /// The joint states out of dependency.
  static let outStates = (0..<states).filter { DependencyState(rawValue: UInt8($0)).isOut }
  /// How far the 27 joint moves carry a state, `economic + 3 social + 9 political`, each up, stay, down.
  static let shifts: [Int] = (0..<27).map { (move: Int) -> Int in
    let (economic, social, political) = (1 - move % 3, 1 - move / 3 % 3, 1 - move / 9)
    return economic + 4 * social + 16 * political
  }

  /// Adds a household to the masses of its class.
  static func add(_ weight: Double, state: Int, quartersOut: Int, to masses: inout ArraySlice<Double>) {
    let first = masses.startIndex
    guard let out = outStates.firstIndex(of: state) else {
      masses[first + fresh + state] += weight
      return
    }
    let durable = Int(Score.durableQuarters)
    if quartersOut >= durable {
      masses[first + lastingOut + 4 * (durable - 1) + out] += weight
    } else {
      masses[first + freshOut + 4 * max(0, quartersOut - 1) + out] += weight
    }
  }

  /// Households of each joint state.
  static func addStates(_ masses: CohortRow, to sums: inout [Double]) {
    for state in 0..<states { sums[state] += masses[fresh + state] + masses[lasting + state] }
    for out in 0..<4 {
      var total = 0.0
      for quarter in 0..<3 { total += masses[freshOut + 4 * quarter + out] }
      for quarter in 0..<4 { total += masses[lastingOut + 4 * quarter + out] }
      sums[outStates[out]] += total
    }
  }

  /// Households that are lasting.
  static func lastingTotal(_ masses: CohortRow) -> Double {
    var total = 0.0
    for state in 0..<states { total += masses[lasting + state] }
    for index in 0..<16 { total += masses[lastingOut + index] }
    return total
  }

  /// Households that have been out for four quarters or more.
  static func durablyOut(_ masses: CohortRow) -> Double {
    (0..<4).reduce(0) { $0 + masses[lastingOut + 12 + $1] }
  }

  /// All households of a class.
  static func total(_ masses: CohortRow) -> Double {
    var total = 0.0
    for index in 0..<perRow { total += masses[index] }
    return total
  }
}
