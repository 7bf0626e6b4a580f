extension Portfolio {
  /// Mixes that a search has room for.
  public static let maximumMixes = 20_000

  /// All mixes within the budget that are possible, numbered from 1: nothing first, then by their money, then by their
  /// choices.
  ///
  /// The money of each choice is rounded to a rupee, so that a mix may exceed the budget by a rupee for each candidate.
  /// A mix is possible where its programmes can do without those that it leaves out. Nil where more than the limit are
  /// within the budget, possible or not.
  /// - Complexity: O(mixes x (candidates + log mixes)), however many are beyond the budget.
  public func mixes(
    limit: Int = maximumMixes, where isPossible: (_ choices: [Int]) -> Bool = { _ in true }
  ) -> [Mix]? {
    var found: [(budget: Double, choices: [Int])] = [(0, [])]
    let most = budget + Double(candidates.count)
    for candidate in candidates {
      var longer: [(budget: Double, choices: [Int])] = []
      for part in found {
        longer.append((part.budget, part.choices + [0]))
        for (index, choice) in candidate.choices.enumerated() where part.budget + choice.budget <= most {
          longer.append((part.budget + choice.budget, part.choices + [index + 1]))
        }
        // A part that is within the budget is a mix with all later candidates left out.
        guard longer.count <= limit else { return nil }
      }
      found = longer
    }
    found = found.filter { isPossible($0.choices) }
    found.sort { left, right in
      left.budget != right.budget
        ? left.budget < right.budget : left.choices.lexicographicallyPrecedes(right.choices)
    }
    return found.enumerated().map { Mix(number: $0 + 1, choices: $1.choices, budget: $1.budget) }
  }
}
