import Designs
import Households
import Testing

@testable import Experiments

@Suite("Analysis of sweeps")
struct SweepAnalysisTests {
  /// Chance that adds the same at all points: it moves values, but no index.
  private static let luck = [3.0, -1, 4]

  /// The outcomes of the Ishigami function as scenario A, and twice as much as scenario B.
  private static func outcomes(_ method: Design.Method) throws -> (Design, PointSet, SweepOutcomes) {
    let design = Design.ishigami(method)
    let points = PointSet(design, seed: 5)
    let sink = RecordingSweepSink()
    let plan = SweepPlan.made(points: points.count, replications: luck.count)
    try plan.sweep(threads: 2, into: sink.take) { point, _ in
      let value = Ishigami.value(points, point)
      return SweepPoint(
        engine: FunctionSimulator { scenario, replication in
          (scenario == "A" ? value + luck[replication - 1] : 3 * value + luck[replication - 1], 0, 0)
        }, scenarios: [.made("A"), .made("B")])
    }
    var outcomes = SweepOutcomes(plan: plan)
    for outcome in sink.outcomes { outcomes.add(outcome) }
    return (design, points, outcomes)
  }

  private static let value = SweepQuantity(scenario: 0, measure: 2, isDifference: false)
  private static let difference = SweepQuantity(scenario: 1, measure: 2, isDifference: true)

  @Test("Sobol' indices of the Ishigami function hold the closed form in their intervals")
  func indices() throws {
    let (design, points, outcomes) = try Self.outcomes(.sobolIndices(points: 256))
    for quantity in [Self.value, Self.difference] {
      let analysis = SensitivityAnalysis(of: quantity, in: outcomes, design: design, points: points, seed: 5)
      guard case .indices(let indices) = analysis else {
        Issue.record("there are no indices")
        return
      }
      for variable in 0..<3 {
        let (first, total) = (indices.firstOrder[variable], indices.total[variable])
        #expect(first.lower <= Ishigami.firstOrder[variable] && Ishigami.firstOrder[variable] <= first.upper)
        #expect(total.lower <= Ishigami.total[variable] && Ishigami.total[variable] <= total.upper)
        #expect(abs(total.value - Ishigami.total[variable]) < 0.1)
      }
    }
  }

  @Test("a quantity that no variable moves has no indices")
  func constant() throws {
    let (design, points, outcomes) = try Self.outcomes(.sobolIndices(points: 8))
    let cost = SweepQuantity(scenario: 0, measure: 1, isDifference: false)
    let analysis = SensitivityAnalysis(of: cost, in: outcomes, design: design, points: points, seed: 5)
    guard case .indices(let indices) = analysis else {
      Issue.record("there are no indices")
      return
    }
    #expect(indices.total.allSatisfy { $0.value.isNaN })
  }

  @Test("the spread of the Ishigami function is that of the parameters, the luck that of chance")
  func uncertainty() throws {
    let (design, points, outcomes) = try Self.outcomes(.sobolIndices(points: 256))
    let uncertainty = SweepUncertainty(
      of: Self.value, in: outcomes, design: design, blockLength: points.blockLength)
    // Only the two matrices are draws from the distributions.
    #expect(uncertainty.points == 512)
    #expect(abs(uncertainty.parameterDeviation / Ishigami.variance.squareRoot() - 1) < 0.05)
    #expect(abs(uncertainty.mean - (Ishigami.a / 2 + 2)) < 0.1)
    // The variance of 3, -1 and 4 is 7.
    #expect(abs(uncertainty.chanceDeviation - 7.0.squareRoot()) < 1e-9)
    #expect(uncertainty.interactionDeviation < 1e-6)
    #expect(uncertainty.quantiles == uncertainty.quantiles.sorted())
    let difference = SweepUncertainty(
      of: Self.difference, in: outcomes, design: design, blockLength: points.blockLength)
    #expect(abs(difference.chanceDeviation) < 1e-6)
    #expect(abs(difference.parameterDeviation / Ishigami.variance.squareRoot() / 2 - 1) < 0.05)
  }

  @Test(
    "the parameters' part is told where points spread as the variables do",
    arguments: [
      (Design.Method.latinHypercube(points: 30), false, true), (.sobolSequence(points: 30), false, true),
      (.morris(trajectories: 8, levels: 4), false, false), (.factorial(levels: 4), false, false),
      (.factorial(levels: 3), true, true),
    ])
  func spread(method: Design.Method, isOfValues: Bool, isTold: Bool) {
    var design = Design.ishigami(method)
    if isOfValues {
      for index in design.variables.indices { design.variables[index].domain = .values(["-1", "0", "2"]) }
    }
    let points = PointSet(design, seed: 5)
    var outcomes = SweepOutcomes(plan: .made(points: points.count, scenarios: ["A"]))
    for point in 0..<points.count {
      for replication in 0..<2 {
        let luck = Double((point + replication) % 2)
        outcomes.set(
          Ishigami.value(points, point) + luck, point: point, scenario: 0, replication: replication, measure: 0)
      }
    }
    let quantity = SweepQuantity(scenario: 0, measure: 0, isDifference: false)
    let uncertainty = SweepUncertainty(of: quantity, in: outcomes, design: design, blockLength: points.blockLength)
    #expect(uncertainty.parameterDeviation.isNaN == !isTold)
    #expect(uncertainty.interactionDeviation > 0.1)
    let means = outcomes.means(of: quantity)
    let mean = means.reduce(0, +) / Double(means.count)
    let variance = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(means.count - 1)
    let interaction = uncertainty.interactionDeviation * uncertainty.interactionDeviation
    #expect(abs(uncertainty.chanceShareOfMeans - interaction / 2 / variance) < 1e-9)
  }

  @Test("a point that could not be run takes its row with it")
  func missingPoint() throws {
    let (design, points, complete) = try Self.outcomes(.sobolIndices(points: 16))
    var outcomes = complete
    outcomes.add(PointOutcome(point: 7, values: [], refusal: "no"))
    #expect(outcomes.pointsLeftOut == [7])
    let analysis = SensitivityAnalysis(of: Self.value, in: outcomes, design: design, points: points, seed: 5)
    guard case .indices(let indices) = analysis else {
      Issue.record("there are no indices")
      return
    }
    #expect(indices.rows == 15)
    #expect(indices.rowsLeftOut == 1)
  }

  @Test("elementary effects of a straight line are its slopes")
  func morris() throws {
    let design = Design(
      name: "Line", scenarios: [], settings: [], measures: [], method: .morris(trajectories: 4, levels: 4),
      variables: [2.0, 10].map { high in
        Variable(
          name: "\(high)", path: "\(high)", domain: .number(.uniform(low: 0, high: high), whole: false), usual: nil)
      }, resamples: 100)
    let points = PointSet(design, seed: 1)
    var outcomes = SweepOutcomes(plan: .made(points: points.count, scenarios: ["A"], replications: 1))
    for point in 0..<points.count {
      let value = 3 * (points.number(point: point, variable: 0) ?? 0) - (points.number(point: point, variable: 1) ?? 0)
      outcomes.set(value, point: point, scenario: 0, replication: 0, measure: 0)
    }
    let quantity = SweepQuantity(scenario: 0, measure: 0, isDifference: false)
    guard
      case .elementaryEffects(let effects) = SensitivityAnalysis(
        of: quantity, in: outcomes, design: design, points: points, seed: 1)
    else {
      Issue.record("there are no effects")
      return
    }
    #expect(abs(effects.influences[0].mean.value - 6) < 1e-9)
    #expect(abs(effects.influences[1].mean.value + 10) < 1e-9)
    #expect(abs(effects.influences[1].meanMagnitude.value - 10) < 1e-9)
    #expect(effects.influences.allSatisfy { $0.standardDeviation.value < 1e-9 })
  }

  @Test("estimates pair scenarios and points within replications")
  func estimates() {
    var outcomes = SweepOutcomes(plan: .made(points: 2))
    for (point, values) in [[[10.0, 20], [11, 23]], [[30.0, 50], [32, 52]]].enumerated() {
      for scenario in 0..<2 {
        for replication in 0..<2 {
          outcomes.set(
            values[scenario][replication], point: point, scenario: scenario, replication: replication, measure: 0)
        }
      }
    }
    let value = SweepQuantity(scenario: 1, measure: 0, isDifference: false)
    let difference = SweepQuantity(scenario: 1, measure: 0, isDifference: true)
    #expect(outcomes.estimate(of: value, point: 0).mean == 17)
    #expect(outcomes.estimate(of: difference, point: 0).mean == 2)
    #expect(outcomes.estimate(of: difference, point: 0).standardError == 1)
    #expect(outcomes.estimate(of: difference, point: 1).standardError == 0)
    #expect(outcomes.change(of: value, at: 1, from: 0).mean == 25)
    #expect(outcomes.change(of: value, at: 1, from: 0).standardError == 4)
    #expect(outcomes.means(of: difference) == [2, 2])
    #expect(outcomes.plan.quantities.count == 9)
  }

  @Test("quantiles lie between the sorted values", arguments: [(0.0, 1.0), (0.25, 2), (0.5, 3), (0.9, 4.6), (1, 5)])
  func quantiles(probability: Double, expected: Double) {
    #expect(abs(sampleQuantile(probability, ofSorted: [1, 2, 3, 4, 5]) - expected) < 1e-12)
    #expect(sampleQuantile(probability, ofSorted: []).isNaN)
    #expect(sampleQuantile(probability, ofSorted: [7]) == 7)
  }
}
