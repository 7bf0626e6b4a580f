import Simulation
import Testing

@testable import Households

@Suite struct InstitutionRecordTests {
  private static func scenario(households: Int) throws -> (Model, Scenario) {
    let model = try Scenario.small(households: households).model()
    let mobilisation = try Programme.mobilisation(until: "2020-Q2") { plan in
      plan.organisers = 10
      plan.villageCoverage = 0.3
      plan.unionCouncilCoverage = 0.4
      plan.poorestCoverage = 0
      plan.minimumPoorShare = 0.3
      plan.seedGrant = 50_000
      plan.resourcePersons = 2
      plan.honorarium = 10_000
      plan.visitsPerResourcePerson = 60
      plan.trainingCost = 5_000
    }
    return (model, model.baseline.with(mobilisation).changing { $0.institutions.dormancyHazard = 0.3 })
  }

  private static func isClose(_ value: Double, _ expected: Double) -> Bool {
    value.isNaN && expected.isNaN || (value - expected).magnitude <= 1e-6 * max(1, expected.magnitude)
  }

  @Test("what is recorded agrees with a plain count of organisations and members", arguments: [5000, 3700])
  func plainCounts(households: Int) throws {
    let (model, scenario) = try Self.scenario(households: households)
    let trial = Trial(model, scenario)
    let (population, communities, geography) = (
      trial.population, trial.population.communities, trial.population.geography
    )
    let observer = InstitutionObserver(scenario, geography: geography)
    var seen: Set<String> = []
    for quarter in 1...8 {
      trial.advance()
      let entries = observer.observe(population, quarter: quarter)
      #expect(entries.allSatisfy { $0.count > 0 && $0.quarter == quarter })
      seen.formUnion(entries.map { "\($0.tier) \($0.status)" })
      func expect(_ entry: InstitutionEntry, count: Double, members: [Int]) {
        // All settlements of a union council and of a tehsil's union councils may differ in weight.
        func weighted(_ value: (Int) -> Double) -> Double {
          members.reduce(0) { $0 + Self.weight(of: $1, geography) * value($1) }
        }
        let total = weighted { _ in 1 }
        #expect(Self.isClose(entry.count, count))
        #expect(Self.isClose(entry.members, total))
        #expect(Self.isClose(entry.poorShare, weighted { population.score[$0] <= 23.5 ? 1 : 0 } / total))
        #expect(
          Self.isClose(
            entry.womenShare, weighted { population.standing[$0].contains(.womanMember) ? 1 : 0 } / total))
        #expect(Self.isClose(entry.savings, 1000 * weighted { population.savings[$0] }))
      }
      func neighbourhoods(_ council: Int, _ stage: OrganisationStage) -> [Int] {
        geography.settlements(ofUnionCouncil: council).flatMap { geography.neighbourhoods(ofSettlement: $0) }
          .filter { communities.stage[$0] == stage }
      }
      var rows = 0
      for council in 0..<geography.unionCouncilCount {
        let name = geography.unionCouncilNames[council]
        let weight = geography.weights[geography.placeOfUnionCouncil[council]]
        func entry(_ tier: String, _ statuses: [String]) -> InstitutionEntry? {
          entries.first { $0.place == name && $0.tier == tier && statuses.contains($0.status) }
        }
        for stage in [OrganisationStage.forming, .active, .dormant] {
          let found = neighbourhoods(council, stage)
          let entry = entry("community_organisation", ["\(stage)"])
          #expect((entry != nil) == !found.isEmpty)
          guard let entry else { continue }
          rows += 1
          expect(
            entry, count: weight * Double(found.count),
            members: found.flatMap { population.members(ofNeighbourhood: $0) })
          let maturity = found.reduce(0) { $0 + communities.maturity[$1] } / Double(found.count)
          #expect(Self.isClose(entry.maturity, maturity) && entry.treasury.isNaN)
        }
        let villages = geography.settlements(ofUnionCouncil: council).filter { communities.hasVillageOrganisation[$0] }
        if let entry = entry("village_organisation", ["active"]) {
          rows += 1
          let members = villages.flatMap { geography.neighbourhoods(ofSettlement: $0) }
            .filter { communities.stage[$0] == .active }.flatMap { population.members(ofNeighbourhood: $0) }
          expect(entry, count: weight * Double(villages.count), members: members)
        } else {
          #expect(villages.isEmpty)
        }
        if let entry = entry("local_support_organisation", ["active", "insolvent"]) {
          rows += 1
          let members = neighbourhoods(council, .active).flatMap { population.members(ofNeighbourhood: $0) }
          expect(entry, count: 1, members: members)
          #expect(entry.treasury == 1000 * communities.treasury[council])
          #expect((entry.status == "insolvent") == (communities.quartersInsolvent[council] >= 4))
        } else {
          #expect(!communities.hasLocalSupportOrganisation[council])
        }
      }
      for (tehsil, name) in geography.tehsilNames.enumerated() {
        let entry = entries.first { $0.place == name && $0.tier == "network" }
        #expect((entry != nil) == communities.hasNetwork[tehsil])
        guard let entry else { continue }
        rows += 1
        let members = (0..<geography.unionCouncilCount).filter {
          geography.tehsilOfUnionCouncil[$0] == tehsil && communities.hasLocalSupportOrganisation[$0]
        }.flatMap { neighbourhoods($0, .active) }.flatMap { population.members(ofNeighbourhood: $0) }
        expect(entry, count: 1, members: members)
      }
      #expect(rows == entries.count)
    }
    for expected in [
      "community_organisation forming", "community_organisation active", "community_organisation dormant",
      "village_organisation active", "local_support_organisation active", "network active",
    ] { #expect(seen.contains(expected), "\(expected)") }
  }

  private static func weight(of household: Int, _ geography: Geography) -> Double {
    let settlement = (geography.settlementStarts.firstIndex { $0 > household } ?? 1) - 1
    return geography.weights[geography.place(ofSettlement: settlement)]
  }

  @Test("the books of the programme and of the organisations add up to the recorded cost")
  func costs() throws {
    let (model, scenario) = try Self.scenario(households: 5000)
    let settled = model.settled(replication: 0)
    let trial = InstitutionTrial(scenario, settled: settled)
    let observer = InstitutionObserver(scenario, geography: settled.geography)
    let honoraria = modelMoney(20_000)
    for quarter in 1...8 {
      let villages = (0..<settled.geography.unionCouncilCount).map { council -> Int in
        guard trial.communities.hasLocalSupportOrganisation[council] else { return 0 }
        return settled.geography.settlements(ofUnionCouncil: council)
          .filter { trial.communities.hasVillageOrganisation[$0] }.count
      }
      let working = (0..<settled.geography.unionCouncilCount).filter {
        trial.communities.hasLocalSupportOrganisation[$0] && trial.communities.hasResourcePersons[$0]
          && trial.communities.quartersInsolvent[$0] < 4
      }
      trial.advance()
      func booked(_ work: String) -> Double {
        trial.costs(work).filter { $0.quarter == quarter }.reduce(0) { $0 + $1.pkr }
      }
      let entries = observer.observe(trial.population, quarter: quarter)
      func recorded(_ tier: String) -> Double { entries.filter { $0.tier == tier }.reduce(0) { $0 + $1.cost } }
      // Visits that found nobody are no organisation's cost.
      #expect(recorded("community_organisation") <= booked("staff") + 0.01)
      let paid = 1000 * honoraria * Double(working.count)
      if quarter <= 6 { #expect(Self.isClose(booked("resource persons"), paid)) }
      let federations = paid + booked("training") + 500 * Double(villages.reduce(0, +))
      // One that lapses in the quarter has no row.
      let lapsed = working.contains { !trial.communities.hasLocalSupportOrganisation[$0] }
      if !lapsed { #expect(Self.isClose(recorded("local_support_organisation"), federations)) }
    }
    let everywhere = trial.costs("staff").reduce(0) { $0 + $1.pkr }
    #expect(everywhere > 0)
  }

  @Test("institutions are recorded at the observed quarters, and only where communities are mobilised")
  func observedQuarters() throws {
    let (model, scenario) = try Self.scenario(households: 2000)
    let settled = model.settled(replication: 0)
    let result = model.run(scenario, from: settled, replication: 0, observeEvery: 4)
    #expect(Set(result.institutions.map(\.quarter)) == [4, 8])
    let keys = result.institutions.map { entry in
      let tiers = ["community_organisation", "village_organisation", "local_support_organisation", "network"]
      return (entry.quarter, tiers.firstIndex(of: entry.tier) ?? 99)
    }
    #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 <= $1 })
    for observation in result.observations {
      let report = Report(model, observation)
      let organised = result.institutions.filter {
        $0.quarter == observation.quarter && $0.tier == "community_organisation" && $0.status == "active"
      }
      let members = organised.reduce(0) { $0 + $1.members }
      #expect(Self.isClose(try report.value("organised"), members / (try report.value("households"))))
      #expect(try report.value("organised") <= 1)
    }
    #expect(model.run(model.baseline, from: settled, replication: 0, observeEvery: 4).institutions.isEmpty)
  }
}
