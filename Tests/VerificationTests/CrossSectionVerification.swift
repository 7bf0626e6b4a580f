import Foundation
import Households
import Randomness
import Scenarios
import Surveys
import Testing

@testable import Experiments

/// The country without a programme against the survey from which it starts, at the start and five and ten years on.
@Suite("Cross-section of the country", .enabled(if: Verification.isWanted, Verification.reason))
struct CrossSectionVerification {
  private static let replications = 4
  private static let quarters = [0, 20, 40]
  private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL

  @Test(
    "inequality, deciles and levels stay what they are",
    .enabled(
      if: FileManager.default.fileExists(atPath: SurveyErrorVerification.survey),
      "needs the survey of 2015-16; UNTRAP_HIES says where it is"),
    arguments: Regime.allCases)
  func steady(regime: Regime) throws {
    let survey = try SurveyFile.read(path: SurveyErrorVerification.survey)
    let file = Self.package.appending(path: "scenarios/national-baseline.yaml").path
    var scenario = try ScenarioLoader.load(path: file).scenario
    scenario.regime = regime
    scenario.population.simulatedHouseholds = 20_000
    let model = try Model(baseline: scenario, survey: survey, options: ModelOptions(threads: 2))
    var waves: [Int: (welfare: [Double], weights: [Double])] = [:]
    var shares: [Int: [String: Double]] = [:]
    for replication in 0..<Self.replications {
      let error = MeasurementError(stream: RandomStream(seed: 7, replication: UInt32(replication)))
      let result = model.run(
        scenario, from: model.settled(replication: replication), replication: replication, observeEvery: 20,
        microdataAt: Set(Self.quarters),
        record: { record in
          let values = HouseholdValues(record)
          let household = waves[record.quarter]?.welfare.count ?? 0
          let factor = error.factors(household: household % 20_000, quarter: record.quarter).consumption
          waves[record.quarter, default: ([], [])].welfare.append(values.welfare * factor)
          waves[record.quarter, default: ([], [])].weights.append(values.weight * values.persons)
        })
      for observation in result.observations where Self.quarters.contains(observation.quarter) {
        for dimension in Dimension.allCases {
          for name in dimension.levelNames {
            let measure = "\(dimension.name)_\(name)"
            let position = try #require(Model.measures.firstIndex { $0.name == measure })
            shares[observation.quarter, default: [:]][measure, default: 0] +=
              observation.values[position] / Double(Self.replications)
          }
        }
      }
    }
    let target = SurveyDistribution(survey, of: scenario)
    for quarter in Self.quarters {
      let wave = try #require(waves[quarter])
      let gini = giniCoefficient(of: wave.welfare, weights: wave.weights)
      let deciles = weightedQuantiles(
        of: wave.welfare, weights: wave.weights, shares: SurveyDistribution.tenths)
      let ratios = zip(deciles, target.deciles).map { $0 / $1 }
      print(regime, quarter, gini, target.gini, ratios)
      #expect((gini - target.gini).magnitude < 0.012, "quarter \(quarter)")
      #expect(ratios.allSatisfy { ($0 - 1).magnitude < 0.06 }, "quarter \(quarter)")
    }
    let start = try #require(shares[0])
    for quarter in Self.quarters {
      for (level, share) in try #require(shares[quarter]) {
        let drift = share - (start[level] ?? .nan)
        #expect(drift.magnitude < 0.01, "\(level), quarter \(quarter): \(drift)")
      }
    }
  }
}
