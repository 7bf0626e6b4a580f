public import Households

extension SelfCheck {
  /// Leaving one household out of a programme moves nobody else's luck, and nothing at all in other settlements.
  ///
  /// The programme pays cash to everybody without limit, so that nobody takes the place of the household that is left
  /// out; programmes of the scenario itself, in which others might, are set aside. Futures with everybody and with one
  /// household left out, always from the same settled population, are compared every quarter.
  public static func exclusion(scenario given: Scenario, future: @escaping (Scenario) -> Future) -> SelfCheck {
    SelfCheck("leaving one household out moves nobody else's luck") {
      var scenario = given
      scenario.programmes = []
      scenario.partners = []
      scenario.coordination = nil
      let programme = Programme.cashForEverybody(in: scenario)
      guard let excluded = reached(by: programme, of: scenario, future) else {
        return [.count(0, of: 0, "households can be registered by a programme")]
      }
      var without = programme
      without.targeting.excludedHouseholds = [excluded]
      let (left, right) = (future(scenario.with(programme)), future(scenario.with(without)))
      let geography = left.population.geography
      let settlement = geography.settlement(ofHousehold: excluded)
      let neighbours = geography.members(ofSettlement: settlement)
      var (otherLuck, touchedElsewhere) = (0, 0)
      var isTouched = false
      for _ in 0..<scenario.quarters {
        left.advance()
        right.advance()
        otherLuck += left.population.householdsOfOtherLuck(than: right.population).count { $0 != excluded }
        let differing = left.population.householdsThatDiffer(from: right.population)
        touchedElsewhere += differing.count { !neighbours.contains($0) }
        isTouched = isTouched || differing.contains(excluded)
      }
      let households = left.population.households
      let elsewhere = households - neighbours.count
      var evidence: [SelfCheckVerdict.Evidence] = [
        .count(otherLuck, of: (households - 1) * scenario.quarters, "quarters of others' income luck differ")
      ]
      // A population of one settlement has nobody elsewhere.
      if elsewhere > 0 {
        let variables = left.population.variablesOfHousehold
        evidence.append(
          .count(
            touchedElsewhere, of: elsewhere * scenario.quarters,
            "household-quarters elsewhere differ in any of \(variables) variables"))
      }
      evidence.append(.count(isTouched ? 0 : 1, of: 1, "excluded households live as if included"))
      return evidence
    }
  }

  /// The middle one of the households that the programme reaches in its first quarter.
  private static func reached(
    by programme: Programme, of scenario: Scenario, _ future: (Scenario) -> Future
  ) -> Int? {
    let (with, without) = (future(scenario.with(programme)), future(scenario))
    with.advance()
    without.advance()
    let reached = with.population.householdsThatDiffer(from: without.population)
    return reached.isEmpty ? nil : reached[reached.count / 2]
  }
}

extension Scenario {
  /// The same scenario with one programme more.
  fileprivate func with(_ programme: Programme) -> Scenario {
    var scenario = self
    scenario.programmes.append(programme)
    return scenario
  }
}
