/// The scenarios that a sentence names: all where they are few, otherwise those with the least and the most.
enum FewScenarios {
  /// The most that a sentence names.
  private static let most = 3

  /// Picks scenarios by what a sentence counts in each, of which the first count ranks them: places, and remarks on
  /// what is left out.
  ///
  /// The noun is what the first count is of, such as `active networks`; scenarios without any counts are compared, too.
  static func picked(by counts: [[Double]], of noun: String, compared: Int) -> [(index: Int, remark: String)] {
    let ranks = counts.map { $0.first ?? 0 }
    guard counts.count > most, let least = ranks.min(), let greatest = ranks.max() else {
      return counts.indices.map { ($0, "") }
    }
    let all = counts.count == compared ? "\(counts.count) scenarios" : "the \(counts.count) scenarios with any"
    if least == greatest {
      let isEqual = counts.allSatisfy { $0 == counts[0] }
      return [(0, " (one of \(all)" + (isEqual ? ", which are equal in all that follows)" : " with as many \(noun))"))]
    }
    return [(least, "fewest"), (greatest, "most")].map { value, word in
      (index: ranks.firstIndex(of: value) ?? 0, remark: " (the \(word) \(noun) of \(all))")
    }
  }
}
