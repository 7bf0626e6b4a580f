import Testing

@testable import Households

@Suite struct RegimeTests {
  private static func income(
    _ regime: Regime, assets: Double, marketAccess: Double = 1, skill: Int = 0, inClub: Bool = false
  ) -> Double {
    CapitalTechnique(EarnParameters(), regime: regime)
      .income(assets: assets, marketAccess: marketAccess, skill: skill, inClub: inClub)
  }

  private static func isClose(_ value: Double, _ expected: Double) -> Bool { (value - expected).magnitude < 1e-12 }

  @Test("income of the techniques at points worked out by hand")
  func points() {
    // Two techniques: 0.15 sqrt k, or 1.1 m (1 + 0.08 skill) sqrt k - 6.1.
    #expect(Self.isClose(Self.income(.threshold, assets: 25), 0.75))
    #expect(Self.isClose(Self.income(.threshold, assets: 100), 4.9))
    #expect(Self.isClose(Self.income(.threshold, assets: 100, marketAccess: 1.2), 7.1))
    #expect(Self.isClose(Self.income(.threshold, assets: 100, skill: 2), 6.66))
    #expect(Self.income(.threshold, assets: 0) == 0)
    // One technique: 0.45 m (1 + 0.08 skill) sqrt k.
    #expect(Self.isClose(Self.income(.convergence, assets: 25), 2.25))
    #expect(Self.isClose(Self.income(.convergence, assets: 100, skill: 2), 5.22))
    #expect(Self.isClose(Self.income(.convergence, assets: 100, marketAccess: 0.5), 2.25))
    #expect(Self.income(.convergence, assets: 0) == 0)
    // Clubs: the better technique only for members.
    #expect(Self.isClose(Self.income(.clubs, assets: 100), 1.5))
    #expect(Self.isClose(Self.income(.clubs, assets: 100, inClub: true), 4.9))
    #expect(Self.isClose(Self.income(.clubs, assets: 25, inClub: true), 0.75))
  }

  @Test("the better technique is chosen above the crossing only", arguments: [0, 1, 2, 3])
  func crossing(skill: Int) {
    // 0.15 s = 1.1 (1 + 0.08 skill) s - 6.1 with s = sqrt k.
    let gain = 1 + 0.08 * Double(skill)
    let crossing = (6.1 / (1.1 * gain - 0.15)) * (6.1 / (1.1 * gain - 0.15))
    for step in 1...400 {
      let assets = crossing * Double(step) / 200
      guard step != 200 else { continue }
      let income = Self.income(.threshold, assets: assets, skill: skill)
      let (simple, better) = (0.15 * assets.squareRoot(), 1.1 * gain * assets.squareRoot() - 6.1)
      #expect(Self.isClose(income, step < 200 ? simple : better))
      #expect((simple > better) == (step < 200))
      #expect(Self.income(.clubs, assets: assets, skill: skill, inClub: true) == income)
      #expect(Self.isClose(Self.income(.clubs, assets: assets, skill: skill), simple))
    }
  }

  @Test("the club has land and letters and is no minority")
  func club() throws {
    let population = try Scenario.small { $0.initial.minorityShare = 0.3 }.model().settled(replication: 0)
    for household in population.householdStates {
      let traits = Traits(rawValue: household.traits)
      if traits.contains(.club) { #expect(traits.contains(.headLiterate) && !traits.contains(.minority)) }
    }
    #expect(population.householdStates.contains { $0.traits & Traits.club.rawValue != 0 })
  }

  @Test("regimes lead to different lives")
  func regimesDiffer() throws {
    let welfare = try Regime.allCases.map { regime in
      try Scenario.small(households: 1000, regime: regime).model().settled(replication: 0).householdStates.map(
        \.welfare)
    }
    #expect(welfare[0] != welfare[1] && welfare[1] != welfare[2] && welfare[0] != welfare[2])
  }
}
