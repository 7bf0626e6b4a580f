import Testing

@testable import Households

@Suite struct RegimeTests {
  private static func income(
    _ regime: Regime, assets: Double, marketAccess: Double = 1, skill: Int = 0, inClub: Bool = false
  ) -> Double {
    CapitalTechnique(.byHand, regime: regime)
      .income(assets: assets, need: 4, marketAccess: marketAccess, skill: skill, inClub: inClub)
  }

  private static func isClose(_ value: Double, _ expected: Double) -> Bool { (value - expected).magnitude < 1e-12 }

  @Test("income of the techniques at points worked out by hand")
  func points() {
    // Need is 4. Two techniques: 4 x 0.135 sqrt(k / 4), or 4 (0.78 m (1 + 0.08 skill) sqrt(k / 4) - 0.35).
    #expect(Self.isClose(Self.income(.threshold, assets: 1), 0.27))
    #expect(Self.isClose(Self.income(.threshold, assets: 4), 1.72))
    #expect(Self.isClose(Self.income(.threshold, assets: 4, marketAccess: 1.2), 2.344))
    #expect(Self.isClose(Self.income(.threshold, assets: 4, skill: 2), 2.2192))
    #expect(Self.income(.threshold, assets: 0) == 0)
    // Beyond 2.6 quarters of need the better technique earns no more.
    #expect(Self.isClose(Self.income(.threshold, assets: 40), 4 * (0.78 * 2.6.squareRoot() - 0.35)))
    // One technique: 4 x 0.214 m (1 + 0.08 skill) sqrt(k / 4).
    #expect(Self.isClose(Self.income(.convergence, assets: 1), 0.428))
    #expect(Self.isClose(Self.income(.convergence, assets: 64, skill: 2), 3.97184))
    #expect(Self.isClose(Self.income(.convergence, assets: 4, marketAccess: 0.5), 0.428))
    #expect(Self.income(.convergence, assets: 0) == 0)
    // Clubs: the better technique only for members.
    #expect(Self.isClose(Self.income(.clubs, assets: 4), 0.54))
    #expect(Self.isClose(Self.income(.clubs, assets: 4, inClub: true), 1.72))
    #expect(Self.isClose(Self.income(.clubs, assets: 1, inClub: true), 0.27))
  }

  @Test("the better technique is chosen above the crossing only", arguments: [0, 1, 2, 3])
  func crossing(skill: Int) {
    // 0.135 s = 0.78 (1 + 0.08 skill) s - 0.35 with s = sqrt(k / need).
    let gain = 1 + 0.08 * Double(skill)
    let crossing = 4 * (0.35 / (0.78 * gain - 0.135)) * (0.35 / (0.78 * gain - 0.135))
    for step in 1...400 {
      let assets = crossing * Double(step) / 200
      guard step != 200 else { continue }
      let income = Self.income(.threshold, assets: assets, skill: skill)
      let root = (assets / 4).squareRoot()
      let (simple, better) = (4 * 0.135 * root, 4 * (0.78 * gain * root - 0.35))
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
