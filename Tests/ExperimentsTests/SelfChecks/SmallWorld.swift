@testable import Experiments
@testable import Households

/// A village and a town of a few hundred households, with a programme.
enum SmallWorld {
  static let scenario: Scenario = {
    let places = [SettlementType.rural, .urban].map { type in
      Place(
        district: "Kasur", tehsil: "Kasur", settlementType: type, households: 400, unionCouncils: 1,
        stratum: Stratum(province: "Punjab", region: type))
    }
    var scenario = Scenario(
      name: "Small", start: CalendarQuarter(year: 2016, quarter: 1), years: 1, replications: 2, seed: 5,
      regime: .threshold,
      population: PopulationSpecification(
        simulatedHouseholds: 800, places: places, officialHeadcount: [:],
        consumptionScale: [.rural: 1.7, .urban: 1.5]))
    scenario.parameters.initial.settlementSize = [100, 100]
    scenario.programmes = [
      Programme(
        name: "Grants", partner: "Fund", from: scenario.start, until: scenario.start, priceYear: 2016,
        targeting: Targeting(lotteryShare: 0.5),
        package: [Intervention(name: "asset_grant", kind: .assetGrant(amount: 30_000), deliveryCost: 500)])
    ]
    return scenario
  }()

  static let survey: [SurveyHousehold] = SettlementType.allCases.flatMap { type in
    (0..<20).map { row($0, of: type) }
  }

  private static func row(_ number: Int, of type: SettlementType) -> SurveyHousehold {
    let consumption = 8000.0 + 900.0 * Double(number)
    return SurveyHousehold(
      stratum: Stratum(province: "Punjab", region: type), persons: 3 + number % 6, adultEquivalents: 4, workers: 1,
      children: number % 4, elderly: number % 2, femaleHead: number % 7 == 0, headLiterate: number % 2 == 0,
      schoolAge: 1, inSchool: number % 2, rooms: 2, toilet: .pit, livestock: type == .rural, landAcres: 1,
      consumptionPerMonth: consumption, weight: 1)
  }

  static func model(threads: Int = 1) throws -> Model {
    try Model(baseline: scenario, survey: survey, options: ModelOptions(threads: threads, blockSize: 100))
  }
}

/// The model with its results spoilt, to see whether a check finds out.
struct SpoiltModel: Simulator {
  /// What is done to a result or a record of a scenario; `call` counts the runs.
  var spoilResult: @Sendable (inout RunResult, Scenario, _ call: Int) -> Void = { _, _, _ in }
  var spoilRecord: @Sendable (inout HouseholdRecord, Scenario) -> Void = { _, _ in }
  private let model: Model
  private let calls = CallCount()

  private final class CallCount: @unchecked Sendable { var value = 0 }

  init(_ model: Model) { self.model = model }

  static var measures: [Measure] { Model.measures }
  var groupLevels: [GroupLevel] { model.groupLevels }
  var simultaneousRuns: Int { 1 }
  func onOneThread() -> SpoiltModel { self }
  func settled(replication: Int) -> Population { model.settled(replication: replication) }

  func run(
    _ scenario: Scenario, from settled: Population, replication: Int, observeEvery: Int, microdataAt: Set<Int>,
    progress: (_ quarter: Int) -> Void, record: (HouseholdRecord) -> Void
  ) -> RunResult {
    calls.value += 1
    var result = model.run(
      scenario, from: settled, replication: replication, observeEvery: observeEvery, microdataAt: microdataAt,
      progress: progress,
      record: { household in
        var household = household
        spoilRecord(&household, scenario)
        record(household)
      })
    spoilResult(&result, scenario, calls.value)
    return result
  }
}

extension Observation {
  /// The observation with one value changed.
  func with(_ value: Double, at index: Int) -> Observation {
    var values = values
    values[index] = value
    var changed = Observation(quarter: quarter, values: values)
    changed.programmeValues = programmeValues
    return changed
  }
}
