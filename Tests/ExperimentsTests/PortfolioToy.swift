import Designs
import Randomness

@testable import Experiments
@testable import Households

/// A world whose truth is known: what the programmes of a scenario add to an outcome, with luck that all mixes of a
/// replication share and luck of their own.
struct PlantedSimulator: Simulator {
  static let measures = [
    Measure(name: "durable_exits", unit: "households", summary: "Exits."),
    Measure(name: "headcount_ratio", unit: "share", summary: "Poor."),
  ]
  let groupLevels = [GroupLevel(group: "sex_of_head", level: "female"), GroupLevel(group: "all", level: "all")]
  var simultaneousRuns = 1
  var seed: UInt64 = 1
  /// Standard deviation of the luck that all mixes of a replication share, and of a mix's own.
  var shared = 10.0
  var own = 2.0
  /// The true outcome of programmes by name and money.
  let truth: @Sendable ([String: Double]) -> Double

  func onOneThread() -> PlantedSimulator {
    var copy = self
    copy.simultaneousRuns = 1
    return copy
  }

  func settled(replication: Int) -> Int { replication }

  func run(
    _ scenario: Scenario, from settled: Int, replication: Int, observeEvery: Int, microdataAt: Set<Int>,
    progress: (_ quarter: Int) -> Void, record: (HouseholdRecord) -> Void
  ) -> RunResult {
    let money = Dictionary(
      scenario.programmes.map { ($0.name, $0.totalBudget ?? 0) }, uniquingKeysWith: { first, _ in first })
    let stream = RandomStream(seed: seed, replication: UInt32(settled))
    // A mix is known to its luck by what it does, not by its number.
    let entity = scenario.programmes.map { Purpose(label: "\($0.name) \($0.totalBudget ?? 0)").rawValue }
      .reduce(UInt32(17)) { ($0 &* 31) ^ UInt32(truncatingIfNeeded: $1) }
    let luck =
      shared * stream.draw(entity: 0, quarter: 0, purpose: Purpose(label: "shared luck")).normal0
      + own * stream.draw(entity: entity, quarter: 0, purpose: Purpose(label: "own luck")).normal0
    let outcome = 100 + truth(money) + luck
    return .made(
      [Observation(quarter: scenario.quarters, values: [-1, -1, outcome, 1 - outcome / 1000])],
      pkr: money.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value })
  }
}

/// A portfolio of four programmes with three budgets each, made for the planted world.
struct PlantedPortfolio {
  static let budgets: [Double] = [10, 20, 30]
  /// In the order in which candidates are listed.
  var names = ["Cash", "Loans", "Skills", "Works"]
  var budget = 60.0
  var effort = SearchEffort(screened: 16, replications: 20, finalists: 3)
  var outcome = RankedMeasure.headline(.durableExits)
  var worth: Double?

  var portfolio: Portfolio {
    Portfolio(
      name: "Planted", outcome: outcome.name, budget: budget,
      candidates: names.map { name in
        PortfolioCandidate(
          programme: name, priceYear: 2016,
          choices: Self.budgets.map { PortfolioChoice(statedBudget: $0, priceLevel: 1) })
      }, effort: effort)
  }

  var plan: PortfolioPlan {
    PortfolioPlan(mixes: portfolio.mixes() ?? [], outcome: outcome, worth: worth, effort: effort, budget: budget)
  }

  /// The programmes of a mix with their money, in the order of their names: whatever the order of candidates.
  func programmes(of mix: Mix) -> [String: Double] {
    var programmes: [String: Double] = [:]
    for (candidate, choice) in zip(portfolio.candidates, mix.choices) {
      programmes[candidate.programme] = candidate.choice(choice)?.statedBudget
    }
    return programmes
  }

  func scenario(of mix: Mix) -> Scenario {
    var scenario = Scenario.made("mix \(mix.number)")
    scenario.programmes = programmes(of: mix).sorted { $0.key < $1.key }.map { name, money in
      Programme(
        name: name, partner: "Fund", from: CalendarQuarter(year: 2016, quarter: 1),
        until: CalendarQuarter(year: 2016, quarter: 4), totalBudget: money, priceYear: 2016, package: [])
    }
    return scenario
  }

  func search(
    engine: PlantedSimulator, after finished: [EvaluationBatch] = [],
    into take: @escaping (EvaluationBatch) throws -> Void, progress: (PortfolioProgress) -> Void = { _ in }
  ) throws -> PortfolioFindings {
    try plan.search(engine: engine, after: finished, into: take, progress: progress) { [self] in scenario(of: $0) }
  }
}

/// Keeps batches.
final class RecordingPortfolioSink {
  struct Refusal: Error {}

  private(set) var batches: [EvaluationBatch] = []
  var refusedReplication: Int?

  func take(_ batch: EvaluationBatch) throws {
    if batch.replication == refusedReplication { throw Refusal() }
    batches.append(batch)
  }
}
