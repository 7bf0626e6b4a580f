public import Households

extension SelfCheck {
  /// Money and people are conserved: the books of a future from quarter 0 and the heads are looked at every quarter.
  ///
  /// Money: what settlements hold changes by what flows in and out, to the last unit (`Population.ledgerBreaches`).
  /// People: households and persons of every group stay as many as they were, since groups are fixed at the start, and
  /// the parts of each division are as many as all.
  public static func conservation(engine: some Simulator, scenario: Scenario, future: Future) -> SelfCheck {
    SelfCheck("money and people are conserved") {
      var breaches = future.population.ledgerBreaches().count
      for _ in 0..<scenario.quarters {
        future.advance()
        breaches += future.population.ledgerBreaches().count
      }
      let books = (scenario.quarters + 1) * future.population.geography.settlementCount * Population.ledgerEquations
      let heads = countHeads(engine, scenario)
      return [
        .count(breaches, of: books, "equations of the books do not hold"),
        .count(heads.differing, of: heads.compared, "counts of households and persons change"),
      ]
    }
  }

  private static func countHeads<Engine: Simulator>(_ engine: Engine, _ scenario: Scenario) -> DifferenceCount {
    let result = engine.run(
      scenario, from: engine.settled(replication: 1), replication: 1, observeEvery: 1, microdataAt: [],
      progress: { _ in }, record: { _ in })
    var heads = DifferenceCount()
    let divisions = Set(engine.groupLevels.map(\.group))
    for (index, measure) in Engine.measures.enumerated() where ["households", "persons"].contains(measure.name) {
      func count(_ observation: Observation, _ level: Int) -> Double {
        observation.values[index + Engine.measures.count * level]
      }
      for observation in result.observations {
        var totals: [String: Double] = [:]
        for (level, group) in engine.groupLevels.enumerated() {
          let now = count(observation, level)
          heads.compare(now, count(result.observations[0], level))
          totals[group.group, default: 0] += now.isNaN ? 0 : now
        }
        let all = totals["all"] ?? 0
        // Sums over places of different weights round.
        for division in divisions { heads.add(isSame: ((totals[division] ?? 0) - all).magnitude <= 1e-9 * all) }
      }
    }
    return heads
  }
}
