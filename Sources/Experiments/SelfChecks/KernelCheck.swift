public import Households

extension SelfCheck {
  /// Standard errors that a count may be away from what is expected.
  static let kernelLimit = 6.0
  /// Expected households from which on a state is judged by itself.
  private static let smallestCell = 50.0
  private static let kernelQuarters = [1, 4, 20, 40]

  /// Powers of the transition matrix and households simulated one by one come to the same shares of the joint states.
  ///
  /// Levels alone move: circumstances are held fast, and nobody is offered or organised. Each of the frozen households
  /// is copied many times, and the copies move by the coefficients of the scenario unless others are given.
  ///
  /// Each count is binomial with the share that the matrix gives, and must be within six standard errors of what is
  /// expected. States that expect fewer than 50 households are counted together; those that expect none must have none.
  /// The exact chance that the smallest count that is judged, 50 expected of 20,000, is further away is 3e-8, so that
  /// of several hundred counts a sound model fails in fewer than one of 30,000 seeds.
  public static func kernel(
    _ kernel: TransitionKernel, frozen: [FrozenHouseholds], individualCoefficients: [Double]? = nil, seed: UInt64,
    threads: Int
  ) -> SelfCheck {
    SelfCheck("levels move as their transition matrix says") {
      var largest = 0.0
      var (away, cells) = (0, 0)
      for (index, frozen) in frozen.enumerated() {
        let matrix = kernel.matrix(of: frozen.profile)
        let counts = frozen.counts(
          at: kernelQuarters, coefficients: individualCoefficients, seed: seed &+ UInt64(index), threads: threads)
        var distribution = (0..<TransitionMatrix.states).map { $0 == frozen.state ? 1.0 : 0.0 }
        for quarter in 1...(kernelQuarters.last ?? 0) {
          distribution = matrix.advanced(distribution)
          guard let position = kernelQuarters.firstIndex(of: quarter) else { continue }
          for error in standardErrors(counts[position], distribution) {
            largest = largest.largerError(error)
            away += error <= kernelLimit ? 0 : 1
            cells += 1
          }
        }
      }
      return [
        .count(away, of: cells, "shares differ from it by more than \(Int(kernelLimit)) standard errors"),
        .largest(largest, limit: kernelLimit, "standard errors"),
        .copies(frozen.first?.count ?? 0, households: frozen.count),
        .note("circumstances held fast"),
      ]
    }
  }

  /// How many standard errors each count is away from what is expected.
  static func standardErrors(_ counts: [Int], _ distribution: [Double]) -> [Double] {
    let total = Double(counts.reduce(0, +))
    var cells: [(count: Double, share: Double)] = []
    var rare = (count: 0.0, share: 0.0)
    for (count, share) in zip(counts, distribution) {
      // A share that is NaN is judged too, and fails.
      if share == 0 || !(share * total < smallestCell) {
        cells.append((Double(count), share))
      } else {
        rare = (rare.count + Double(count), rare.share + share)
      }
    }
    if rare.share * total >= smallestCell { cells.append(rare) }
    return cells.map { count, share in
      let difference = (count - total * share).magnitude
      return difference == 0 ? 0 : difference / (total * share * max(0, 1 - share)).squareRoot()
    }
  }
}
