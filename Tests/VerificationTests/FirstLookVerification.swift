import Designs
import Foundation
import Households
import Scenarios
import Surveys
import Synchronization
import TestSupport
import Testing

@testable import Experiments

/// The first look of a search, held against all mixes in many replications that take no part in it.
@Suite("First look of a search", .enabled(if: Verification.isWanted, Verification.reason), .serialized)
struct FirstLookVerification {
  private static let folder = Tool.package.appending(path: "scenarios/portfolios")

  /// What each mix gains over nothing in each of some replications.
  private static func gains(_ loaded: LoadedPortfolio, _ plan: PortfolioPlan, replications: Int) throws -> [[Double]] {
    let model = try Model(
      baseline: loaded.scenario(of: loaded.mixes[0]), survey: PublishedMargins.households(),
      options: ModelOptions(threads: 2))
    let gains = Mutex<[[Double]]>([])
    try MixRuns(plan, engine: model) { loaded.scenario(of: $0) }
      .run(loaded.mixes, replications: 1..<1 + replications, advance: {}) { _, runs in
        gains.withLock { $0.append(runs.map { plan.gain($0.outcome - runs[0].outcome) }) }
      }
    return gains.withLock { $0 }
  }

  private static func mean(_ runs: some Collection<[Double]>) -> [Double] {
    (runs.first ?? []).indices.map { mix in runs.reduce(0) { $0 + $1[mix] } / Double(runs.count) }
  }

  @Test(
    "it ranks mixes as many replications do, and keeps the best",
    arguments: zip(["kasur-best-mix", "seher-best-mix"], [50, 20]))
  func ranks(name: String, looks: Int) throws {
    let loaded = try PortfolioLoader.load(
      path: Self.folder.appending(path: name + ".yaml").path, outcomes: RankedMeasure.all.map(\.name))
    let outcome = try #require(RankedMeasure.all.first { $0.name == loaded.portfolio.outcome })
    let plan = PortfolioPlan(
      mixes: loaded.mixes, outcome: outcome, effort: loaded.portfolio.effort, budget: loaded.portfolio.budget)
    let runs = try Self.gains(loaded, plan, replications: looks * HalvingSchedule.look)
    var (correlations, places): ([Double], [Int]) = ([], [])
    for look in 0..<looks {
      let own = HalvingSchedule.look * look..<HalvingSchedule.look * (look + 1)
      let seen = Self.mean(runs[own])
      let truth = Self.mean(runs.enumerated().filter { !own.contains($0.offset) }.map(\.element))
      correlations.append(spearmanCoefficient(seen, truth))
      let best = truth.indices.reduce(0) { truth[$1] > truth[$0] ? $1 : $0 }
      places.append(1 + seen.count { $0 > seen[best] })
    }
    let mean = correlations.reduce(0, +) / Double(looks)
    print(
      name, loaded.mixes.count, "mixes, rank correlation", mean, "least", correlations.min() ?? .nan, "places", places)
    #expect(mean >= 0.9)
    #expect(places.allSatisfy { $0 <= plan.effort.screened })
  }
}
