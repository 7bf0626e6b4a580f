/// The probability of each scenario that its true mean is the best of all.
///
/// It is counted over draws from what the replications tell of the means, see ``PosteriorDraws``; with two scenarios it
/// is the probability of the paired t statistic. Its own standard error is 0.005 at most. Scenarios that are equal in
/// every replication share their probability.
///
/// - Complexity: O(draws x scenarios^2).
struct BestProbability {
  /// The probabilities in the order of scenarios; they sum to 1.
  let values: [Double]

  /// Takes the means of at least two replications, and by what scenarios are judged: more is better.
  init(_ means: MeansAgainstFirst, worth: (_ scenario: Int, _ mean: Double) -> Double) {
    let draws = PosteriorDraws(means)
    // The share of a tied best is a fraction that does not sum exactly: shares are counted by how many are tied.
    var wins = Array(repeating: Array(repeating: 0, count: means.count + 1), count: means.count)
    for draw in 0..<PosteriorDraws.count {
      let drawn = draws[draw].enumerated().map { worth($0, $1[0]) }
      let best = drawn.reduce(-.infinity, max)
      let tied = drawn.count { $0 == best }
      for scenario in drawn.indices where drawn[scenario] == best { wins[scenario][tied] += 1 }
    }
    values = wins.map { wins in
      wins.enumerated().reduce(0) { $0 + ($1.element == 0 ? 0 : Double($1.element) / Double($1.offset)) }
        / Double(PosteriorDraws.count)
    }
  }
}
