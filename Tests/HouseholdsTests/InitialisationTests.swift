import ExactMath
import Simulation
import Testing

@testable import Households

@Suite struct InitialisationTests {
  /// Households as they are drawn, before the burn-in.
  private static func drawn(
    _ scenario: Scenario, survey: [SurveyHousehold] = SyntheticSurvey.rows
  ) throws -> Population {
    try scenario.changing { $0.initial.burnInQuarters = 0 }.model(survey: survey).settled(replication: 0)
  }

  private static func expectShare(_ count: Int, of total: Int, is share: Double, _ what: String = "") {
    let standardError = (share * (1 - share) / Double(total)).squareRoot()
    #expect((Double(count) / Double(total) - share).magnitude <= 5 * standardError, "\(what)")
  }

  @Test("places are populated by rows of their stratum, drawn by weight")
  func strata() throws {
    let survey = [
      SyntheticSurvey.plainRow(persons: 3, weight: 3), SyntheticSurvey.plainRow(persons: 5, weight: 1),
      SyntheticSurvey.plainRow(persons: 9, weight: 0), SyntheticSurvey.plainRow(of: SyntheticSurvey.urban, persons: 7),
      SyntheticSurvey.plainRow(of: Stratum(province: "Sindh", region: .rural), persons: 11),
    ]
    let population = try Self.drawn(.small(), survey: survey)
    var counts: [SettlementType: [Int: Int]] = [:]
    for settlement in 0..<population.geography.settlementCount {
      let place = population.geography.places[population.geography.place(ofSettlement: settlement)]
      for household in population.geography.members(ofSettlement: settlement) {
        counts[place.settlementType, default: [:]][Int(population.persons[household]), default: 0] += 1
      }
    }
    #expect(counts[.urban] == [7: 1000])
    #expect(counts[.rural].map { Set($0.keys) } == [3, 5])
    Self.expectShare(counts[.rural]?[3] ?? 0, of: 4000, is: 0.75)
  }

  @Test("a place without survey rows is refused with its name")
  func missingStratum() throws {
    let rural = SyntheticSurvey.rows.filter { $0.stratum == SyntheticSurvey.rural }
    #expect(throws: ModelError.self) { try Scenario.small().model(survey: rural) }
    do {
      _ = try Scenario.small().model(survey: rural)
    } catch let error as ModelError {
      #expect(error.description.contains("no urban households of Punjab"))
      #expect(error.description.contains("Kasur"))
    }
  }

  @Test("assets follow k = 0.18 need w^2.2 times a log-normal of mean 1", arguments: [10_000.0, 25_000, 60_000])
  func assets(consumption: Double) throws {
    let survey = [
      SyntheticSurvey.plainRow(consumptionPerMonth: consumption),
      SyntheticSurvey.plainRow(of: SyntheticSurvey.urban, consumptionPerMonth: consumption),
    ]
    let population = try Self.drawn(.small(scale: [.rural: 1.5, .urban: 1.5]), survey: survey)
    let need = 5 * 9.75084
    let welfare = 1.5 * consumption * 3 / 1000 / need
    let centre = naturalLogarithm(0.18 * need) + 2.2 * naturalLogarithm(welfare)
    let deviations = population.householdStates.map { naturalLogarithm($0.assets) - centre }
    let count = Double(deviations.count)
    let mean = deviations.reduce(0, +) / count
    let variance = deviations.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    #expect((mean + 0.125).magnitude < 5 * 0.5 / count.squareRoot())
    // The variance of a sample of normal numbers has the standard error s^2 sqrt(2 / (n - 1)).
    #expect((variance - 0.25).magnitude < 5 * 0.25 * (2 / (count - 1)).squareRoot())
    // Mean 1 and variance e^(0.25) - 1 of the log-normal factor.
    let factor = deviations.reduce(0) { $0 + exponential($1) } / count
    #expect((factor - 1).magnitude < 5 * ((exponential(0.25) - 1) / count).squareRoot())
  }

  @Test(
    "levels, skill and debt are drawn by welfare band", arguments: [(0, 0.6), (1, 0.9), (2, 1.2), (3, 2.0), (4, 4.0)])
  func levels(band: Int, welfare: Double) throws {
    let consumption = welfare * 5 * 9.75084 / 3 * 1000
    let survey = [
      SyntheticSurvey.plainRow(consumptionPerMonth: consumption),
      SyntheticSurvey.plainRow(of: SyntheticSurvey.urban, consumptionPerMonth: consumption),
    ]
    let households = try Self.drawn(.small(scale: [.rural: 1, .urban: 1]), survey: survey).householdStates
    let initial = InitialParameters()
    for level in 0..<4 {
      let index = level + 4 * band
      func count(_ at: (HouseholdState) -> Int) -> Int { households.filter { at($0) == level }.count }
      Self.expectShare(count(\.economic), of: 5000, is: initial.economic[index], "economic \(level)")
      Self.expectShare(count(\.social), of: 5000, is: initial.social[index], "social \(level)")
      Self.expectShare(count(\.political), of: 5000, is: initial.political[index], "political \(level)")
      Self.expectShare(count { Int($0.skill) }, of: 5000, is: initial.skill[index], "skill \(level)")
    }
    Self.expectShare(households.filter { $0.debt > 0 }.count, of: 5000, is: initial.debtor[band], "debtors")
    let limits = TradeParameters().creditLimit
    #expect(households.allSatisfy { $0.debt <= limits[$0.economic] * $0.need + 0x1p-20 })
  }

  @Test("minority status and interest-bearing debt have their shares")
  func traits() throws {
    let households = try Self.drawn(.small()).householdStates.map { Traits(rawValue: $0.traits) }
    Self.expectShare(households.filter { $0.contains(.minority) }.count, of: 5000, is: 0.04)
    Self.expectShare(households.filter { $0.contains(.bearsInterest) }.count, of: 5000, is: 0.24)
  }

  @Test("labour deviations start in their long run")
  func labourDeviations() throws {
    let deviations = try Self.drawn(.small()).householdStates.map { Double($0.labourDeviation) }
    let variance = 0.45 * 0.45 / (1 - 0.65 * 0.65)
    let mean = deviations.reduce(0, +) / 5000
    let sampleVariance = deviations.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 4999
    #expect(mean.magnitude < 5 * (variance / 5000).squareRoot())
    #expect((sampleVariance - variance).magnitude < 5 * variance * (2 / 4999.0).squareRoot())
  }

  @Test("without luck the first quarter reproduces surveyed consumption", arguments: Regime.allCases)
  func firstQuarter(regime: Regime) throws {
    let scenario = Scenario.small(regime: regime) { parameters in
      parameters.initial.burnInQuarters = 0
      parameters.earn.innovationDeviation = 0
      parameters.earn.transitoryDeviation = 0
      parameters.shocks.eventProbability = 0
      parameters.shocks.illnessProbability = 0
      parameters.shocks.elderlyIllnessProbability = 0
      parameters.shocks.assetLossProbability = 0
    }
    let trial = Trial(try scenario.model())
    // Before the first quarter consumption is what the survey and its scale say.
    let before = trial.population.householdStates
    let markUps = trial.population.settlementStates.map(\.markUp)
    trial.advance()
    var reproduced = 0
    for settlement in markUps.indices {
      for household in trial.population.geography.members(ofSettlement: settlement) {
        let surveyed = before[household]
        let price = 1 + TradeParameters().creditShare[surveyed.economic] * markUps[settlement]
        // Below the floor a household draws on its means; with little labour it lives on more than was surveyed.
        let labour =
          surveyed.labourPotential
          * EarnParameters().labourShare(
            skill: Int(surveyed.skill), economic: surveyed.economic)
        guard surveyed.consumption >= 0.5 * surveyed.need * price + 0x1p-18, labour > 0.0501 * surveyed.need
        else { continue }
        reproduced += 1
        // Income, interest, price, saving and what was surveyed are each rounded to the money grid.
        let difference = trial.population.consumption[household] - surveyed.consumption
        #expect(difference.magnitude <= 3 * 0x1p-20, "\(household)")
      }
    }
    #expect(reproduced > 3000)
  }

  @Test("surveyed consumption is scaled by settlement type")
  func scale() throws {
    let survey = [
      SyntheticSurvey.plainRow(consumptionPerMonth: 20_000),
      SyntheticSurvey.plainRow(of: SyntheticSurvey.urban, consumptionPerMonth: 20_000),
    ]
    let population = try Self.drawn(.small(scale: [.rural: 1.5, .urban: 2]), survey: survey)
    for settlement in 0..<population.geography.settlementCount {
      let place = population.geography.places[population.geography.place(ofSettlement: settlement)]
      for household in population.geography.members(ofSettlement: settlement) {
        #expect(population.consumption[household] == (place.settlementType == .rural ? 90 : 120))
      }
    }
  }

  @Test("the state of a household stays within 120 bytes")
  func memory() throws {
    #expect(try Self.drawn(.small(households: 500)).bytesPerHousehold <= 120)
  }
}
