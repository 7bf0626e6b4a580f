import Simulation
import Testing

@testable import Households

@Suite struct PrerequisiteTests {
  private static func second(after names: String...) throws -> Programme {
    var programme = try Programme.small(
      named: "Second", until: "2020-Q4", .make("assets", .assetGrant(amount: 1000)))
    programme.after = names
    return programme
  }

  @Test("only those who have completed the first phase enter the second, in the quarter after")
  func completers() throws {
    let first = try Programme.small(
      named: "First", until: "2019-Q2", capacity: 1000,
      .make("basic", .skillTraining(level: 1), completion: 0.7),
      .make("awareness", .awarenessTraining(gain: 0.5), delay: 1, takeUp: 0.6, completion: 0.8),
      .make("coach", .coaching(quarters: 2), delay: 1, takeUp: 0.5))
    let model = try Scenario.small().model()
    let settled = model.settled(replication: 0)
    for household in 0..<settled.households { settled.skill[household] = household % 10 == 0 ? 1 : 0 }
    let trial = Trial(model, model.baseline.with(first, try Self.second(after: "First")), settled: settled)
    trial.advance(8)
    let (one, two) = (trial.desks[0], trial.desks[1])
    var (completers, quitters) = (0, 0)
    for household in 0..<trial.population.households {
      var expected: Int?
      if one.offered[household] > 0 {
        let parts = one.offers.indices.filter { one.offers[$0].isTakenUp(by: household) }
        let hasSkill = household % 10 == 0
        let isComplete = parts.allSatisfy { part in
          (part == 0 && hasSkill) || one.offers[part].isCompleted(by: household)
        }
        let last = parts.map { [0, 1, 2][$0] }.max() ?? 0
        if isComplete { expected = Int(one.offered[household]) + last + 1 }
      }
      #expect(Int(two.offered[household]) == expected ?? 0)
      completers += expected == nil ? 0 : 1
      quitters += one.offered[household] > 0 && expected == nil ? 1 : 0
    }
    #expect(completers > 200 && quitters > 200)
  }

  @Test("what was taken up and could not be given is not completed")
  func undelivered() throws {
    // Advanced training builds on vocational skill.
    let first = try Programme.small(named: "First", .make("advanced", .skillTraining(level: 3)))
    let model = try Scenario.small().model()
    let settled = model.settled(replication: 0)
    for household in 0..<settled.households { settled.skill[household] = UInt8(household % 4) }
    let trial = Trial(model, model.baseline.with(first, try Self.second(after: "First")), settled: settled)
    trial.advance(3)
    #expect(trial.served(1) == (0..<5000).filter { $0 % 4 >= 2 })
  }

  @Test("of several prerequisites all count, and one that is unknown admits nobody")
  func several() throws {
    func first(_ name: String) throws -> Programme {
      try .small(named: name, target: Targeting(lotteryShare: 0.5), .cash)
    }
    let model = try Scenario.small().model()
    let both = Trial(
      model, model.baseline.with(try first("One"), try first("Two"), try Self.second(after: "One", "Two")))
    both.advance(2)
    #expect(both.served(2) == Set(both.served(0)).intersection(both.served(1)).sorted())
    let unknown = Trial(model, model.baseline.with(try first("One"), try Self.second(after: "One", "Three")))
    unknown.advance(2)
    #expect(unknown.served(1).isEmpty)
  }

  @Test("after a shock only those whom it struck hard are served, in the quarter in which it strikes")
  func shocks() throws {
    let model = try Scenario.small().model()
    var programme = try Programme.small(until: "2020-Q4", .make("coach", .coaching(quarters: 1), takeUp: 1))
    programme.targeting.afterShock = true
    let trial = Trial(model, model.baseline.with(programme))
    // What the quarter's shocks did shows in the same quarter: the programme changes nothing before the next.
    var distressed: [Int: Int] = [:]
    for quarter in 1...8 {
      trial.advance()
      for household in 0..<5000 where distressed[household] == nil && trial.population.distress[household] % 2 == 1 {
        distressed[household] = quarter
      }
    }
    for household in 0..<5000 { #expect(Int(trial.desks[0].offered[household]) == distressed[household] ?? 0) }
    #expect(Set(distressed.values).count == 8)
  }

  @Test("a survey's scores decide, and who has not been visited waits")
  func survey() throws {
    let model = try Scenario.small().model()
    var survey = try Programme.small(named: "Census")
    survey.community = [
      CommunityIntervention(name: "census", kind: .povertySurvey(cost: 0, errorPoints: 0, capacityPerQuarter: 0))
    ]
    var target = Targeting(scoreAtMost: 20)
    target.survey = "Census"
    let programme = try Programme.small(until: "2020-Q4", target: target, .cash)
    let trial = Trial(model, model.baseline.with(survey, programme))
    let points = try #require(trial.partners.setting.surveys["Census"])
    for household in 0..<1000 { points[household] = household % 2 == 0 ? 15 : 25 }
    trial.advance()
    #expect(trial.served(1) == Array(stride(from: 0, to: 1000, by: 2)))
    for household in 4000..<4010 { points[household] = 20 }
    trial.advance()
    #expect(trial.served(1) == Array(stride(from: 0, to: 1000, by: 2)) + Array(4000..<4010))
  }

  @Test("skill centres take in so many trainees in each union council and quarter", arguments: [5000, 1250])
  func skillCentres(households: Int) throws {
    let model = try Scenario.small(households: households).model()
    var programme = try Programme.small(until: "2019-Q4", .make("basic", .skillTraining(level: 1), takeUp: 0.8))
    programme.community = [
      CommunityIntervention(name: "centre", kind: .skillCentre(places: 30, setupCost: 0, runningCost: 0))
    ]
    let trial = Trial(model, model.baseline.with(programme))
    let geography = trial.population.geography
    let points = (0..<households).map { trial.population.uncutScore(of: $0, wealthPoints: 6) }
    var before = Set<Int>()
    for quarter in 1...4 {
      trial.advance()
      let served = Set(trial.served())
      var total = [Double](repeating: 0, count: geography.unionCouncilCount)
      var now = total
      for household in served {
        let council = geography.unionCouncilOfSettlement[geography.settlement(ofHousehold: household)]
        let weight = geography.weights[geography.placeOfUnionCouncil[council]]
        total[council] += weight
        now[council] += before.contains(household) ? 0 : weight
      }
      let largest = geography.weights.max() ?? 1
      #expect(total.allSatisfy { $0 <= 30 * Double(quarter) && $0 > 30 * Double(quarter) - largest })
      #expect(now.allSatisfy { $0 < 30 + largest })
      before = served
    }
    // Those who waited kept their turn: in each union council the poorest came first, to 1/256 of a point.
    for council in 0..<geography.unionCouncilCount {
      let members = geography.settlements(ofUnionCouncil: council).flatMap {
        Array(geography.members(ofSettlement: $0))
      }
      let asked = members.filter { trial.desks[0].offered[$0] != 0 }.map { points[$0] }
      let waiting = members.filter { trial.desks[0].offered[$0] == 0 }.map { points[$0] }
      #expect(try #require(asked.max()) <= (try #require(waiting.min())) + 1 / 256)
    }
  }
}
