internal import Experiments
internal import Foundation
internal import Households
internal import Reporting

/// All self-checks of one scenario, on a sample of it.
struct SelfCheckSuite {
  /// The checks, in the order in which they are reported.
  let checks: [SelfCheck]
  private let sample: Scenario
  private let replications: Int

  /// Households whose probabilities are added up, at each of the moments looked at.
  private static let profiles = 100
  /// Households whose copies move by matrix and one by one, at each of the moments looked at.
  private static let frozenHouseholds = 4
  private static let copies = 20_000

  /// Makes the model on one thread, on two and on all, and prepares the checks.
  init(_ scenario: Scenario, survey: [SurveyHousehold]) throws(ModelError) {
    let sample = scenario.sample()
    let replications = min(2, scenario.replications)
    self.sample = sample
    self.replications = replications
    let processors = max(2, ProcessInfo.processInfo.activeProcessorCount)
    // With as many replications as threads, up to four, these share out runs; many share out the households of a run.
    let sharedReplications = min(4, processors)
    var engines: [(threads: Int, engine: Model)] = []
    for threads in Set([1, 2, processors]).sorted() {
      let options = ModelOptions(threads: threads)
      engines.append((threads, try Model(baseline: sample, survey: survey, options: options)))
    }
    let model = engines[engines.count - 1].engine
    let settled = model.settled(replication: 1)
    let moments = Self.moments(of: sample, model: model, settled: settled)
    let dependency = sample.parameters.dependency.balanced(by: settled.balance)
    let kernel = TransitionKernel(dependency)
    let profiles = moments.flatMap { moment in
      moment.profiles(of: Self.spread(Self.profiles, over: moment.households), parameters: sample.parameters)
    }
    let frozen = [moments[0], moments[moments.count - 1]].flatMap { moment in
      Self.spread(Self.frozenHouseholds, over: moment.households).map { household in
        FrozenHouseholds(copiesOf: household, in: moment, count: Self.copies, parameters: sample.parameters)
      }
    }
    checks = [
      .programmeWithoutMoney(engine: model, scenario: sample, replications: replications),
      .anotherName(engine: model, scenario: sample, replications: replications),
      .exclusion(scenario: sample) { model.future(of: $0, from: settled, replication: 1) },
      .probabilities(
        moves: profiles.map(kernel.moveProbabilities),
        references: profiles.map { MoveProbabilities(termByTerm: $0, dependency) },
        matrices: profiles.map(kernel.matrix)),
      .conservation(
        engine: model, scenario: sample, future: model.future(of: sample, from: settled, replication: 1)),
      .kernel(kernel, frozen: frozen, seed: sample.seed, threads: processors),
      .threads(engines: engines, scenario: sample, replications: sharedReplications) {
        Self.record(of: $0, sample, replications: sharedReplications)
      },
    ]
  }

  /// What is checked, in a line.
  var description: String {
    SelfCheckReport.sample(
      sample.name, households: sample.population.households, quarters: sample.quarters, replications: replications,
      seed: sample.seed)
  }

  /// The population at the start, in the middle and at the end.
  private static func moments(of scenario: Scenario, model: Model, settled: Population) -> [Population] {
    let (middle, end) = (
      model.future(of: scenario, from: settled, replication: 1),
      model.future(of: scenario, from: settled, replication: 1)
    )
    for _ in 0..<scenario.quarters / 2 { middle.advance() }
    for _ in 0..<scenario.quarters { end.advance() }
    return [settled, middle.population, end.population]
  }

  /// Some indices, evenly spread.
  private static func spread(_ count: Int, over households: Int) -> [Int] {
    let count = min(count, households)
    return (0..<count).map { (2 * $0 + 1) * households / (2 * count) }
  }

  private static func record(of model: Model, _ scenario: Scenario, replications: Int) -> RunRecord {
    RunRecord(
      command: "selfcheck",
      kind: .study(
        SimulationRecord(
          scenarios: [], seed: scenario.seed, replications: replications,
          households: scenario.population.households, quarters: scenario.quarters,
          processes: Model.processNames(of: [scenario]), observeEvery: 4, survey: "",
          consumptionScale: model.consumptionScale)))
  }
}
