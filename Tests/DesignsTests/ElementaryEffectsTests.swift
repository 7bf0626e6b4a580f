@testable import Designs
import Testing

@Suite struct ElementaryEffectsTests {
  func effects(
    _ variables: Int, trajectories count: Int, levels: Int, seed: UInt64, resamples: Int,
    _ function: ([Double]) -> Double
  ) -> ElementaryEffects {
    let points = PointSet(
      Design(.morris(trajectories: count, levels: levels), .init(repeating: .unit, count: variables)), seed: seed)
    let outputs = (0..<points.count).map { point in
      function((0..<variables).map { points.unit(point: point, variable: $0) })
    }
    return ElementaryEffects(
      outputs: outputs, steps: points.steps, variables: variables,
      bootstrap: Bootstrap(resamples: resamples, seed: seed))
  }

  // MARK: - Closed forms

  @Test("of a linear function mu is the slope, mu* its size, and sigma 0")
  func linear() {
    let slopes = [3, -2, 0.5, 0]
    let effects = effects(4, trajectories: 20, levels: 4, seed: 1, resamples: 50) { x in
      zip(slopes, x).reduce(7) { $0 + $1.0 * $1.1 }
    }
    for (influence, slope) in zip(effects.influences, slopes) {
      #expect((influence.mean.value - slope).magnitude < 1e-13)
      #expect((influence.meanMagnitude.value - slope.magnitude).magnitude < 1e-13)
      #expect(influence.standardDeviation.value < 1e-13)
      #expect(influence.meanMagnitude.upper - influence.meanMagnitude.lower < 1e-13)
    }
  }

  @Test("over many seeds intervals cover what the whole grid gives for the Ishigami function")
  func ishigami() {
    let function = TestFunction.ishigami
    let truth = (0..<3).map { wholeGrid(function, levels: 8, variable: $0) }
    let (seeds, count) = (200, 200)
    var hits = [[Int]](repeating: [0, 0, 0], count: 3)
    for seed in 0..<UInt64(seeds) {
      let effects = effects(3, trajectories: count, levels: 8, seed: seed, resamples: 200, function.value)
      for (variable, (influence, truth)) in zip(effects.influences, truth).enumerated() {
        let estimates = [influence.mean, influence.meanMagnitude, influence.standardDeviation]
        for (index, (estimate, truth)) in zip(estimates, [truth.mean, truth.meanMagnitude, truth.deviation])
          .enumerated()
        {
          hits[variable][index] += estimate.covers(truth) ? 1 : 0
        }
        let standardError = truth.deviation / Double(count).squareRoot()
        #expect((influence.mean.value - truth.mean).magnitude < 5 * standardError)
        #expect((influence.meanMagnitude.value - truth.meanMagnitude).magnitude < 5 * standardError)
      }
    }
    let plausible = plausibleSuccesses(of: seeds, probability: 0.95)
    for (variable, row) in hits.enumerated() {
      #expect(row.allSatisfy { plausible.contains(Double($0)) }, "variable \(variable): \(row), \(plausible)")
    }
  }

  /// The effects of a variable at every place of the grid where it can rise by delta.
  func wholeGrid(
    _ function: TestFunction, levels: Int, variable: Int
  ) -> (mean: Double, meanMagnitude: Double, deviation: Double) {
    var effects: [Double] = []
    let delta = Double(levels) / Double(2 * (levels - 1))
    for cell in 0..<levels * levels * levels {
      let places = [cell / levels / levels, cell / levels % levels, cell % levels]
      guard places[variable] < levels / 2 else { continue }
      let before = places.map { Double($0) / Double(levels - 1) }
      var after = before
      after[variable] += delta
      effects.append((function.value(after) - function.value(before)) / delta)
    }
    let count = Double(effects.count)
    let mean = effects.reduce(0, +) / count
    let variance = effects.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    return (mean, effects.reduce(0) { $0 + $1.magnitude } / count, variance.squareRoot())
  }

  @Test("of the g-function mu* is what its closed form on the grid gives, and ranks the variables")
  func gFunction() {
    // On four levels |4 x - 2| is 2, 2/3, 2/3, 2: a step moves it by 4/3, and its mean is 4/3.
    let weights = TestFunction.weights
    let truth = weights.indices.map { variable in
      weights.indices.reduce(2 / (1 + weights[variable])) {
        $1 == variable ? $0 : $0 * (4 / 3 + weights[$1]) / (1 + weights[$1])
      }
    }
    let seeds = 100
    var hits = [Int](repeating: 0, count: weights.count)
    for seed in 0..<UInt64(seeds) {
      let effects = effects(
        weights.count, trajectories: 100, levels: 4, seed: seed, resamples: 200, TestFunction.gFunction.value)
      let found = effects.influences.map(\.meanMagnitude)
      for (variable, estimate) in found.enumerated() {
        hits[variable] += estimate.covers(truth[variable]) ? 1 : 0
        #expect((estimate.value / truth[variable] - 1).magnitude < 0.25)
      }
      for variable in 0..<4 {
        #expect(found[variable].value > found[variable + 1].value)
      }
    }
    let plausible = plausibleSuccesses(of: seeds, probability: 0.95)
    #expect(hits.allSatisfy { plausible.contains(Double($0)) }, "\(hits) of \(seeds), plausible: \(plausible)")
  }

  // MARK: - By hand, and invariants

  @Test("two trajectories worked by hand")
  func byHand() {
    // Variable 1 first in the one, variable 0 first in the other.
    let steps = [
      MorrisStep(point: 1, variable: 1, change: 0.5), MorrisStep(point: 2, variable: 0, change: -0.5),
      MorrisStep(point: 4, variable: 0, change: 0.5), MorrisStep(point: 5, variable: 1, change: 0.5),
    ]
    let effects = ElementaryEffects(
      outputs: [1, 3, 4, 0, 3, 5], steps: steps, variables: 2, bootstrap: Bootstrap(resamples: 10, seed: 1))
    // Effects of variable 0: 1 / -0.5 = -2 and 3 / 0.5 = 6; of variable 1: 4 and 4.
    #expect(effects.influences[0].mean.value == 2)
    #expect(effects.influences[0].meanMagnitude.value == 4)
    #expect(effects.influences[0].standardDeviation.value == 32.0.squareRoot())
    #expect(effects.influences[1].mean == BootstrapEstimate(value: 4, lower: 4, upper: 4))
    #expect(effects.influences[1].standardDeviation == BootstrapEstimate(value: 0, lower: 0, upper: 0))
    #expect(effects.trajectories == 2 && effects.trajectoriesLeftOut == 0)
  }

  @Test("trajectories that are not finite are left out and counted")
  func undefinedOutputs() {
    let trajectories = MorrisTrajectories(trajectories: 10, variables: 2, levels: 4, seed: 1)
    var outputs = (0..<30).map { Double($0 * $0 % 11) }
    let bootstrap = Bootstrap(resamples: 30, seed: 1)
    let steps = trajectories.steps()
    let moved = steps.dropFirst(2).map { MorrisStep(point: $0.point - 3, variable: $0.variable, change: $0.change) }
    let without = ElementaryEffects(
      outputs: Array(outputs.dropFirst(3)), steps: moved, variables: 2, bootstrap: bootstrap)
    outputs[1] = .nan
    let effects = ElementaryEffects(outputs: outputs, steps: steps, variables: 2, bootstrap: bootstrap)
    #expect(effects.trajectories == 9 && effects.trajectoriesLeftOut == 1)
    #expect(effects.influences == without.influences)
  }

  @Test("the first trajectories can be analysed alone, a single one has no sigma, and none have nothing")
  func fewTrajectories() {
    let trajectories = MorrisTrajectories(trajectories: 10, variables: 2, levels: 4, seed: 1)
    let outputs = (0..<30).map { Double($0 * $0 % 11) }
    let bootstrap = Bootstrap(resamples: 30, seed: 1)
    let one = ElementaryEffects(
      outputs: Array(outputs.prefix(3)), steps: trajectories.steps(), variables: 2, bootstrap: bootstrap)
    #expect(one.trajectories == 1)
    #expect(one.influences[0].mean.value.isFinite)
    #expect(one.influences[0].standardDeviation.value.isNaN)
    let none = ElementaryEffects(outputs: [], steps: [], variables: 2, bootstrap: bootstrap)
    #expect(none.influences.count == 2 && none.influences[0].meanMagnitude.value.isNaN)
  }
}
