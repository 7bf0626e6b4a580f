import Simulation
import Testing

@testable import Households

@Suite struct MobilisationTests {
  private static func call(_ number: Int, visits: Double = 3) -> Call {
    Call(neighbourhood: number, settlement: 0, weight: 1, visits: visits, key: Double(number), lot: 0)
  }

  @Test("half of the visits go to either side, what one leaves the other uses, and the rest is carried over")
  func division() {
    let formations = (0..<10).map { Self.call($0) }
    let supports = (10..<20).map { Self.call($0, visits: 1) }
    func visited(_ visits: [Double], _ formations: [Call], _ supports: [Call]) -> [[Int]] {
      var division = VisitDivision()
      return visits.map { number in
        var made: [Int] = []
        division.divide(number, formationShare: 0.5, formations: formations, supports: supports) { call in
          made.append(call.neighbourhood)
          return true
        }
        return made
      }
    }
    #expect(visited([12], formations, supports) == [[0, 1, 10, 11, 12, 13, 14, 15]])
    #expect(visited([12], formations, []) == [[0, 1, 2, 3]])
    #expect(visited([12], [], supports) == [Array(10..<20)])
    #expect(visited([12], Array(formations[..<1]), supports) == [[0] + Array(10..<19)])
    #expect(visited([12], formations, Array(supports[..<2])) == [[0, 1, 10, 11, 2]])
    #expect(visited([2, 2, 2], formations, supports) == [[10], [10], [0, 10]])
    #expect(visited([0.5, 0.5, 0.5, 0.5], [], supports) == [[], [10], [], [10]])
  }

  @Test("a crew that cannot pay for a visit stops")
  func stop() {
    var division = VisitDivision()
    var made = 0
    division.divide(100, formationShare: 0.5, formations: (0..<10).map { Self.call($0) }, supports: []) { _ in
      made += 1
      return made <= 3
    }
    #expect(made == 4)
    #expect(division.carried == (0, 0))
  }

  @Test("staff make their visits and no more, however many each stands for", arguments: [5000, 1250])
  func capacity(households: Int) throws {
    let model = try Scenario.small(households: households, years: 3).model()
    let scenario = model.baseline.with(try .mobilisation { $0.organisers = 1.5 })
    let trial = InstitutionTrial(scenario, settled: model.settled(replication: 0))
    let weight = Double(5000 / households)
    var visits = 0.0
    for quarter in 1...8 {
      trial.advance()
      let cost = try #require(trial.costs("staff").last)
      visits += cost.units
      let made = 1.5 * 60 * Double(quarter)
      #expect(visits <= made && visits > made - (3 + 1) * weight)
      let supported = trial.population.neighbourhoods.filter { trial.communities.isSupported[$0] }
      #expect(Double(supported.count) * weight <= cost.units && Double(supported.count) * 3 * weight >= cost.units)
      let money = modelMoney(1.5 * 90_000) + modelMoney(300 * cost.units)
      #expect((cost.pkr - 1000 * money).magnitude < 0.01)
    }
    let joined = trial.costs("staff").reduce(0) { $0 + $1.households }
    #expect(joined > 100)
    trial.advance()
    #expect(trial.costs("staff").last?.quarter == 8)
    #expect(trial.population.neighbourhoods.allSatisfy { !trial.communities.isSupported[$0] })
  }

  @Test("the poorest neighbourhoods are visited first")
  func poorestFirst() throws {
    let model = try Scenario.small().model()
    let settled = model.settled(replication: 0)
    let trial = InstitutionTrial(model.baseline.with(try .mobilisation { $0.organisers = 4 }), settled: settled)
    let means = settled.neighbourhoods.map { neighbourhood in
      let households = settled.geography.members(ofNeighbourhood: neighbourhood)
      let sum = households.reduce(0) { $0 + Double(settled.uncutScore(of: $1, wealthPoints: 6)) }
      return sum / Double(households.count)
    }
    trial.advance()
    let visited = settled.neighbourhoods.filter { trial.communities.isSupported[$0] }
    let others = settled.neighbourhoods.filter { !trial.communities.isSupported[$0] }
    #expect(visited.count == 80)
    #expect((visited.map { means[$0] }.max() ?? .nan) < (others.map { means[$0] }.min() ?? .nan))
  }

  @Test("the least mature organisations are supported first")
  func leastMatureFirst() throws {
    let model = try Scenario.small().model()
    let scenario = model.baseline.with(try .mobilisation { $0.organisers = 1 }).changing { parameters in
      parameters.institutions.dormancyHazard = 0
    }
    let trial = InstitutionTrial(scenario, settled: model.settled(replication: 0))
    for neighbourhood in trial.population.neighbourhoods {
      trial.communities.stage[neighbourhood] = .active
      trial.communities.organiser[neighbourhood] = 1
      trial.communities.maturity[neighbourhood] = Double((neighbourhood * 7919) % 1000) / 1000
    }
    let before = trial.population.neighbourhoods.map { trial.communities.maturity[$0] }
    trial.advance()
    let visited = trial.population.neighbourhoods.filter { trial.communities.isSupported[$0] }
    let others = trial.population.neighbourhoods.filter { !trial.communities.isSupported[$0] }
    #expect(visited.count == 60)
    #expect((visited.map { before[$0] }.max() ?? .nan) <= (others.map { before[$0] }.min() ?? .nan))
  }

  @Test("who has not been surveyed waits, and the survey decides who is poor")
  func survey() throws {
    let model = try Scenario.small().model()
    let scenario = model.baseline.with(
      try .census(),
      try .mobilisation { plan in
        plan.survey = "Census"
        plan.organisers = 2
      })
    let trial = InstitutionTrial(scenario, settled: model.settled(replication: 0))
    let points = try #require(trial.partners.setting.surveys["Census"])
    trial.advance()
    #expect(trial.population.neighbourhoods.allSatisfy { !trial.communities.isSupported[$0] })
    let geography = trial.population.geography
    for neighbourhood in 100..<200 {
      for household in geography.members(ofNeighbourhood: neighbourhood) {
        points[household] = Float(neighbourhood)
      }
    }
    points[geography.members(ofNeighbourhood: 105).lowerBound] = .nan
    trial.advance()
    let visited = trial.population.neighbourhoods.filter { trial.communities.isSupported[$0] }
    #expect(visited == Array(100..<105) + Array(106..<141))
  }

  @Test("what is budgeted is spent or left, and without a salary nobody is visited")
  func budget() throws {
    let model = try Scenario.small().model()
    // Salaries of 20 organisers for three quarters and most of a fourth.
    let total = 3.9 * 20 * 90_000
    let scenario = model.baseline.with(try .mobilisation(total: total) { $0.travelCost = 0 })
    let trial = InstitutionTrial(scenario, settled: model.settled(replication: 0))
    for quarter in 1...8 {
      trial.advance()
      let isVisited = trial.population.neighbourhoods.contains { trial.communities.isSupported[$0] }
      #expect(isVisited == (quarter <= 3))
    }
    let account = trial.partners.accounts[0]
    #expect(account.spentTotal == 3 * modelMoney(20 * 90_000))
    #expect(account.balance + account.spentTotal == modelMoney(total))
    #expect(account.costs.reduce(0) { $0 + $1.pkr } == 1000 * account.spentTotal)
    // With travel as well, the last quarter ends where the money does.
    let travelling = InstitutionTrial(
      model.baseline.with(try .mobilisation(total: 1.05 * 20 * 90_000)), settled: model.settled(replication: 0))
    travelling.advance(2)
    let spent = travelling.partners.accounts[0].spentTotal
    #expect(spent <= modelMoney(1.05 * 20 * 90_000) && spent > modelMoney(1.05 * 20 * 90_000 - 3 * 300))
    #expect(travelling.costs("staff").map(\.quarter) == [1])
  }

  @Test("no quarter costs more than its budget")
  func quarterlyBudget() throws {
    let model = try Scenario.small().model()
    let scenario = model.baseline.with(
      try .mobilisation(quarterly: 2_000_000) { plan in
        plan.resourcePersons = 4
        plan.honorarium = 12_000
        plan.visitsPerResourcePerson = 40
        plan.trainingCost = 10_000
        plan.seedGrant = 50_000
        plan.villageCoverage = 0.3
        plan.unionCouncilCoverage = 0.3
      })
    let trial = InstitutionTrial(scenario, settled: model.settled(replication: 0))
    trial.advance(8)
    var most = 0.0
    for quarter in 1...8 {
      let spent = trial.partners.accounts[0].costs.filter { $0.quarter == quarter }.reduce(0) { $0 + $1.pkr }
      #expect(spent <= 1000 * modelMoney(2_000_000) && spent > 0)
      most = max(most, spent)
    }
    #expect(most > 0.99 * 1000 * modelMoney(2_000_000))
    for work in ["staff", "resource persons", "training", "seed grants"] { #expect(!trial.costs(work).isEmpty) }
  }

  @Test("a mobilisation without money changes nothing")
  func zeroBudget() throws {
    let scenario = Scenario.small(households: 2000)
    let model = try scenario.model()
    let without = RunPrint(model, scenario)
    let printed = RunPrint(model, scenario.with(try .mobilisation(total: 0)))
    #expect(printed == without)
  }

  @Test("a mobilisation in another district touches nobody here")
  func otherDistrict() throws {
    let model = try Scenario.small().model()
    let first = try Programme.mobilisation(named: "First", area: Area(district: "Kasur"))
    let second = try Programme.mobilisation(named: "Second", area: Area(district: "Okara"))
    let alone = Trial(model, model.baseline.with(first))
    let both = Trial(model, model.baseline.with(second, first))
    let kasur = alone.population.households(of: "Kasur")
    for _ in 1...8 {
      alone.advance()
      both.advance()
      let (left, right) = (alone.population.householdStates, both.population.householdStates)
      #expect(kasur.allSatisfy { left[$0] == right[$0] })
      #expect(kasur.allSatisfy { alone.population.standing[$0] == both.population.standing[$0] })
    }
    let okara = alone.population.households(of: "Okara")
    #expect(okara.allSatisfy { alone.population.standing[$0].isEmpty })
    #expect(okara.contains { both.population.standing[$0].contains(.member) })
  }

  @Test("a second programme leaves alone what another one organises, until that one is over")
  func secondProgramme() throws {
    let model = try Scenario.small().model()
    let first = try Programme.mobilisation(named: "First", until: "2019-Q4") { $0.organisers = 8 }
    let second = try Programme.mobilisation(named: "Second") { $0.organisers = 8 }
    let trial = InstitutionTrial(model.baseline.with(first, second), settled: model.settled(replication: 0))
    var taken = 0
    for quarter in 1...8 {
      let before = trial.population.neighbourhoods.map { trial.communities.organiser[$0] }
      trial.advance()
      for neighbourhood in trial.population.neighbourhoods where before[neighbourhood] != 0 {
        let after = trial.communities.organiser[neighbourhood]
        guard after != before[neighbourhood], after != 0 else { continue }
        #expect(before[neighbourhood] == 1 && after == 2 && quarter > 4)
        taken += 1
      }
    }
    #expect(taken > 20)
    #expect(trial.costs("staff", programme: 0).count == 4 && trial.costs("staff", programme: 1).count == 8)
  }

  @Test("threads and block sizes change nothing")
  func threads() throws {
    func printed(threads: Int, blockSize: Int) throws -> (RunPrint, [String]) {
      let baseline = Scenario.small(households: 3000)
      let model = try baseline.model(threads: threads, blockSize: blockSize)
      let scenario = baseline.with(try Self.withResourcePersons())
      let result = model.run(scenario, from: model.settled(replication: 0), replication: 0, observeEvery: 1)
      return (RunPrint(model, scenario), result.institutions.map { "\($0)" })
    }
    let expected = try printed(threads: 1, blockSize: 1_000_000)
    #expect(expected.1.contains { $0.contains("local_support_organisation") })
    for (threads, blockSize) in [(2, 64), (7, 1024)] {
      let other = try printed(threads: threads, blockSize: blockSize)
      #expect(other == expected)
    }
  }

  /// Pay and coverage as Rural Support Programmes know them: PKR 30,000 a month for an organiser, PKR 4,000 for a
  /// community resource person who works some days a month.
  static func withResourcePersons() throws -> Programme {
    try .mobilisation { plan in
      plan.organisers = 8
      plan.travelCost = 500
      plan.villageCoverage = 0.3
      plan.unionCouncilCoverage = 0.5
      plan.minimumPoorShare = 0.4
      plan.poorestCoverage = 0.2
      plan.resourcePersons = 3
      plan.honorarium = 12_000
      plan.visitsPerResourcePerson = 30
      plan.trainingCost = 8_000
      plan.selection = 0.7
      plan.training = 0.7
      plan.procedures = 0.7
    }
  }

  /// What scenario files take where they do not say, PKR of 2015-16.
  private static func usual(organisers: Double, resourcePersons: Double) throws -> Scenario {
    var programme = try Programme.mobilisation { plan in
      plan = SocialMobilisation()
      plan.organisers = organisers
      (plan.salary, plan.visitsPerOrganiser, plan.travelCost, plan.womenOutreach) = (60_000, 60, 300, 0.5)
      plan.resourcePersons = resourcePersons
      (plan.honorarium, plan.visitsPerResourcePerson, plan.trainingCost) = (15_000, 45, 8_000)
    }
    programme.priceYear = 2016
    return Scenario.small(years: 3).with(programme)
  }

  private static func standardErrorsAboveZero(_ values: [Double]) -> Double {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    return mean / (variance / count).squareRoot()
  }

  @Test("community resource persons organise more households for the same money than staff, all else by default")
  func resourcePersonsAreCheaper() throws {
    let staff = try Self.usual(organisers: 8, resourcePersons: 0)
    let resourcePersons = try Self.usual(organisers: 0, resourcePersons: 3)
    let model = try staff.model()
    let differences = (1...6).map { replication in
      let settled = model.settled(replication: replication)
      let perMillion = [(staff, "staff"), (resourcePersons, "resource persons")].map { scenario, work in
        let trial = InstitutionTrial(scenario, settled: settled)
        for _ in 1...4 {
          if work == "resource persons" { trial.appointResourcePersons() }
          trial.advance()
        }
        let entries = trial.costs(work)
        return 1_000_000 * entries.reduce(0) { $0 + $1.households } / entries.reduce(0) { $0 + $1.pkr }
      }
      return perMillion[1] - perMillion[0]
    }
    #expect(Self.standardErrorsAboveZero(differences) > 5, "\(differences)")
  }

  @Test("a programme whose staff hand over to resource persons pays less for each member than one of staff alone")
  func handingOver() throws {
    let alone = try Self.usual(organisers: 8, resourcePersons: 0)
    let handingOver = try Self.usual(organisers: 8, resourcePersons: 3)
    let model = try alone.model()
    let savings = try (1...6).map { replication in
      let settled = model.settled(replication: replication)
      let costs = try [alone, handingOver].map { scenario in
        let result = model.run(scenario, from: settled, replication: replication, observeEvery: 12)
        let members = result.institutions.filter {
          $0.quarter == 12 && $0.tier == "community_organisation" && $0.status == "active"
        }.reduce(0) { $0 + $1.members }
        try #require(members > 500)
        return result.costs.reduce(0) { $0 + $1.pkr } / members
      }
      return costs[0] - costs[1]
    }
    #expect(Self.standardErrorsAboveZero(savings) > 5, "\(savings)")
  }

  @Test("without the mechanism of resource persons a programme is one of staff alone")
  func switchedOff() throws {
    let model = try Self.usual(organisers: 8, resourcePersons: 3).model()
    let settled = model.settled(replication: 1)
    let switchedOff = try Self.usual(organisers: 8, resourcePersons: 3)
      .changing(Mechanism.resourcePersons.disable)
    let prints = try [switchedOff, Self.usual(organisers: 8, resourcePersons: 0)].map { scenario in
      let result = model.run(scenario, from: settled, replication: 1, observeEvery: 4)
      return (
        result.observations.map { $0.values.map(\.bitPattern) }, result.costs, result.institutions.map { "\($0)" }
      )
    }
    #expect(prints[0] == prints[1])
    #expect(prints[0].2.contains { $0.contains("local_support_organisation") })
  }

  @Test("federations go by the programme that is at work, not by one that comes later")
  func laterProgramme() throws {
    let model = try Scenario.small(years: 4).model()
    let early = try Programme.mobilisation(named: "Early") { plan in
      plan.villageCoverage = 0.3
      plan.unionCouncilCoverage = 0.3
      plan.seedGrant = 50_000
    }
    var late = try Programme.mobilisation(named: "Late", until: "2022-Q4") { plan in
      plan.organisers = 0
      plan.villageCoverage = 0
    }
    late.from = CalendarQuarter(year: 2022, quarter: 1)
    for programmes in [[late, early], [early, late]] {
      var scenario = model.baseline
      scenario.programmes = programmes
      let trial = InstitutionTrial(scenario, settled: model.settled(replication: 0))
      trial.advance(8)
      let number = programmes[0].name == "Early" ? 0 : 1
      #expect(trial.costs("seed grants", programme: number).reduce(0) { $0 + $1.units } > 0)
      #expect(trial.costs("seed grants", programme: 1 - number).isEmpty)
    }
  }

  @Test("staff leave the union councils that have community resource persons")
  func staffLeave() throws {
    let model = try Scenario.small().model()
    let scenario = model.baseline.with(
      try .mobilisation { plan in
        plan.villageCoverage = 0.2
        plan.unionCouncilCoverage = 0.2
        plan.resourcePersons = 2
        plan.seedGrant = 1_000_000
      })
    let trial = InstitutionTrial(scenario, settled: model.settled(replication: 0))
    let geography = trial.population.geography
    var (left, stayed) = (0, 0)
    for _ in 1...8 {
      let hasPersons = (0..<geography.unionCouncilCount).map { council in
        trial.communities.hasLocalSupportOrganisation[council] && trial.communities.hasResourcePersons[council]
      }
      trial.advance()
      for (neighbourhood, settlement) in trial.population.settlementOfNeighbourhood.enumerated() {
        // These community resource persons make no visits of their own.
        let isLeft = hasPersons[geography.unionCouncilOfSettlement[settlement]]
        #expect(trial.communities.isSupported[neighbourhood] == !isLeft)
        if isLeft { left += 1 } else { stayed += 1 }
      }
    }
    #expect(left > 50 && stayed > 50)
  }

  @Test("staff are paid for the part of the union councils that resource persons have not taken over")
  func payroll() throws {
    let model = try Scenario.small().model()
    let mobilisation = try Programme.mobilisation { plan in
      plan.visitsPerOrganiser = 0
      plan.travelCost = 0
      plan.resourcePersons = 2
    }
    let trial = InstitutionTrial(model.baseline.with(mobilisation), settled: model.settled(replication: 0))
    let councils = trial.population.geography.unionCouncilCount
    for taken in [0, 3, councils] {
      for council in 0..<councils {
        trial.communities.hasLocalSupportOrganisation[council] = council < taken
        trial.communities.hasResourcePersons[council] = council < taken
        trial.communities.quartersInsolvent[council] = 0
      }
      trial.advance()
    }
    let full = modelMoney(20 * 90_000)
    let partial = modelMoney(20 * 90_000 * Double(councils - 3) / Double(councils))
    #expect(trial.costs("staff").map(\.pkr) == [1000 * full, 1000 * partial])
  }

  /// A trial whose union councils all have community resource persons from the start, and no staff.
  private static func withoutStaff(_ change: (inout SocialMobilisation) -> Void) throws -> InstitutionTrial {
    let model = try Scenario.small().model()
    let mobilisation = try Programme.mobilisation { plan in
      plan.organisers = 0
      plan.resourcePersons = 2
      plan.visitsPerResourcePerson = 1000
      change(&plan)
    }
    let trial = InstitutionTrial(model.baseline.with(mobilisation), settled: model.settled(replication: 0))
    trial.appointResourcePersons()
    return trial
  }

  @Test("community resource persons are believed as far as they were well selected, trained and guided")
  func resourcePersonCredibility() throws {
    let persons = try Self.withoutStaff { plan in
      (plan.selection, plan.training, plan.procedures) = (0.9, 0.6, 0.3)
    }
    let model = try Scenario.small().model()
    let staff = InstitutionTrial(
      model.baseline.with(try .mobilisation { $0.credibility = 0.9 * 0.6 }), settled: model.settled(replication: 0))
    persons.advance()
    staff.advance()
    let standings = [persons, staff].map { trial in
      (0..<trial.population.households).map { trial.population.standing[$0].rawValue }
    }
    #expect(standings[0] == standings[1])
    #expect(standings[0].contains { $0 > 0 })
  }

  @Test("community resource persons make the visits that their time allows, each in their union council")
  func resourcePersonVisits() throws {
    let trial = try Self.withoutStaff { $0.visitsPerResourcePerson = 10 }
    var visits = 0.0
    for quarter in 1...8 {
      trial.appointResourcePersons()
      trial.advance()
      visits += trial.costs("resource persons").last?.units ?? 0
      // Two persons of seven union councils, eight visits each.
      let made = 7 * 2 * 8 * Double(quarter)
      #expect(visits <= made && visits > made - 7 * (3 + 1))
    }
  }
}
