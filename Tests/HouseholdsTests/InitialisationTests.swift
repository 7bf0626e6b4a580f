import ExactMath
import Randomness
import Simulation
import Testing

@testable import Households

@Suite struct InitialisationTests {
  /// Households as they are drawn, before the burn-in.
  private static func drawn(
    _ scenario: Scenario, survey: [SurveyHousehold] = SyntheticSurvey.rows, replication: Int = 0
  ) throws -> Population {
    try scenario.changing { $0.initial.burnInQuarters = 0 }.model(survey: survey).settled(replication: replication)
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

  @Test("assets follow k = a need w^1.1 times a log-normal of mean 1", arguments: [10_000.0, 25_000, 60_000])
  func assets(consumption: Double) throws {
    let survey = [
      SyntheticSurvey.plainRow(consumptionPerMonth: consumption),
      SyntheticSurvey.plainRow(of: SyntheticSurvey.urban, consumptionPerMonth: consumption),
    ]
    let population = try Self.drawn(.small(scale: [.rural: 1.5, .urban: 1.5]), survey: survey)
    let need = 5 * 9.75084
    let welfare = 1.5 * consumption * 3 / 1000 / need
    let centre = naturalLogarithm(InitialParameters().assetShare * need) + 1.1 * naturalLogarithm(welfare)
    let deviations = population.householdStates.map { naturalLogarithm($0.assets) - centre }
    let count = Double(deviations.count)
    let mean = deviations.reduce(0, +) / count
    let variance = deviations.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    #expect((mean + 0.845).magnitude < 5 * 1.3 / count.squareRoot())
    // The variance of a sample of normal numbers has the standard error s^2 sqrt(2 / (n - 1)).
    #expect((variance - 1.69).magnitude < 5 * 1.69 * (2 / (count - 1)).squareRoot())
    // Mean 1 and variance e^(1.69) - 1 of the log-normal factor.
    let factor = deviations.reduce(0) { $0 + exponential($1) } / count
    #expect((factor - 1).magnitude < 5 * ((exponential(1.69) - 1) / count).squareRoot())
  }

  @Test(
    "levels are drawn by rank, skill and debt by welfare band",
    arguments: [(0, 0.6), (1, 0.9), (2, 1.2), (3, 2.0), (4, 4.0)])
  func levels(band: Int, welfare: Double) throws {
    let consumption = welfare * 5 * 9.75084 / 3 * 1000
    let survey = [
      SyntheticSurvey.plainRow(consumptionPerMonth: consumption),
      SyntheticSurvey.plainRow(of: SyntheticSurvey.urban, consumptionPerMonth: consumption),
    ]
    let households = try Self.drawn(.small(scale: [.rural: 1, .urban: 1]), survey: survey).householdStates
    let initial = InitialParameters()
    /// Share of households of this welfare at a level or below, `Phi((Phi^-1(sum of shares) - rho z) / sqrt(1 - rho^2))`.
    func share(_ dimension: Int, upTo level: Int) -> Double {
      guard level >= 0 else { return 0 }
      let sum = initial.levelShares[4 * dimension...4 * dimension + level].reduce(0, +)
      guard sum < 1 - 1e-9 else { return 1 }
      let rho = initial.levelCorrelation[dimension]
      let score = (naturalLogarithm(welfare) - initial.welfareMean) / initial.welfareDeviation
      return normalCumulative((normalQuantile(sum) - rho * score) / (1 - rho * rho).squareRoot())
    }
    for level in 0..<4 {
      func count(_ at: (HouseholdState) -> Int) -> Int { households.filter { at($0) == level }.count }
      for (dimension, place) in [\HouseholdState.economic, \.social, \.political].enumerated() {
        let expected = share(dimension, upTo: level) - share(dimension, upTo: level - 1)
        Self.expectShare(count { $0[keyPath: place] }, of: 5000, is: expected, "dimension \(dimension), level \(level)")
        let ranks = LevelRanks(initial, Dimension.allCases[dimension])
        let told = ranks.shares(ofLogarithm: naturalLogarithm(welfare))[level]
        #expect((told - expected).magnitude < 1e-9, "dimension \(dimension), level \(level)")
      }
      Self.expectShare(count { Int($0.skill) }, of: 5000, is: initial.skill[level + 4 * band], "skill \(level)")
    }
    Self.expectShare(households.filter { $0.debt > 0 }.count, of: 5000, is: initial.debtor[band], "debtors")
    let limits = TradeParameters().creditLimit
    #expect(households.allSatisfy { $0.debt <= limits[$0.economic] * $0.need + 0x1p-20 })
  }

  @Test("who is high in one dimension for other reasons than welfare is so in the others")
  func common() throws {
    var rho: [Double] = []
    for common in [0, 0.5] {
      let scenario = Scenario.small {
        $0.initial.levelCorrelation = [0, 0, 0]
        $0.initial.commonCorrelation = common
        // Halves above and below, so that the correlation of halves is 2 asin(c) / pi.
        $0.initial.levelShares = [0.5, 0.5, 0, 0, 0.5, 0.5, 0, 0, 0.5, 0.5, 0, 0]
      }
      let households = try Self.drawn(scenario).householdStates
      for (one, other) in [(\HouseholdState.economic, \HouseholdState.social), (\.economic, \.political)] {
        let alike = households.filter { $0[keyPath: one] == $0[keyPath: other] }.count
        rho.append(2 * Double(alike) / Double(households.count) - 1)
      }
    }
    for (found, expected) in zip(rho, [0, 0, 1.0 / 3, 1.0 / 3]) { #expect((found - expected).magnitude < 0.05) }
  }

  @Test("minority status and interest-bearing debt have their shares")
  func traits() throws {
    let households = try Self.drawn(.small()).householdStates.map { Traits(rawValue: $0.traits) }
    Self.expectShare(households.filter { $0.contains(.minority) }.count, of: 5000, is: 0.04)
    Self.expectShare(households.filter { $0.contains(.bearsInterest) }.count, of: 5000, is: 0.24)
  }

  @Test("labour deviations start in their long run")
  func labourDeviations() throws {
    // Where no luck reaches consumption the survey tells nothing of it.
    let scenario = Scenario.small { $0.initial.luckPassedOn = 0 }
    let deviations = try Self.drawn(scenario).householdStates.map { Double($0.labourDeviation) }
    let variance = 0.2 * 0.2
    let mean = deviations.reduce(0, +) / 5000
    let sampleVariance = deviations.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 4999
    #expect(mean.magnitude < 5 * (variance / 5000).squareRoot())
    #expect((sampleVariance - variance).magnitude < 5 * variance * (2 / 4999.0).squareRoot())
  }

  @Test("without luck the first quarter reproduces surveyed consumption", arguments: Regime.allCases)
  func firstQuarter(regime: Regime) throws {
    let scenario = Scenario.small(regime: regime) { parameters in
      parameters.initial.burnInQuarters = 0
      parameters.initial.surveyError = 0
      // What the level of chance takes from labour income is luck as well.
      parameters.earn.wageWedge = [0, 0, 0, 0]
      parameters.earn.persistentDeviation = 0
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
        let (earn, trade) = (scenario.parameters.earn, scenario.parameters.trade)
        let price = 1 + trade.creditShare[surveyed.economic] * markUps[settlement]
        // Below the floor a household draws on its means; with little labour it lives on more than was surveyed.
        let labour =
          surveyed.labourPotential * earn.labourShare(skill: Int(surveyed.skill), economic: surveyed.economic)
        let floor = trade.consumptionFloor * surveyed.need * price
        guard surveyed.consumption >= floor + 0x1p-18, labour > 0.0501 * surveyed.need else { continue }
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
        let expected = (place.settlementType == .rural ? 90.0 : 120.0) / (5 * 9.75084)
        #expect((Double(population.welfare[household]) - expected).magnitude < 1e-6)
      }
    }
  }

  @Test("the burn-in ends with the survey's consumption, error, shocks and wedges beside", arguments: Regime.allCases)
  func surveyedQuarter(regime: Regime) throws {
    let scenario = Scenario.small(regime: regime) { parameters in
      parameters.initial.surveyError = 0
      parameters.earn.wageWedge = [0, 0, 0, 0]
      parameters.shocks.eventProbability = 0
      parameters.shocks.illnessProbability = 0
      parameters.shocks.elderlyIllnessProbability = 0
    }
    let model = try scenario.model()
    let (settled, drawn) = (model.settled(replication: 1), try Self.drawn(scenario, replication: 1))
    let quiet = try Self.drawn(scenario.changing { $0.initial.luckPassedOn = 0 }, replication: 1)
    // The luck of the last quarter, which is drawn before the burn-in.
    let opening = Opening(households: settled.households)
    _ = Population(
      scenario, geography: settled.geography, strata: model.strata, scale: model.consumptionScale,
      stream: RandomStream(seed: scenario.seed, replication: 1), team: model.team, opening: opening)
    let earn = scenario.parameters.earn
    var reproduced = 0
    for household in 0..<settled.households {
      // Without error, and where no luck passes, what lasts is what was surveyed.
      let surveyed = Double(quiet.welfare[household])
      let luck = Double(opening.deviation[household]) + Double(opening.transitory[household]) - earn.luckVariance / 2
      let labour =
        settled.labourPotential[household] * earn.labourShare(skill: Int(settled.skill[household]), economic: 3)
        * exponential(luck)
      // Below the floor a household draws on its means; with little labour it lives on more than was surveyed.
      guard surveyed > 0.5, labour > 0.0501 * settled.need[household] else { continue }
      reproduced += 1
      #expect((Double(settled.welfare[household]) - surveyed).magnitude < 1e-4 * surveyed, "\(household)")
    }
    #expect(reproduced > 4000 && drawn.householdStates != quiet.householdStates)
  }

  @Test("the labour potential does not tell at which level a household is by chance, only which it may expect")
  func expectedWedge() throws {
    let population = try Self.drawn(.small(households: 500))
    let solver = PotentialSolver(Parameters(), regime: .threshold)
    /// The potential with which a household without debts consumes half as much again as it needs, at market prices.
    func potential(_ household: Int, economic: Int, lasting: Double) -> Double {
      population.debt[household] = 0
      population.markUp[0] = 0
      population.state[household] = DependencyState(economic: economic, social: 1, political: 1)
      solver.solve(population, household, settlement: 0, welfare: 1.5, lasting: lasting, luck: 1)
      return population.labourPotential[household]
    }
    for household in population.geography.members(ofSettlement: 0) {
      let potentials = (0..<4).map { potential(household, economic: $0, lasting: 1.2) }
      #expect(potentials.allSatisfy { $0 == potentials[0] })
      // The poorer expect more of a wedge, so that they need more to earn the same.
      let poorer = potential(household, economic: 3, lasting: 0.6)
      #expect(poorer > potentials[0])
    }
  }

  @Test("the state of a household stays within 120 bytes")
  func memory() throws {
    #expect(try Self.drawn(.small(households: 500)).bytesPerHousehold <= 120)
  }
}
