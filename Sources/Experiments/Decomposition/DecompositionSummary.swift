public import Households
internal import Statistics

/// What makes up the indices of poverty, dependency, deprivation and inequality: means over replications.
public struct DecompositionSummary: Sendable {
  /// What is told, in the order of outputs; nothing where no index can be divided.
  public let cells: [DecompositionCell]
  let estimates: [[Estimate]]

  /// Whether any of what is observed, groups and measures in the order of `Observation.values`, can be divided.
  public static func isPossible(groupLevels: [GroupLevel], measures: [Measure]) -> Bool {
    !IndexDecomposition.all(groupLevels: groupLevels, measures: measures, deprivationWeights: []).isEmpty
  }

  /// The estimate of a cell, by the indices of scenario, observed quarter with groups, and cell.
  /// - Complexity: O(1).
  public func estimate(scenario: Int, quarter: Int, cell: Int) -> Estimate {
    estimates[scenario][cell + cells.count * quarter]
  }
}

/// Divides the indices of runs as they come, and sums up their parts.
struct DecompositionAccumulator: Sendable {
  /// The divisions of each scenario, whose weights may differ.
  private let decompositions: [[IndexDecomposition]]
  private var moments: [[RunningMoments]]

  /// Creates an empty accumulator for scenarios with these weights of indicators, which add up to 1.
  init(groupLevels: [GroupLevel], measures: [Measure], deprivationWeights: [[Double]]) {
    decompositions = deprivationWeights.map { weights in
      IndexDecomposition.all(groupLevels: groupLevels, measures: measures, deprivationWeights: weights)
    }
    moments = Array(repeating: [], count: deprivationWeights.count)
  }

  /// Adds the observations of a run.
  mutating func add(_ observations: [Observation], scenario: Int) {
    moments[scenario].add(
      observations.flatMap { observation in decompositions[scenario].flatMap { $0.values(of: observation.values) } })
  }

  /// Passes the sums of runs with so many observations of groups.
  mutating func pass(through archive: inout StateArchive, observations: Int) throws(StateArchive.Fault) {
    try archive.pass(&moments)
    try archive.require(moments.map(\.count) == decompositions.map { observations * $0.flatMap(\.cells).count })
  }

  /// The means over the runs added so far.
  func summary() -> DecompositionSummary {
    let cells = decompositions.first?.flatMap(\.cells) ?? []
    let parts = Self.parts(of: cells)
    return DecompositionSummary(cells: cells, estimates: moments.map { Self.estimates($0, of: cells, in: parts) })
  }

  /// The cells of each part of each partition, by their indices: those that tell of the same households.
  private static func parts(of cells: [DecompositionCell]) -> [[Int]] {
    cells.indices.compactMap { first in
      let cell = cells[first]
      let same = cells.indices.filter { cells[$0].partition == cell.partition && cells[$0].part == cell.part }
      return same[0] == first ? same : nil
    }
  }

  /// The estimates of all cells, quarter by quarter; each part is summed up by itself, for the least of them would set the
  /// intervals of all.
  private static func estimates(
    _ moments: [RunningMoments], of cells: [DecompositionCell], in parts: [[Int]]
  ) -> [Estimate] {
    var estimates = moments.map { Estimate($0) }
    for start in stride(from: 0, to: moments.count, by: max(1, cells.count)) {
      for part in parts {
        let together = Estimate.together(part.map { moments[start + $0] }, ranges: part.map { cells[$0].range })
        for (cell, estimate) in zip(part, together) { estimates[start + cell] = estimate }
      }
    }
    return estimates
  }
}
