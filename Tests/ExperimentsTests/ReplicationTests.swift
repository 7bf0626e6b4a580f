import Households
import Randomness
import Testing

@testable import Experiments

/// Replications on several threads, continued, and until they are enough.
@Suite("Replications")
struct ReplicationTests {
  private static let scenarios = ["A", "B", "C"].map { Scenario.made($0) }

  /// Values of 40 replications: all share the luck of a replication, and have some of their own.
  private static func simulator(threads: Int = 1) -> ToySimulator {
    let stream = RandomStream(seed: 3, replication: 0)
    let values = ["A", "B", "C"].enumerated().map { index, name in
      let replications = (1...40).map { replication -> [Double] in
        func luck(_ purpose: UInt32) -> Double {
          stream.draw(entity: UInt32(replication), quarter: 0, purpose: Purpose(rawValue: purpose)).normal0
        }
        return [0.3 + 0.1 * luck(0) + 0.01 * luck(UInt32(index + 1)), 100 + 10 * Double(index) + luck(9)]
      }
      return (name, replications)
    }
    return ToySimulator(values: Dictionary(uniqueKeysWithValues: values), simultaneousRuns: threads)
  }

  private func experiment(
    threads: Int = 1, replications: Int = 11, precision: Precision? = nil
  ) -> Experiment<ToySimulator> {
    Experiment(
      engine: Self.simulator(threads: threads),
      plan: ExperimentPlan(
        scenarios: Self.scenarios, replications: replications, precision: precision))
  }

  /// All that a summary says of the end, as numbers to be compared bit for bit.
  private func numbers(_ summary: ExperimentSummary) -> [UInt64] {
    func bits(_ estimate: Estimate) -> [Double] { [estimate.mean, estimate.low, estimate.high] }
    let estimates = (0..<3).flatMap { scenario in
      (0..<2).flatMap { measure in
        bits(summary.estimate(scenario: scenario, quarter: 1, group: 0, measure: measure))
          + (scenario == 0
            ? []
            : bits(summary.comparison(scenario: scenario, quarter: 1, group: 0, measure: measure).difference))
      }
    }
    return (estimates + [Double(summary.replications)]).map(\.bitPattern)
  }

  private func chances(_ summary: ExperimentSummary) -> [UInt64] {
    summary.rankings().flatMap { $0.standings.map(\.probabilityOfBest.bitPattern) }
  }

  @Test("results come in the same order and are the same on any number of threads", arguments: [2, 3, 4])
  func threads(threads: Int) throws {
    let (one, many) = (RecordingSink(), RecordingSink())
    let first = try experiment().run(into: one)
    let second = try experiment(threads: threads).run(into: many)
    #expect(one.log == many.log)
    #expect(one.log.count == 11 * 4)
    #expect(numbers(first) == numbers(second))
  }

  @Test("each replication is run once and shown once", arguments: [1, 2, 4])
  func once(threads: Int) throws {
    let experiment = experiment(threads: threads)
    var seen: [Int] = []
    _ = try experiment.run(into: RecordingSink(), hasSettled: { seen.append($0) })
    #expect(seen.sorted() == Array(1...11))
    #expect(experiment.engine.log.count == 11 * 4)
  }

  @Test("progress on several threads rises to 1", arguments: [2, 4])
  func progress(threads: Int) throws {
    var seen: [ExperimentProgress] = []
    _ = try experiment(threads: threads).run(into: RecordingSink(), progress: { seen.append($0) })
    #expect(seen.map(\.fraction) == seen.map(\.fraction).sorted())
    #expect(seen.last?.fraction == 1)
    #expect(seen.map(\.replication) == seen.map(\.replication).sorted())
    #expect(seen.allSatisfy { $0.replications == 11 && (1...11).contains($0.replication) })
  }

  @Test("a sink that fails ends the experiment, whichever threads run", arguments: [1, 2, 4])
  func failure(threads: Int) {
    let experiment = experiment(threads: threads, replications: 40)
    let sink = RecordingSink()
    sink.refusedReplication = 3
    #expect(throws: RecordingSink.Refusal.self) { _ = try experiment.run(into: sink) }
    #expect(sink.log.last == "result C 3")
    #expect(experiment.engine.log.count < 40 * 4)
  }

  // MARK: - Continued

  @Test("continuing after some replications gives what an unbroken experiment gives", arguments: [1, 2, 3])
  func continuing(threads: Int) throws {
    let whole = RecordingSink()
    let unbroken = try experiment(replications: 4).run(into: whole)
    for count in 0...4 {
      let rest = RecordingSink()
      let continued = try experiment(threads: threads, replications: 4).run(
        after: whole.sums[count], of: count, into: rest)
      #expect(numbers(unbroken) == numbers(continued))
      #expect(rest.log == Array(whole.log.dropFirst(4 * count)))
      if count == 2 { #expect(chances(unbroken) == chances(continued)) }
    }
  }

  // MARK: - Until they are enough

  private static let precision = Precision(measure: "headcount_ratio", halfWidth: 0.008, pilot: 8, maximum: 40)

  @Test("the number of replications is the rule's, on any number of threads", arguments: [1, 2, 3, 4])
  func precision(threads: Int) throws {
    var rule = SequentialRule(Self.precision, estimands: 2)
    let sink = RecordingSink()
    _ = try experiment(replications: 40).run(into: sink)
    for runs in stride(from: 0, to: 120, by: 3) where !rule.isFinished {
      let values = sink.runs[runs..<runs + 3].map { $0.result.observations[1].values[0] }
      rule.add([values[1] - values[0], values[2] - values[0]])
    }
    #expect((9..<40).contains(rule.replications))
    let precise = RecordingSink()
    let summary = try experiment(threads: threads, precision: Self.precision).run(into: precise)
    #expect(summary.replications == rule.replications)
    #expect(summary.precision?.isMet == true)
    #expect((summary.precision?.halfWidth ?? .nan) <= 0.008)
    #expect(precise.log == Array(sink.log.prefix(4 * rule.replications)))
    let fixed = try experiment(replications: rule.replications).run(into: RecordingSink())
    #expect(numbers(summary) == numbers(fixed))
    // Continuing it anywhere ends at the same number.
    let sums = try #require(precise.sums[4])
    let continued = try experiment(threads: threads, precision: Self.precision).run(
      after: sums, of: 4, into: RecordingSink())
    #expect(numbers(continued) == numbers(summary))
  }

  @Test("the maximum ends it, and that is said", arguments: [1, 3])
  func maximum(threads: Int) throws {
    let goal = Precision(measure: "headcount_ratio", halfWidth: 1e-6, pilot: 5, maximum: 8)
    var seen: [ExperimentProgress] = []
    let summary = try experiment(threads: threads, precision: goal).run(
      into: RecordingSink(), progress: { seen.append($0) })
    #expect(summary.replications == 8)
    #expect(summary.precision?.isMet == false)
    #expect(seen.last?.fraction == 1)
    #expect(seen.allSatisfy { $0.fraction <= 1 && $0.replications <= 8 })
  }

  @Test("a scenario alone is judged by its mean")
  func alone() throws {
    let goal = Precision(measure: "durable_exits", halfWidth: 100, pilot: 2, maximum: 8)
    let plan = ExperimentPlan(scenarios: [.made("A")], replications: 1, precision: goal)
    let summary = try Experiment(engine: Self.simulator(), plan: plan).run(into: RecordingSink())
    #expect(summary.replications == 2)
    #expect(summary.precision?.isMet == true)
  }
}
