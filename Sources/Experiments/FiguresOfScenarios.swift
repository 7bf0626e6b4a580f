internal import ExactMath
internal import Statistics

extension JointMoments {
  /// Takes in the figures of all scenarios in one replication, as differences from the first.
  ///
  /// Figures that differ by rounding alone are one number, so that a difference that is none is 0 to the bit.
  ///
  /// - Parameter figures: for each kind of figure its value in each scenario, the first scenario first; nothing is taken
  ///   in where one is undefined.
  /// - Precondition: There is a quantity for each kind of figure of each scenario but the first, kinds side by side.
  mutating func addDifferencesFromFirst(_ figures: [[Double]]) {
    guard figures.allSatisfy({ $0.allSatisfy(\.isFinite) }) else { return }
    let settled = figures.map { RoundingTolerance.settled($0) }
    let magnitudes = figures.map { $0.reduce(0) { max($0, $1.magnitude) } }
    let others = (figures.first ?? []).indices.dropFirst()
    add(
      others.flatMap { scenario in settled.map { $0[scenario] - $0[0] } },
      differencesOf: others.flatMap { _ in magnitudes })
  }
}
