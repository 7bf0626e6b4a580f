import Statistics
import Testing

@testable import Experiments
@testable import Households

@Suite("Decomposition of indices")
struct DecompositionTests {
  private static let levels = [
    GroupLevel(group: "all", level: "all"), GroupLevel(group: "sex_of_head", level: "male"),
    GroupLevel(group: "sex_of_head", level: "female"), GroupLevel(group: "minority", level: "no"),
    GroupLevel(group: "minority", level: "yes"),
  ]

  /// Measures by name and their values by level, summed up over replications.
  private func summary(_ replications: [[(name: String, values: [Double])]], weights: [Double] = [])
    -> DecompositionSummary
  {
    let measures = replications[0].map { Measure(name: $0.name, unit: "unit of \($0.name)", summary: "What.") }
    var parameters = Parameters()
    if !weights.isEmpty { parameters.deprivation.weights = weights }
    var accumulator = SummaryAccumulator(
      scenarioNames: ["A"], groupLevels: Self.levels, measures: measures, parameters: [parameters],
      detail: .groups)
    for (index, replication) in replications.enumerated() {
      let values = Self.levels.indices.flatMap { level in replication.map { $0.values[level] } }
      accumulator.add(.made([Observation(quarter: 0, values: values)]), of: .made(0, index + 1))
    }
    return accumulator.summary().decompositions
  }

  private func means(_ summary: DecompositionSummary, _ measure: String, _ partition: String) -> [String: Double] {
    var means: [String: Double] = [:]
    for (index, cell) in summary.cells.enumerated()
    where cell.measure.name == measure && cell.partition == partition {
      means["\(cell.part) \(cell.quantity.rawValue)"] = summary.estimate(scenario: 0, quarter: 0, cell: index).mean
    }
    return means
  }

  @Test("headcounts of two groups by hand: shares, indices, contributions and percentages")
  func groups() {
    let found = means(
      summary([
        [("persons", [100, 75, 25, 100, .nan]), ("headcount_ratio", [0.25, 0.2, 0.4, 0.25, .nan])]
      ]), "headcount_ratio", "sex_of_head")
    let expected = [
      "male share": 0.75, "male index": 0.2, "male contribution": 0.15, "male percent": 60, "female share": 0.25,
      "female index": 0.4, "female contribution": 0.1, "female percent": 40,
    ]
    #expect(found.count == expected.count)
    for (name, value) in expected { #expect(((found[name] ?? .nan) - value).magnitude < 1e-12, "\(name)") }
  }

  @Test("a group of nobody has no share and adds nothing; where nobody is poor there are no percentages")
  func emptyGroups() {
    let replication = [
      (name: "persons", values: [100, 75, 25, 100, Double.nan]), (name: "watts", values: [0, 0, 0, 0, .nan]),
    ]
    let found = means(summary([replication]), "watts", "minority")
    #expect(found["yes share"] == 0 && found["yes contribution"] == 0)
    #expect(found["yes index"]?.isNaN == true)
    #expect(found["no contribution"] == 0 && found["no percent"]?.isNaN == true)
  }

  @Test("Theil's T is divided by shares of welfare, L by shares of persons, the rest lies between groups")
  func inequality() {
    let found = summary([
      [
        ("persons", [100, 75, 25, 100, .nan]), ("welfare_ratio", [2, 2.4, 0.8, 2, .nan]),
        ("theil", [0.4, 0.2, 0.5, 0.4, .nan]), ("mean_log_deviation", [0.5, 0.2, 0.4, 0.5, .nan]),
      ]
    ])
    let theil = means(found, "theil", "sex_of_head")
    let expected = [
      "male share": 0.9, "female share": 0.1, "male contribution": 0.18, "female contribution": 0.05,
      "within_groups contribution": 0.23, "between_groups contribution": 0.17, "between_groups percent": 42.5,
    ]
    for (name, value) in expected { #expect(((theil[name] ?? .nan) - value).magnitude < 1e-12, "\(name)") }
    let deviation = means(found, "mean_log_deviation", "sex_of_head")
    #expect(((deviation["within_groups contribution"] ?? .nan) - 0.25).magnitude < 1e-12)
    #expect(((deviation["between_groups percent"] ?? .nan) - 50).magnitude < 1e-12)
    // A partition with one part has nothing between.
    #expect(means(found, "theil", "minority")["between_groups contribution"] == 0)
  }

  @Test("M0 is divided by indicators with their weights, and by the three dimensions alike")
  func indicators() {
    let name = "adjusted_deprivation_headcount_ratio"
    let dependency = "adjusted_dependency_headcount_ratio"
    func all(_ value: Double) -> [Double] { [Double](repeating: value, count: 5) }
    let found = summary(
      [
        [
          ("households", all(10)), (name, all(0.25)), ("deprivation_censored_poor", all(0.3)),
          ("deprivation_censored_hungry", all(0.1)), (dependency, all(0.2)), ("dependency_censored_economic", all(0.1)),
          ("dependency_censored_social", all(0.2)), ("dependency_censored_political", all(0.3)),
        ]
      ], weights: [0.75, 0.25])
    let byIndicator = means(found, name, "indicator")
    #expect(byIndicator["poor share"] == 0.75 && byIndicator["poor index"] == 0.3)
    #expect(((byIndicator["poor percent"] ?? .nan) - 90).magnitude < 1e-12)
    #expect(((byIndicator["hungry percent"] ?? .nan) - 10).magnitude < 1e-12)
    let byDimension = means(found, dependency, "dimension")
    #expect(((byDimension["political percent"] ?? .nan) - 50).magnitude < 1e-12)
    #expect(found.cells.filter { $0.partition == "indicator" }.allSatisfy { $0.measure.name == name })
  }

  @Test("means and intervals are over replications, each divided for itself")
  func replications() throws {
    let found = summary([
      [("persons", [100, 75, 25, 100, .nan]), ("headcount_ratio", [0.25, 0.2, 0.4, 0.25, .nan])],
      [("persons", [100, 50, 50, 100, .nan]), ("headcount_ratio", [0.5, 0.8, 0.2, 0.5, .nan])],
    ])
    let cell = try #require(
      found.cells.firstIndex { $0.partition == "sex_of_head" && $0.part == "male" && $0.quantity == .percent })
    let estimate = found.estimate(scenario: 0, quarter: 0, cell: cell)
    #expect(((estimate.mean) - 70).magnitude < 1e-12)
    #expect((estimate.standardError - 10).magnitude < 1e-12)
    #expect(estimate.replications == 2 && estimate.hasInterval)
  }

  @Test("nothing is divided where the measures for it are not there")
  func missingMeasures() {
    #expect(summary([[("headcount_ratio", [0.25, 0.2, 0.4, 0.25, .nan])]]).cells.isEmpty)
    #expect(!DecompositionSummary.isPossible(groupLevels: ToySimulator().groupLevels, measures: ToySimulator.measures))
  }

  @Test("in every replication of the model the parts of every index make up the whole")
  func modelAddsUp() throws {
    let model = try SmallWorld.model()
    var scenario = SmallWorld.scenario
    scenario.parameters.deprivation.weights[0] = 3
    scenario.parameters.deprivation.weights[DeprivationIndicator.notOrganised.rawValue] = 0.5
    let divisions = IndexDecomposition.all(
      groupLevels: model.groupLevels, measures: Model.measures,
      deprivationWeights: scenario.parameters.deprivation.normalisedWeights)
    // Eight indices by five partitions, and the two counting indices by dimension and indicator.
    #expect(divisions.count == 8 * 5 + 2)
    for replication in 1...3 {
      let result = model.run(
        scenario, from: model.settled(replication: replication), replication: replication, observeEvery: 2)
      for observation in result.observations {
        for division in divisions {
          let whole = observation.values[division.whole]
          let values = division.values(of: observation.values)
          func sum(_ quantity: DecompositionCell.Quantity, of parts: (String) -> Bool) -> Double {
            zip(division.cells, values).reduce(0) {
              $0 + ($1.0.quantity == quantity && parts($1.0.part) ? $1.1 : 0)
            }
          }
          let isAdditive = !division.cells.contains { $0.part == "within_groups" }
          func isTop(_ part: String) -> Bool { isAdditive || ["within_groups", "between_groups"].contains(part) }
          let place = "\(division.measure.name) by \(division.partition) at \(observation.quarter)"
          #expect(whole > 0, "\(place)")
          #expect((sum(.contribution, of: isTop) - whole).magnitude <= 1e-6 * whole, "\(place)")
          #expect((sum(.percent, of: isTop) - 100).magnitude <= 1e-4, "\(place)")
          #expect(
            (sum(.share) { !["within_groups", "between_groups"].contains($0) } - 1).magnitude < 1e-12, "\(place)")
          guard !isAdditive else { continue }
          // Directly, the part between groups is the index of their means.
          let parts = zip(division.cells, values).filter {
            $0.0.part == "between_groups" && $0.0.quantity == .contribution
          }
          #expect(try #require(parts.first).1 >= -1e-7, "\(place)")
        }
      }
    }
  }

  @Test("what lies between groups is the inequality of their means")
  func betweenGroups() throws {
    let model = try SmallWorld.model()
    let result = model.run(
      SmallWorld.scenario, from: model.settled(replication: 1), replication: 1, observeEvery: 4)
    let observation = try #require(result.observations.last)
    func values(_ measure: String, _ group: String) throws -> [Double] {
      let position = try #require(Model.measures.firstIndex { $0.name == measure })
      return model.groupLevels.indices.filter { model.groupLevels[$0].group == group }.map {
        observation.values[position + Model.measures.count * $0]
      }
    }
    for group in ["band", "sex_of_head", "settlement_type", "district"] {
      let sizes = zip(try values("persons", group), try values("welfare_ratio", group)).filter { !$0.0.isNaN }
      let total = sizes.reduce(0) { $0 + $1.0 }
      let mean = sizes.reduce(0) { $0 + $1.0 * $1.1 } / total
      let expected = sizes.reduce(0) { $0 + $1.0 * $1.1 / (total * mean) * Self.logarithm($1.1 / mean) }
      let division = try #require(
        IndexDecomposition.all(
          groupLevels: model.groupLevels, measures: Model.measures, deprivationWeights: []
        ).first { $0.measure.name == "theil" && $0.partition == group })
      let between = zip(division.cells, division.values(of: observation.values)).first {
        $0.0.part == "between_groups" && $0.0.quantity == .contribution
      }
      #expect(((between?.1 ?? .nan) - expected).magnitude < 1e-6, "\(group)")
    }
  }

  /// By its series in (x - 1) / (x + 1).
  private static func logarithm(_ x: Double) -> Double {
    let ratio = (x - 1) / (x + 1)
    var (sum, power) = (0.0, ratio)
    for odd in stride(from: 1.0, to: 4000, by: 2) {
      sum += 2 * power / odd
      power *= ratio * ratio
    }
    return sum
  }

  @Test("a percentage of 0 has the interval of its own part, which the shares of other parts do not set")
  func partByPart() throws {
    func replication(men: Double, majority: Double) -> [(name: String, values: [Double])] {
      [
        ("persons", [100, men, 100 - men, majority, 100 - majority]),
        ("headcount_ratio", [0.25, 0, 25 / (100 - men), 0.25, 0.25]),
      ]
    }
    // No man is poor. The share of men varies little, that of the majority ten times as much.
    let found = summary([
      replication(men: 75, majority: 50), replication(men: 76, majority: 60), replication(men: 74, majority: 40),
    ])
    let cell = try #require(
      found.cells.firstIndex { $0.partition == "sex_of_head" && $0.part == "male" && $0.quantity == .percent })
    let estimate = found.estimate(scenario: 0, quarter: 0, cell: cell)
    // The effective number is 0.75 0.25 / (0.01^2 / 3).
    let expected = 100 * ConfidenceInterval.exact(isOne: false, number: 5625, level: 0.95).upper
    #expect(estimate.mean == 0 && estimate.low == 0)
    #expect((estimate.high / expected - 1).magnitude < 1e-9)
  }
}
