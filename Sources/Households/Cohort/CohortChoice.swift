import Simulation

/// What the organisations of a programme's area would choose from its package, by class (model, 7.7, seed 002).
///
/// As in the model each neighbourhood votes for what its households need most, here those of the start, each with its
/// chance to join; what has been chosen once stays chosen.
enum CohortChoice {
  /// Part of each class's joiners whose organisation chooses each part of the package: by part, then class.
  static func shares(
    _ programme: Programme, _ cohort: Cohort, settlements: [Int], joiningChance: (_ household: Int) -> Double
  ) -> [[Double]] {
    let (population, geography) = (cohort.population, cohort.population.geography)
    var chosen = [String?](repeating: nil, count: population.households)
    for settlement in settlements {
      for neighbourhood in geography.neighbourhoods(ofSettlement: settlement) {
        let members = geography.members(ofNeighbourhood: neighbourhood)
        var votes = programme.package.map { (key: $0.takeUpKey, votes: 0.0) }
        for household in members {
          guard let favourite = favourite(of: household, programme, population) else { continue }
          let first = programme.package.firstIndex { $0.takeUpKey == favourite } ?? 0
          votes[first].votes += joiningChance(household)
        }
        var winner = 0
        for part in votes.indices where votes[part].votes > votes[winner].votes { winner = part }
        guard votes.indices.contains(winner), votes[winner].votes > 0 else { continue }
        for household in members { chosen[household] = votes[winner].key }
      }
    }
    return programme.package.map { intervention in
      (0..<cohort.classCount).map { index in
        let members = cohort.classes.members(of: index)
        let all = members.reduce(0) { $0 + joiningChance($1) }
        let part = members.reduce(0) { $0 + (chosen[$1] == intervention.takeUpKey ? joiningChance($1) : 0) }
        return all > 0 ? part / all : 0
      }
    }
  }

  private static func favourite(of household: Int, _ programme: Programme, _ population: Population) -> String? {
    var (best, most) = (String?.none, 0.0)
    for intervention in programme.package {
      let need = population.need(ofKind: intervention.kind, household)
      if need > most { (best, most) = (intervention.takeUpKey, need) }
    }
    return best
  }
}
