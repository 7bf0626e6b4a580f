import Households
import Synchronization
import Testing

@testable import Experiments

@Suite("Sweep")
struct SweepTests {
  private static func sweep(
    points: Int, threads: Int, replications: Int = 2, refused: Set<Int> = [], after finished: Int = 0,
    into take: @escaping (PointOutcome) throws -> Void, progress: (SweepProgress) -> Void = { _ in }
  ) throws {
    let plan = SweepPlan.made(points: points, replications: replications)
    try plan.sweep(threads: threads, after: finished, into: take, progress: progress) { point, threads in
      if refused.contains(point) { throw PointRefusal(reason: "no \(point)") }
      // Uneven work, so that points end in another order than they begin.
      var sum = 0.0
      for step in 0..<(point * 7 % 5) * 20_000 { sum += Double(step).squareRoot() }
      let own = Double(100 * point) + (sum < 0 ? 1 : 0)
      return SweepPoint(
        engine: FunctionSimulator(simultaneousRuns: threads) { scenario, replication in
          let value = own + Double(10 * replication) + (scenario == "B" ? 1 : 0)
          return (value, -value, scenario == "B" ? value / 2 : 0)
        }, scenarios: [.made("A"), .made("B")])
    }
  }

  @Test("each point gives the chosen measures of all households and the cost, scenario by scenario")
  func values() throws {
    let sink = RecordingSweepSink()
    try Self.sweep(points: 2, threads: 1, into: sink.take)
    #expect(sink.outcomes.map(\.point) == [0, 1])
    #expect(
      sink.outcomes[1].values == [-110, 0, 110, -120, 0, 120] + [-111, 55.5, 111, -121, 60.5, 121])
  }

  @Test("any number of threads gives the same outcomes in the same order", arguments: [1, 2, 3, 7])
  func threads(threads: Int) throws {
    let sink = RecordingSweepSink()
    try Self.sweep(points: 31, threads: threads, replications: 3, refused: [4, 30], into: sink.take)
    let expected = RecordingSweepSink()
    try Self.sweep(points: 31, threads: 1, replications: 3, refused: [4, 30], into: expected.take)
    #expect(sink.outcomes.map(\.values) == expected.outcomes.map(\.values))
    #expect(sink.outcomes.map(\.point) == Array(0..<31))
  }

  @Test("a point that cannot be run is left out with its reason")
  func refusal() throws {
    let sink = RecordingSweepSink()
    try Self.sweep(points: 3, threads: 2, refused: [1], into: sink.take)
    #expect(sink.outcomes[1].point == 1 && sink.outcomes[1].values.isEmpty)
    #expect(sink.outcomes.map(\.refusal) == [nil, "no 1", nil])
  }

  @Test("points of an earlier execution are not run again", arguments: [1, 2, 4])
  func resuming(threads: Int) throws {
    let whole = RecordingSweepSink()
    try Self.sweep(points: 9, threads: threads, into: whole.take)
    for finished in 0...9 {
      let rest = RecordingSweepSink()
      try Self.sweep(points: 9, threads: threads, after: finished, into: rest.take)
      #expect(rest.outcomes.map(\.values) == whole.outcomes.dropFirst(finished).map(\.values))
    }
  }

  @Test("a sink that fails ends the sweep, and nothing comes after", arguments: [1, 2, 7])
  func failingSink(threads: Int) {
    let sink = RecordingSweepSink()
    sink.refusesPoint = 5
    #expect(throws: RecordingSweepSink.Refusal.self) {
      try Self.sweep(points: 200, threads: threads, into: sink.take)
    }
    #expect(sink.outcomes.map(\.point) == Array(0..<5))
  }

  @Test("an error in making a point ends the sweep", arguments: [1, 3])
  func failingPreparation(threads: Int) {
    struct Failure: Error {}
    #expect(throws: Failure.self) {
      try SweepPlan.made(points: 40).sweep(threads: threads, into: RecordingSweepSink().take) {
        (_, _) -> SweepPoint<FunctionSimulator> in
        throw Failure()
      }
    }
  }

  @Test("workers are at most a few points ahead of what is delivered")
  func boundedLead() throws {
    let started = Mutex(0)
    var lead = 0
    let gate = Mutex(false)
    let take = { (outcome: PointOutcome) in lead = max(lead, started.withLock { $0 } - outcome.point) }
    try SweepPlan.made(points: 120).sweep(threads: 2, into: take) { point, _ in
      started.withLock { $0 += 1 }
      // The first point is slow: the other worker goes on until there is no more room.
      if point == 0 {
        var before = -1
        while started.withLock({ $0 }) != before {
          before = started.withLock { $0 }
          for _ in 0..<200_000 { _ = gate.withLock { $0 } }
        }
      }
      return SweepPoint(
        engine: FunctionSimulator { _, _ in (0, 0, 0) }, scenarios: [.made("A"), .made("B")])
    }
    #expect(lead <= 2 * 3)
  }

  @Test("progress rises from 0 to 1", arguments: [1, 3])
  func progress(threads: Int) throws {
    let seen = Mutex<[SweepProgress]>([])
    try Self.sweep(
      points: 7, threads: threads, refused: [2, 6], into: RecordingSweepSink().take,
      progress: { progress in seen.withLock { $0.append(progress) } })
    let all = seen.withLock { $0 }
    #expect(all.last == SweepProgress(done: 7, points: 7, fraction: 1))
    #expect(all.map(\.done) == all.map(\.done).sorted())
    #expect(all.allSatisfy { $0.fraction >= 0 && $0.fraction <= 1 })
  }

  @Test("some of the households of a point are part of all, and none of them is a share of 0")
  func partOfHouseholds() {
    let exits = Measure(name: "durable_exits", unit: "households", summary: "Exits.", range: .partOfHouseholds)
    var outcomes = SweepOutcomes(
      plan: SweepPlan(
        points: 1, scenarioNames: ["A", "B"], replications: 4, measures: [exits], households: 1000))
    outcomes.add(PointOutcome(point: 0, values: [0, 0, 0, 0, 900, 990, 1000, 980]))
    let nobody = outcomes.estimate(of: SweepQuantity(scenario: 0, measure: 0, isDifference: false), point: 0)
    // 1 - 0.025^(1/4) of them, by Clopper and Pearson; B varies, but in another scenario.
    #expect(nobody.low == 0 && (nobody.high - 602.3646356164747).magnitude < 1e-9)
    let most = outcomes.estimate(of: SweepQuantity(scenario: 1, measure: 0, isDifference: false), point: 0)
    #expect(most.high < 1000)
  }
}
