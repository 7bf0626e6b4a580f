internal import Designs
internal import Households

/// A first look at all mixes by a simulator that is fast and need not be exact.
struct Screening<Screen: Simulator>: Sendable {
  let screen: Screen
  let scenario: @Sendable (Mix) -> Scenario
  /// Mixes that share a settled world.
  private static var chunk: Int { 64 }

  /// Looks at all mixes.
  /// - Parameters:
  ///   - plan: the mixes.
  ///   - advance: told of each mix that is done, on any thread.
  /// - Returns: the outcome of each mix; nil where the simulator cannot give it.
  func outcomes(of plan: PortfolioPlan, advance: @escaping @Sendable () -> Void) -> [Double]? {
    let levels = screen.groupLevels
    guard let place = OutcomePlace.of(plan.outcome, groupLevels: levels, measures: Screen.measures) else { return nil }
    let chunks = stride(from: 0, to: plan.mixes.count, by: Self.chunk).map { first in
      Array(plan.mixes[first..<min(first + Self.chunk, plan.mixes.count)])
    }
    let collected = CollectedValues()
    let screen = screen.onOneThread()
    // Nothing that the pool is given throws.
    try? OrderedPool(workers: self.screen.simultaneousRuns).run(0..<chunks.count) { number, _ in
      let settled = screen.settled(replication: 1)
      return chunks[number].map { mix in
        let scenario = scenario(mix)
        let result = screen.run(
          scenario, from: settled, replication: 1, observeEvery: scenario.quarters, microdataAt: [],
          progress: { _ in }, record: { _ in })
        advance()
        return result.observations.last?.values[place] ?? .nan
      }
    } take: { (values: [Double]) in
      collected.values += values
      return true
    }
    return collected.values.contains(where: \.isNaN) ? nil : collected.values
  }
}

/// Values as a pool passes them on; one thread at a time adds to them.
private final class CollectedValues: @unchecked Sendable {
  var values: [Double] = []
}
