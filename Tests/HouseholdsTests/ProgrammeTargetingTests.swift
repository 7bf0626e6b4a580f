import Simulation
import Testing

@testable import Households

@Suite struct ProgrammeTargetingTests {
  /// A trial of one quarter, and what households were before it.
  private static func offered(_ target: Targeting, capacity: Double? = nil) throws -> (Trial, [HouseholdState]) {
    let model = try Scenario.small { $0.initial.minorityShare = 0.2 }.model()
    let programme = try Programme.small(capacity: capacity, target: target, .cash)
    let trial = Trial(model, model.baseline.with(programme))
    let before = trial.population.householdStates
    trial.advance()
    return (trial, before)
  }

  /// Exactly the households that meet a condition are served.
  private static func expect(_ target: Targeting, _ condition: (HouseholdState) -> Bool) throws {
    let (trial, before) = try offered(target)
    let eligible = before.indices.filter { condition(before[$0]) }
    #expect(trial.served() == eligible)
    #expect(!eligible.isEmpty && eligible.count < before.count)
  }

  @Test("a score cut-off serves all below it and nobody above", arguments: [20, 35.5, 60])
  func cutoff(points: Double) throws {
    try Self.expect(Targeting(scoreAtMost: points)) { Double($0.score) <= points }
  }

  @Test("bands", arguments: [[Band.extremelyPoor], [.chronicallyPoor, .transitoryPoor], [.nonPoor]])
  func bands(bands: [Band]) throws {
    try Self.expect(Targeting(bands: bands)) { bands.contains(Band(score: $0.score)) }
  }

  @Test("sex of the head and minority", arguments: [true, false])
  func categories(value: Bool) throws {
    try Self.expect(Targeting(femaleHead: value)) { ($0.traits & Traits.femaleHead.rawValue != 0) == value }
    try Self.expect(Targeting(minority: value)) { ($0.traits & Traits.minority.rawValue != 0) == value }
  }

  @Test("conditions hold together")
  func conjunction() throws {
    try Self.expect(Targeting(scoreAtMost: 40, femaleHead: true, minority: false)) {
      $0.score <= 40 && $0.traits & Traits.femaleHead.rawValue != 0 && $0.traits & Traits.minority.rawValue == 0
    }
  }

  @Test("without conditions everybody is served")
  func universal() throws {
    let (trial, before) = try Self.offered(Targeting())
    #expect(trial.served() == Array(before.indices))
  }

  @Test("a lottery admits its share", arguments: [0.1, 0.5, 0.8])
  func lottery(share: Double) throws {
    let (trial, before) = try Self.offered(Targeting(scoreAtMost: 45, lotteryShare: share))
    let eligible = Double(before.filter { $0.score <= 45 }.count)
    let standardError = (share * (1 - share) / eligible).squareRoot()
    #expect((Double(trial.served().count) / eligible - share).magnitude < 5 * standardError)
    #expect(trial.served().allSatisfy { before[$0].score <= 45 })
  }

  @Test("excluded households are not served")
  func exclusion() throws {
    let (trial, before) = try Self.offered(Targeting(excludedHouseholds: [0, 77, 4999]))
    #expect(trial.served() == before.indices.filter { ![0, 77, 4999].contains($0) })
  }

  @Test("the poorest come first")
  func poorestFirst() throws {
    let (trial, before) = try Self.offered(Targeting(scoreAtMost: 50), capacity: 400)
    let served = Set(trial.served())
    try #require(served.count == 400)
    let unserved = before.indices.filter { before[$0].score <= 50 && !served.contains($0) }
    let highest = try #require(served.map { before[$0].score }.max())
    let lowest = try #require(unserved.map { before[$0].score }.min())
    // Scores are ranked to 1/256 of a point.
    #expect(highest <= lowest + 1 / 256)
  }

  @Test("among equals the lot decides, not the place in store")
  func ties() throws {
    let model = try Scenario.small().model()
    let settled = model.settled(replication: 0)
    for household in 0..<settled.households {
      settled.scoreBase[household] = 10
      settled.initialWealth[household] = settled.wealth[household]
      settled.score[household] = 10
    }
    let programme = try Programme.small(capacity: 1000, .cash)
    let trial = Trial(model, model.baseline.with(programme), settled: settled)
    trial.advance()
    let served = trial.served()
    try #require(served.count == 1000)
    // A draw without replacement of 1,000 among 5,000: the mean number of the served has this standard error.
    let mean = Double(served.reduce(0, +)) / 1000
    let standardError = (5000.0 * 5000 / 12 / 1000 * (1 - 0.2)).squareRoot()
    #expect(abs(mean - 2499.5) < 5 * standardError)
  }

  @Test("in random order the score does not matter")
  func randomOrder() throws {
    let (trial, before) = try Self.offered(Targeting(order: .random), capacity: 1000)
    let served = trial.served()
    #expect(served.count == 1000)
    let scores = before.map { Double($0.score) }
    let mean = scores.reduce(0, +) / 5000
    let variance = scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 4999
    let servedMean = served.reduce(0) { $0 + scores[$1] } / 1000
    // Drawing 1,000 of 5,000 without replacement.
    let standardError = (variance / 1000 * (1 - 1000.0 / 5000)).squareRoot()
    #expect((servedMean - mean).magnitude < 5 * standardError)
  }

  @Test("measurement error includes some above the cut-off and leaves out some below")
  func measurementError() throws {
    let (trial, before) = try Self.offered(Targeting(scoreAtMost: 30, scoreErrorPoints: 6))
    let served = Set(trial.served())
    let below = before.indices.filter { before[$0].score <= 30 }
    let above = before.indices.filter { before[$0].score > 30 }
    #expect(below.contains { !served.contains($0) })
    #expect(above.contains { served.contains($0) })
    // Six standard deviations away there is nobody.
    #expect(above.allSatisfy { before[$0].score < 66 || !served.contains($0) })
    func share(_ households: [Int]) -> Double {
      Double(households.filter { served.contains($0) }.count) / Double(households.count)
    }
    #expect(share(below) > 0.5)
    #expect(share(above) < 0.5)
  }

  @Test(
    "areas",
    arguments: [
      Area(district: "Okara"), Area(tehsil: "Kasur"), Area(unionCouncils: ["Kasur UC 1", "Kasur UC 4"]),
      Area(settlementType: .urban), Area(district: "Kasur", settlementType: .rural), Area(district: "Elsewhere"),
    ])
  func areas(area: Area) throws {
    let model = try Scenario.small().model()
    let trial = Trial(model, model.baseline.with(try .small(area: area, .cash)))
    trial.advance()
    let geography = trial.population.geography
    let expected = (0..<geography.settlementCount).filter { settlement in
      let council = geography.unionCouncilOfSettlement[settlement]
      let place = geography.places[geography.placeOfUnionCouncil[council]]
      return [nil, place.district].contains(area.district) && [nil, place.tehsil].contains(area.tehsil)
        && (area.unionCouncils ?? [geography.unionCouncilNames[council]])
          .contains(geography.unionCouncilNames[council])
        && [nil, place.settlementType].contains(area.settlementType)
    }
    #expect(trial.served() == expected.flatMap { Array(geography.members(ofSettlement: $0)) })
    #expect(trial.served().isEmpty == (area.district == "Elsewhere"))
  }

  @Test(
    "nobody is enrolled before the start or after the end",
    arguments: [
      ("2018-Q1", "2019-Q2", 1, 2), ("2019-Q3", "2020-Q1", 3, 5), ("2020-Q4", "2030-Q1", 8, 8),
    ])
  func dates(from: String, until: String, first: Int, last: Int) throws {
    let model = try Scenario.small().model()
    let programme = try Programme.small(from: from, until: until, capacity: 100, .cash)
    let trial = Trial(model, model.baseline.with(programme))
    trial.advance(8)
    let steps = trial.served().map { Int(trial.desks[0].offered[$0]) }
    #expect(Set(steps) == Set(first...last))
    #expect(trial.costs("cash").map(\.quarter) == Array(first...last))
    #expect(trial.costs("cash").allSatisfy { $0.households == 100 })
  }

  @Test(
    "a programme that ends before the start, or before its own start, serves nobody",
    arguments: [
      ("2017-Q1", "2018-Q4"), ("2020-Q1", "2019-Q1"), ("2025-Q1", "2026-Q1"),
    ])
  func never(from: String, until: String) throws {
    let model = try Scenario.small().model()
    let trial = Trial(model, model.baseline.with(try .small(from: from, until: until, .cash)))
    trial.advance(8)
    #expect(trial.served().isEmpty && trial.desks[0].account.costs.isEmpty)
  }

  @Test("each household is offered the package once")
  func once() throws {
    let model = try Scenario.small().model()
    let programme = try Programme.small(
      until: "2020-Q4", capacity: 900, .make("cash", .cashTransfer(amount: 1000, quarters: 1), takeUp: 0.5))
    let trial = Trial(model, model.baseline.with(programme))
    trial.advance(8)
    let units = trial.costs("cash").reduce(0) { $0 + $1.units }
    #expect(units == Double(trial.served().count))
    #expect(units < 5000)
  }
}
