import Foundation
import Simulation
import Testing

@testable import Households

/// Poverty, inequality and deprivation by group, against plain sums over households.
@Suite("Measures of distribution and deprivation")
struct DistributionMeasuresTests {
  /// A year with programmes, weighted, in which some households are left with nothing.
  private static func year(_ change: (inout Parameters) -> Void = { _ in }) throws -> (Report, Trial, Observer) {
    var scenario = Scenario.small(households: 3700, years: 1) { parameters in
      parameters.initial.minorityShare = 0.1
      change(&parameters)
    }
    scenario.programmes = try LedgerTests.everything()
    let model = try scenario.model()
    let trial = Trial(model)
    let observer = Observer(
      trial.population, groups: model.groups, trade: scenario.parameters.trade,
      dependencyCutoff: scenario.parameters.score.dependencyCutoff, deprivation: scenario.parameters.deprivation,
      registers: trial.partners.registers, workers: model.team.count)
    trial.advance(4)
    for household in [3, 700] { trial.population.welfare[household] = 0 }
    trial.population.welfare[1500] = 0.005
    for household in stride(from: 0, to: 3700, by: 13) { trial.population.hunger[household] = 0.25 }
    // A third of the neighbourhoods have active organisations, of which every other household is a member.
    for neighbourhood in stride(from: 0, to: trial.population.geography.neighbourhoodCount, by: 3) {
      trial.population.communities.stage[neighbourhood] = .active
    }
    for household in stride(from: 0, to: 3700, by: 2) { trial.population.standing[household].insert(.member) }
    let blocks = Block.partition(
      groupStarts: trial.population.geography.settlementStarts, size: model.blockSize)
    let observation = observer.observe(trial.population, blocks, quarter: 4, team: model.team)
    return (Report(model, observation), trial, observer)
  }

  private static func members(of level: Int, _ model: GroupLayout, _ observer: Observer, _ households: Int) -> [Int] {
    (0..<households).filter { model.levelsOfCell[Int(observer.cellOfHousehold[$0])].contains(level) }
  }

  private static func isClose(_ value: Double, _ expected: Double) -> Bool {
    (value - expected).magnitude <= 1e-6 * max(expected.magnitude, 0.1)
  }

  @Test("indices of poverty and inequality of all groups agree with their definitions")
  func distribution() throws {
    let (report, trial, observer) = try Self.year()
    let population = trial.population
    let geography = population.geography
    for (index, level) in observer.cells.groups.levels.enumerated() {
      let members = Self.members(of: index, observer.cells.groups, observer, population.households)
      let welfare = members.map { Double(population.welfare[$0]) }
      let persons = members.map { household in
        let settlement = geography.settlement(ofHousehold: household)
        return Double(population.persons[household]) * geography.weights[geography.place(ofSettlement: settlement)]
      }
      let total = persons.reduce(0, +)
      func mean(_ value: (Double) -> Double) -> Double {
        zip(welfare, persons).reduce(0) { $0 + value($1.0) * $1.1 } / total
      }
      func expect(_ measure: String, _ expected: Double) throws {
        let value = try report.value(measure, level.group, level.level)
        #expect(
          members.isEmpty ? value.isNaN : Self.isClose(value, expected),
          "\(measure) of \(level): \(value) is not \(expected)")
      }
      let (whole, floored) = (mean { $0 }, mean { max($0, 0.01) })
      try expect("watts", mean { max(0, -log(max($0, 0.01))) })
      try expect("theil", mean { $0 == 0 ? 0 : $0 / whole * log($0 / whole) })
      try expect("mean_log_deviation", mean { -log(max($0, 0.01) / floored) })
      try expect("atkinson", 1 - pow(mean { ($0 / whole).squareRoot() }, 2))
      guard ["all", "district"].contains(level.group) else { continue }
      var expectedGap = 0.0
      for (first, firstPersons) in zip(welfare, persons) {
        for (second, secondPersons) in zip(welfare, persons) where min(first, second) < 1 {
          expectedGap += firstPersons * secondPersons * (1 - min(first, second))
        }
      }
      try expect("sen_shorrocks_thon", expectedGap / (total * total))
    }
  }

  /// The indicators in which a household is deprived, written out.
  private static func deprivations(_ trial: Trial, _ household: Int) -> [String] {
    let population = trial.population
    let geography = population.geography
    let settlement = geography.settlement(ofHousehold: household)
    let neighbourhood = geography.neighbourhood(ofHousehold: household, settlement: settlement)
    let isMember =
      population.standing[household].contains(.member) && population.communities.stage[neighbourhood] == .active
    let (need, thresholds) = (population.need[household], trial.scenario.parameters.deprivation)
    let (dependants, workers) = (Int(population.dependants[household]), Int(population.workers[household]))
    let state = population.state[household]
    let conditions: [(String, Bool)] = [
      ("poor", population.welfare[household] < 1), ("hungry", population.hunger[household] > 0),
      ("few_assets", population.assets[household] / need < thresholds.assets),
      ("indebted", population.debt[household] / need > thresholds.debt),
      ("many_dependants", Double(dependants) > thresholds.dependants * Double(workers)),
      ("illiterate_head", !population.traits[household].contains(.headLiterate)),
      ("unskilled", population.skill[household] < 1), ("tied", [0, 1].contains(state.economic)),
      ("without_peers", [0, 1].contains(state.social)), ("voiceless", state.political == 0),
      ("not_organised", !isMember),
    ]
    return conditions.filter(\.1).map(\.0)
  }

  @Test(
    "deprivation by all groups agrees with counts of households",
    arguments: [
      (weights: [:], cutoff: 1.0 / 3), (weights: ["poor": 3, "hungry": 0, "not_organised": 2.5], cutoff: 0.4),
      (weights: ["poor": 3, "voiceless": 0], cutoff: 0.05),
    ] as [(weights: [String: Double], cutoff: Double)])
  func deprivation(weights: [String: Double], cutoff: Double) throws {
    let (report, trial, observer) = try Self.year { parameters in
      parameters.deprivation.cutoff = cutoff
      for indicator in DeprivationIndicator.allCases {
        if let weight = weights[indicator.name] { parameters.deprivation.weights[indicator.rawValue] = weight }
      }
    }
    let names = DeprivationIndicator.allCases.map(\.name)
    func weight(_ name: String) -> Double { weights[name] ?? (name == "not_organised" ? 0 : 1) }
    let sum = names.map(weight).reduce(0, +)
    let geography = trial.population.geography
    for (index, level) in observer.cells.groups.levels.enumerated() {
      let members = Self.members(of: index, observer.cells.groups, observer, trial.population.households)
      guard !members.isEmpty else { continue }
      var (households, deprived, score) = (0.0, 0.0, 0.0)
      var censored = [Double](repeating: 0, count: names.count)
      for household in members {
        let real = geography.weights[
          geography.place(ofSettlement: geography.settlement(ofHousehold: household))]
        households += real
        let wants = Self.deprivations(trial, household)
        let share = wants.map(weight).reduce(0, +) / sum
        guard share > cutoff - 1e-9 else { continue }
        deprived += real
        score += real * share
        for (position, name) in names.enumerated() where wants.contains(name) { censored[position] += real }
      }
      func expect(_ measure: String, _ expected: Double) throws {
        let value = try report.value(measure, level.group, level.level)
        #expect(
          expected.isNaN ? value.isNaN : Self.isClose(value, expected), "\(measure) of \(level): \(value), \(expected)")
      }
      try expect("deprivation_headcount_ratio", deprived / households)
      try expect("deprivation_intensity", score / deprived)
      try expect("adjusted_deprivation_headcount_ratio", score / households)
      for (name, count) in zip(names, censored) { try expect("deprivation_censored_\(name)", count / households) }
    }
    // Every indicator occurs among the deprived.
    for name in names { #expect(try report.value("deprivation_censored_\(name)") > 0, "\(name)") }
  }

  @Test("one indicator alone makes its headcount, with intensity 1; none makes none")
  func oneIndicator() throws {
    func report(_ weights: [Double]) throws -> Report { try Self.year { $0.deprivation.weights = weights }.0 }
    for indicator in [DeprivationIndicator.unskilled, .withoutPeers] {
      let report = try report(DeprivationIndicator.allCases.map { $0 == indicator ? 7 : 0 })
      let headcount = try report.value("deprivation_headcount_ratio")
      #expect(headcount > 0.05 && headcount < 1)
      #expect(try report.value("deprivation_intensity") == 1)
      #expect(try report.value("adjusted_deprivation_headcount_ratio") == headcount)
      #expect(try report.value("deprivation_censored_\(indicator.name)") == headcount)
    }
    let none = try report(DeprivationIndicator.allCases.map { _ in 0 })
    #expect(try none.value("deprivation_headcount_ratio") == 0)
    #expect(try none.value("deprivation_intensity").isNaN)
  }

  @Test("the three censored headcounts of dependency make up M0, at any cut-off", arguments: [0.2, 0.5, 1])
  func dependency(cutoff: Double) throws {
    let (report, trial, observer) = try Self.year { $0.score.dependencyCutoff = cutoff }
    for level in observer.cells.groups.levels {
      let parts = try ["economic", "social", "political"].map {
        try report.value("dependency_censored_\($0)", level.group, level.level)
      }
      let adjusted = try report.value("adjusted_dependency_headcount_ratio", level.group, level.level)
      guard !adjusted.isNaN else { continue }
      #expect(Self.isClose(parts.reduce(0, +) / 3, adjusted), "\(level)")
      let headcount = try report.value("dependency_headcount_ratio", level.group, level.level)
      #expect(parts.allSatisfy { $0 <= headcount })
    }
    let geography = trial.population.geography
    var (real, all) = (0.0, 0.0)
    for household in 0..<trial.population.households {
      let weight = geography.weights[geography.place(ofSettlement: geography.settlement(ofHousehold: household))]
      let state = trial.population.state[household]
      let wants = [state.economic < 3, state.social < 2, state.political < 2]
      all += weight
      if wants[2], Double(wants.filter { $0 }.count) / 3 >= cutoff { real += weight }
    }
    #expect(Self.isClose(try report.value("dependency_censored_political"), real / all))
  }

  @Test("welfare of 0 gives no infinities, not even in a group of one household")
  func nothing() throws {
    let model = try Scenario.small(places: [.kasurVillages], households: 1).model()
    let population = model.settled(replication: 0)
    population.welfare[0] = 0
    let observer = Observer(
      population, groups: model.groups, trade: TradeParameters(), dependencyCutoff: 0.5, workers: 1)
    let blocks = Block.partition(groupStarts: population.geography.settlementStarts, size: 1)
    let observation = observer.observe(population, blocks, quarter: 0, team: WorkerTeam(count: 1))
    #expect(observation.values.allSatisfy { !$0.isInfinite })
    let report = Report(model, observation)
    #expect(Self.isClose(try report.value("watts"), log(100)))
    #expect(try report.value("sen_shorrocks_thon") == 1)
    #expect(try report.value("mean_log_deviation") >= 0)
    #expect(try report.value("theil").isNaN && report.value("atkinson").isNaN)
    population.welfare[0] = 0.7
    let alone = Report(model, observer.observe(population, blocks, quarter: 1, team: WorkerTeam(count: 1)))
    for measure in ["theil", "mean_log_deviation", "atkinson"] {
      let value = try alone.value(measure)
      #expect(value >= 0 && value < 1e-6, "\(measure)")
    }
  }
}
