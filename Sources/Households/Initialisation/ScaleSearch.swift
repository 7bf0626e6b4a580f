import ExactMath

/// The search for the scale of consumption of one settlement type.
///
/// The headcount falls with the scale `g` between 0.3 and 6. Its log-odds are nearly linear in `ln g`, so that the
/// secant method finds the scale in a few steps. Bisection replaces a step that leaves the part where the scale must
/// be, and one before which that part is wider than bisection alone would have left it five steps ago. After n
/// headcounts it is thus no wider than `3 / 2^(n - 6)`, whatever the curve: with few households the headcount goes down
/// in steps, and the secant method may creep along them.
struct ScaleSearch {
  /// Difference from the official headcount at which the search ends, a fifteenth of the sampling error.
  static let tolerance = 0.0002
  /// Width in `ln g` at which it ends too, if the headcount is within `jump`: few households make it jump.
  static let resolution = 0.0002
  static let jump = 0.01

  /// The headcount ratio to be reached, share of persons.
  let official: Double
  /// `ln g`: to be tried next, or found.
  private(set) var logarithm = 0.6
  /// Whether it is found.
  private(set) var isDone = false
  private var low = -1.2
  private var high = 1.8
  private var previous: (logarithm: Double, excess: Double)?
  /// The widest that `low` to `high` may be for a secant step: 32 times its first width, halved at each headcount.
  private var permittedWidth = 96.0

  init(official: Double) { self.official = official }

  /// Takes in the headcount ratio that `logarithm` gives.
  mutating func learn(_ headcount: Double) {
    if headcount > official { low = logarithm } else { high = logarithm }
    isDone = abs(headcount - official) <= (high - low > Self.resolution ? Self.tolerance : Self.jump)
    if isDone { return }
    let excess = logOdds(headcount) - logOdds(official)
    let slope = previous.map { (excess - $0.excess) / (logarithm - $0.logarithm) } ?? -2.5
    previous = (logarithm, excess)
    let guess = logarithm - excess / slope
    permittedWidth /= 2
    let isBehind = high - low > permittedWidth
    // Also where the guess is no number, since a headcount was 0 or 1 or did not change.
    logarithm = guess > low && guess < high && !isBehind ? guess : (low + high) / 2
  }

  private func logOdds(_ share: Double) -> Double { naturalLogarithm(share) - naturalLogarithm(1 - share) }
}
