import Simulation
import Testing

@testable import Households

@Suite struct ScorecardTests {
  private static func points(_ change: (inout SurveyHousehold) -> Void) -> Double {
    var household = SurveyHousehold(
      stratum: SyntheticSurvey.rural, persons: 10, adultEquivalents: 8, workers: 2, children: 7, elderly: 0,
      femaleHead: false, headLiterate: false, schoolAge: 3, inSchool: 0, rooms: 2, toilet: .none, livestock: false,
      landAcres: 0, consumptionPerMonth: 30_000, weight: 1)
    change(&household)
    return ScoreParameters().base(of: household)
  }

  private static func isClose(_ value: Double, _ expected: Double) -> Bool { (value - expected).magnitude < 1e-12 }

  @Test("households added up by hand")
  func byHand() {
    #expect(Self.isClose(Self.points { _ in }, -9.3))
    // -9.3 + 10.7 + 8.6 + 8.2 + 11.7 + 9.0 - 5.9 + 6.0
    let farmer = Self.points { household in
      (household.persons, household.rooms, household.children, household.elderly) = (4, 2, 2, 0)
      (household.headLiterate, household.schoolAge, household.inSchool) = (true, 2, 2)
      (household.toilet, household.livestock, household.landAcres) = (.flush, true, 6)
    }
    #expect(Self.isClose(farmer, 39))
    // -9.3 + 2.9 + 4.7 + 1.4 + 11.2
    let townsman = Self.points { household in
      household.stratum = SyntheticSurvey.urban
      (household.inSchool, household.toilet, household.landAcres) = (1, .pit, 1)
    }
    #expect(Self.isClose(townsman, 10.9))
    // -9.3 + 6.0 + 4.8 + 24.9
    let couple = Self.points { household in
      (household.persons, household.rooms, household.children, household.elderly) = (5, 3, 2, 2)
      (household.schoolAge, household.inSchool) = (0, 0)
    }
    #expect(Self.isClose(couple, 26.4))
    // -9.3 + 2.1 + 5.3 - 5.9 + 0.5
    let crowded = Self.points { household in
      (household.persons, household.rooms, household.children, household.elderly) = (8, 2, 5, 1)
      (household.livestock, household.landAcres) = (true, 3)
    }
    #expect(Self.isClose(crowded, -7.3))
  }

  @Test("answers are cut where the scorecard cuts them")
  func cuts() {
    func dependants(_ number: Int) -> Double { Self.points { $0.children = number } + 9.3 }
    #expect((0...8).map(dependants).map { ($0 * 10).rounded() / 10 } == [10.7, 10.7, 10.7, 6, 6, 2.1, 2.1, 0, 0])
    func crowding(_ persons: Int, _ rooms: Int) -> Double {
      ((Self.points { ($0.persons, $0.rooms) = (persons, rooms) } + 9.3) * 10).rounded() / 10
    }
    #expect([crowding(3, 2), crowding(4, 2), crowding(5, 2), crowding(6, 2)] == [24.9, 11.7, 11.7, 5.3])
    #expect([crowding(9, 2), crowding(10, 2), crowding(4, 0)] == [5.3, 0, 5.3])
    func land(_ acres: Double) -> Double { ((Self.points { $0.landAcres = acres } + 9.3) * 10).rounded() / 10 }
    #expect([0, 0.1, 1.99, 2, 4.99, 5, 100].map(land) == [0, 1.4, 1.4, 0.5, 0.5, 6, 6])
  }

  @Test("the score moves with assets, six points for each doubling, between 0 and 100")
  func movement() throws {
    let population = try Scenario.small(households: 500).model().settled(replication: 0)
    for (base, doublings, expected) in [
      (20.0, 0.0, 20.0), (20, 1, 26), (20, -0.5, 17), (20, -4, 0), (97, 1, 100), (-7.3, 0, 0), (-7.3, 2, 4.7),
    ] {
      population.scoreBase[0] = Float(base)
      population.initialWealth[0] = 4096
      population.wealth[0] = Int16(4096 + 1024 * doublings)
      #expect((population.cutScore(of: 0, wealthPoints: 6) - Float(expected)).magnitude < 1e-5)
    }
  }

  @Test("bands are cut at the half point")
  func bands() {
    let cuts: [(Band, ClosedRange<Int>)] = [
      (.extremelyPoor, 0...11), (.chronicallyPoor, 12...18), (.transitoryPoor, 19...23),
      (.transitoryVulnerable, 24...34), (.transitoryNonPoor, 35...50), (.nonPoor, 51...100),
    ]
    for (band, points) in cuts {
      for point in points { #expect(Band(score: Float(point)) == band) }
      #expect(Band(score: Float(points.upperBound) + 0.49) == band)
      if points.lowerBound > 0 { #expect(Band(score: Float(points.lowerBound) - 0.5) == band) }
    }
  }
}
