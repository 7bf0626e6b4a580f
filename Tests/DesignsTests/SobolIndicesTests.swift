import Designs
import Randomness
import Testing

@Suite struct SobolIndicesTests {
  static let functions = [TestFunction.ishigami, .gFunction]

  func indices(_ function: TestFunction, rows: Int, seed: UInt64, resamples: Int) -> SobolIndices {
    let points = PointSet(
      Design(.sobolIndices(points: rows), .init(repeating: .unit, count: function.variables)), seed: seed)
    return SobolIndices(
      outputs: function.values(at: points.count) { points.unit(point: $0, variable: $1) },
      variables: function.variables, bootstrap: Bootstrap(resamples: resamples, seed: seed))
  }

  // MARK: - Closed forms

  @Test("every index is within its interval and near its closed form", arguments: functions)
  func closedForm(function: TestFunction) {
    let indices = indices(function, rows: 4096, seed: 2024, resamples: 500)
    #expect(indices.rows == 4096)
    let pairs = zip(indices.firstOrder + indices.total, function.firstOrder + function.total)
    for (estimate, truth) in pairs {
      #expect(estimate.covers(truth))
      #expect((estimate.value - truth).magnitude < 0.01)
    }
  }

  @Test("over many seeds intervals cover at least as often as they promise", arguments: functions)
  func coverageOfSequences(function: TestFunction) {
    let seeds = 40
    var hits = [Int](repeating: 0, count: 2 * function.variables)
    for seed in 0..<UInt64(seeds) {
      let indices = indices(function, rows: 512, seed: seed, resamples: 200)
      let pairs = zip(indices.firstOrder + indices.total, function.firstOrder + function.total)
      for (index, (estimate, truth)) in pairs.enumerated() {
        hits[index] += estimate.covers(truth) ? 1 : 0
        #expect((estimate.value - truth).magnitude < 0.05)
      }
    }
    // No upper bound: rows of a Sobol' sequence err less than independent ones, which the bootstrap takes them for.
    let plausible = plausibleSuccesses(of: seeds, probability: 0.95)
    #expect(hits.allSatisfy { Double($0) >= plausible.lowerBound }, "\(hits) of \(seeds)")
  }

  @Test("over many seeds intervals of independent rows cover as often as they promise")
  func coverageOfIndependentRows() {
    let function = TestFunction.ishigami
    let (seeds, rows, d) = (300, 512, function.variables)
    var hits = [Int](repeating: 0, count: 2 * d)
    for seed in 0..<UInt64(seeds) {
      let stream = RandomStream(seed: seed, replication: 1)
      let draws = (0..<rows * d).map { stream.draw(entity: UInt32($0), quarter: 0, purpose: Purpose(rawValue: 1)) }
      let outputs = function.values(at: rows * (d + 2)) { point, variable in
        let draw = draws[point / (d + 2) * d + variable]
        let place = point % (d + 2)
        return place == 1 || place == 2 + variable ? draw.wideUniform1 : draw.wideUniform0
      }
      let indices = SobolIndices(outputs: outputs, variables: d, bootstrap: Bootstrap(resamples: 199, seed: seed))
      let pairs = zip(indices.firstOrder + indices.total, function.firstOrder + function.total)
      for (index, (estimate, truth)) in pairs.enumerated() where estimate.covers(truth) {
        hits[index] += 1
      }
    }
    let plausible = plausibleSuccesses(of: seeds, probability: 0.95)
    #expect(hits.allSatisfy { plausible.contains(Double($0)) }, "\(hits) of \(seeds), plausible: \(plausible)")
  }

  // MARK: - A slow reference

  /// The estimators as they are written, from whole columns.
  func slowIndices(_ rows: [[Double]]) -> [Double] {
    let n = Double(rows.count)
    let base = rows.flatMap { $0.prefix(2) }
    let mean = base.reduce(0, +) / (2 * n)
    let variance = base.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (2 * n)
    let variables = rows[0].count - 2
    let firstOrder = (0..<variables).map { v in
      rows.reduce(0) { $0 + ($1[1] - mean) * ($1[2 + v] - $1[0]) } / n / variance
    }
    return firstOrder
      + (0..<variables).map { v in
        rows.reduce(0) { $0 + ($1[0] - $1[2 + v]) * ($1[0] - $1[2 + v]) } / (2 * n) / variance
      }
  }

  @Test("estimates and intervals agree with the formulas on rows that are drawn again")
  func slowReference() {
    let stream = RandomStream(seed: 3, replication: 0)
    let outputs = (0..<60 * 4).map {
      1000 + stream.draw(entity: $0, quarter: 0, purpose: Purpose(rawValue: 2)).normal0
    }
    let rows = stride(from: 0, to: outputs.count, by: 4).map { Array(outputs[$0..<$0 + 4]) }
    let bootstrap = Bootstrap(resamples: 99, seed: 5)
    let indices = SobolIndices(outputs: outputs, variables: 2, bootstrap: bootstrap)
    let slow = bootstrap.estimates(ofUnits: 60) { weights in
      slowIndices(zip(rows, weights).flatMap { Array(repeating: $0, count: Int($1)) })
    }
    for (estimate, reference) in zip(indices.firstOrder + indices.total, slow) {
      #expect((estimate.value - reference.value).magnitude < 1e-10)
      #expect((estimate.lower - reference.lower).magnitude < 1e-10)
      #expect((estimate.upper - reference.upper).magnitude < 1e-10)
    }
  }

  // MARK: - Invariants

  @Test("a shift and a scale of the output change nothing")
  func linearChange() {
    let function = TestFunction.ishigami
    let points = PointSet(Design(.sobolIndices(points: 256), [.unit, .unit, .unit]), seed: 1)
    let outputs = function.values(at: points.count) { points.unit(point: $0, variable: $1) }
    let bootstrap = Bootstrap(resamples: 20, seed: 1)
    let plain = SobolIndices(outputs: outputs, variables: 3, bootstrap: bootstrap)
    let changed = SobolIndices(outputs: outputs.map { 1e6 - 4 * $0 }, variables: 3, bootstrap: bootstrap)
    for (one, other) in zip(plain.firstOrder + plain.total, changed.firstOrder + changed.total) {
      #expect((one.value - other.value).magnitude < 1e-8)
      #expect((one.lower - other.lower).magnitude < 1e-8)
    }
  }

  @Test("a variable that is not used has a total index of exactly 0")
  func unusedVariable() {
    let points = PointSet(Design(.sobolIndices(points: 64), [.unit, .unit]), seed: 1)
    let outputs = (0..<points.count).map { points.unit(point: $0, variable: 0) }
    let indices = SobolIndices(outputs: outputs, variables: 2, bootstrap: Bootstrap(resamples: 50, seed: 1))
    #expect(indices.firstOrder[1] == BootstrapEstimate(value: 0, lower: 0, upper: 0))
    #expect(indices.total[1] == BootstrapEstimate(value: 0, lower: 0, upper: 0))
  }

  @Test("rows that are not finite are left out and counted")
  func undefinedOutputs() {
    let function = TestFunction.ishigami
    let points = PointSet(Design(.sobolIndices(points: 32), [.unit, .unit, .unit]), seed: 1)
    var outputs = function.values(at: points.count) { points.unit(point: $0, variable: $1) }
    let bootstrap = Bootstrap(resamples: 50, seed: 1)
    let without = SobolIndices(outputs: Array(outputs.dropFirst(10)), variables: 3, bootstrap: bootstrap)
    outputs[4] = .nan
    outputs[5] = .infinity
    let indices = SobolIndices(outputs: outputs, variables: 3, bootstrap: bootstrap)
    #expect(indices.rowsLeftOut == 2)
    #expect(indices.rows == 30)
    #expect(indices.firstOrder == without.firstOrder)
    #expect(indices.total == without.total)
  }

  @Test("an output that does not vary has no indices", arguments: [0, 0.1, -1e9])
  func noVariance(constant: Double) {
    let indices = SobolIndices(
      outputs: .init(repeating: constant, count: 35), variables: 3, bootstrap: Bootstrap(resamples: 20, seed: 1))
    for estimate in indices.firstOrder + indices.total {
      #expect(estimate.value.isNaN && estimate.lower.isNaN && estimate.upper.isNaN)
    }
    let empty = SobolIndices(outputs: [], variables: 3, bootstrap: Bootstrap(resamples: 20, seed: 1))
    #expect(empty.rows == 0 && empty.total.count == 3 && empty.total[0].value.isNaN)
  }
}
