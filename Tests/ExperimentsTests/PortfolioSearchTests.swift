import Designs
import Synchronization
import Testing

@testable import Experiments

@Suite("Search for the best mix")
struct PortfolioSearchTests {
  /// What each programme adds by its money, and what loans and skills add to each other.
  private static let effects: [String: [Double: Double]] = [
    "Cash": [10: 4, 20: 8, 30: 9], "Loans": [10: 4, 20: 9, 30: 10], "Skills": [10: 5, 20: 9, 30: 10],
    "Works": [10: 1, 20: 2, 30: 3],
  ]

  @Sendable private static func additive(_ money: [String: Double]) -> Double {
    money.sorted { $0.key < $1.key }.reduce(0) { $0 + (effects[$1.key]?[$1.value] ?? 0) }
  }

  @Sendable private static func truth(_ money: [String: Double]) -> Double {
    let meet = (money["Loans"] ?? 0) >= 20 && (money["Skills"] ?? 0) >= 20
    return additive(money) + (meet ? 6 : 0)
  }

  private static func engine(seed: UInt64 = 1, threads: Int = 1, own: Double = 1) -> PlantedSimulator {
    PlantedSimulator(simultaneousRuns: threads, seed: seed, own: own, truth: truth)
  }

  private static let best: [String: Double] = ["Cash": 20, "Loans": 20, "Skills": 20]

  private static func find(
    _ planted: PlantedPortfolio = PlantedPortfolio(), engine: PlantedSimulator = engine()
  ) throws -> PortfolioFindings {
    try planted.search(engine: engine, into: RecordingPortfolioSink().take)
  }

  @Test("the planted mix is the best of all by three")
  func planted() throws {
    let planted = PlantedPortfolio()
    let mixes = planted.plan.mixes.map { planted.programmes(of: $0) }
    let ranked = mixes.sorted { Self.truth($0) > Self.truth($1) }
    #expect(ranked[0] == Self.best)
    #expect(Self.truth(ranked[0]) - Self.truth(ranked[1]) >= 3)
  }

  @Test("the planted mix is found in at least 95 of 100 seeds")
  func finds() throws {
    let planted = PlantedPortfolio()
    let found = try (1...100).count { seed in
      let findings = try Self.find(planted, engine: Self.engine(seed: UInt64(seed)))
      return planted.programmes(of: findings.recommendedMix) == Self.best
    }
    #expect(found >= 95, "\(found) of 100")
  }

  @Test("without a first look it is found among all mixes")
  func withoutLook() throws {
    let planted = PlantedPortfolio(effort: SearchEffort(screened: 1000, replications: 20, finalists: 3))
    let findings = try Self.find(planted)
    #expect(planted.programmes(of: findings.recommendedMix) == Self.best)
    #expect(findings.schedule.rounds[0].kept == planted.plan.mixes.count / 2)
  }

  @Test("with a worth the mix with the most net benefit is found, and what the budget can reach is told")
  func worth() throws {
    // Loans and skills of 20 gain 24 for 40; cash of 20 adds 8 for 20, which is too dear at 2 a unit.
    for (worth, best) in [(2.0, ["Loans": 20.0, "Skills": 20]), (20, Self.best)] {
      let planted = PlantedPortfolio(worth: worth)
      let findings = try Self.find(planted)
      #expect(planted.programmes(of: findings.recommendedMix) == best)
      #expect(findings.recommendation.rule == .netBenefit)
      let most = findings.comparison.standings[findings.comparison.most]
      #expect(planted.programmes(of: findings.plan.mix(most.mix)) == Self.best)
    }
  }

  @Test("the order of candidates does not matter")
  func order() throws {
    let names = ["Works", "Skills", "Cash", "Loans"]
    let (first, second) = (PlantedPortfolio(), PlantedPortfolio(names: names))
    let (one, other) = (try Self.find(first), try Self.find(second))
    #expect(first.programmes(of: one.recommendedMix) == second.programmes(of: other.recommendedMix))
    #expect(
      one.comparison.standings.map { first.programmes(of: one.plan.mix($0.mix)) }.map(Self.truth).sorted()
        == other.comparison.standings.map { second.programmes(of: other.plan.mix($0.mix)) }.map(Self.truth).sorted())
  }

  @Test("threads do not matter", arguments: [2, 3, 7])
  func threads(threads: Int) throws {
    let planted = PlantedPortfolio()
    let (one, many) = (RecordingPortfolioSink(), RecordingPortfolioSink())
    let first = try planted.search(engine: Self.engine(), into: one.take)
    let second = try planted.search(engine: Self.engine(threads: threads), into: many.take)
    #expect(one.batches == many.batches)
    #expect(first.recommendation == second.recommendation)
    #expect(first.doubts == second.doubts)
  }

  @Test("nothing is recommended where nothing works")
  func nothingWorks() throws {
    let recommended = try (1...20).count { seed in
      let findings = try Self.find(
        engine: PlantedSimulator(seed: UInt64(seed), own: 1) { _ in 0 })
      return findings.recommendedMix.number == Mix.nothing
    }
    // Each search errs with 5% at most.
    #expect(recommended >= 17, "\(recommended) of 20")
  }

  @Test("nothing is the best where everything harms")
  func everythingHarms() throws {
    let findings = try Self.find(
      engine: PlantedSimulator(own: 1) { -3 * Self.additive($0) })
    #expect(findings.recommendedMix.number == Mix.nothing)
    #expect(findings.comparison.best == 0)
    #expect(findings.comparison.standings[0].mayBeBest)
    #expect(findings.comparison.standings.count { $0.mayBeBest } == 1)
    #expect(findings.frontier.isEmpty)
  }

  @Test("a tie is said to be one, and the cheaper mix is recommended")
  func tie() throws {
    // Twice the money does exactly the same.
    let flat: @Sendable ([String: Double]) -> Double = { $0["Loans"] == nil ? 0 : 20 }
    let planted = PlantedPortfolio()
    let findings = try Self.find(
      planted, engine: PlantedSimulator(own: 0, truth: flat))
    #expect(planted.programmes(of: findings.recommendedMix) == ["Loans": 10])
    let alike = findings.comparison.standings.filter(\.mayBeBest)
    #expect(alike.count > 1)
    #expect(findings.comparison.standings[0].mayBeBest == false)
    // More money gains nothing: one point.
    #expect(findings.frontier.count == 1)
  }

  @Test("less is better where the outcome says so")
  func lowerIsBetter() throws {
    let planted = PlantedPortfolio(outcome: .headline(.headcountRatio))
    let findings = try Self.find(planted)
    #expect(planted.programmes(of: findings.recommendedMix) == Self.best)
    let best = findings.comparison.standings[findings.comparison.best]
    #expect(best.fromNothing.high < 0)
  }

  // MARK: - How it goes on

  @Test("a search that was stopped anywhere gives what an unbroken one gives", arguments: [1, 2])
  func resumed(threads: Int) throws {
    let planted = PlantedPortfolio(effort: SearchEffort(screened: 8, replications: 6, finalists: 2))
    let whole = RecordingPortfolioSink()
    let engine = Self.engine(threads: threads)
    let findings = try planted.search(engine: engine, into: whole.take)
    for done in 0...whole.batches.count {
      let rest = RecordingPortfolioSink()
      let again = try planted.search(engine: engine, after: Array(whole.batches.prefix(done)), into: rest.take)
      #expect(rest.batches == Array(whole.batches.dropFirst(done)))
      #expect(again.recommendation == findings.recommendation)
      #expect(again.gains.map(\.mean).filter { !$0.isNaN } == findings.gains.map(\.mean).filter { !$0.isNaN })
    }
  }

  @Test("all mixes of a round share its replications, and the final ones are fresh")
  func batches() throws {
    let planted = PlantedPortfolio()
    let sink = RecordingPortfolioSink()
    let findings = try planted.search(engine: Self.engine(), into: sink.take)
    #expect(sink.batches.map(\.replication) == Array(1...sink.batches.count))
    for (index, round) in findings.schedule.rounds.enumerated() {
      let batches = sink.batches.filter { $0.stage == index + 1 }
      #expect(batches.map(\.replication) == Array(round.replications))
      for batch in batches {
        #expect(batch.evaluations.map(\.mix).sorted() == batches[0].evaluations.map(\.mix).sorted())
        #expect(batch.evaluations.first?.mix == Mix.nothing)
        #expect(batch.evaluations.count >= round.mixes + 1)
      }
    }
    let final = sink.batches.filter { $0.stage == findings.schedule.rounds.count + 1 }
    #expect(final.count == planted.effort.replications)
    #expect(final[0].evaluations.map(\.mix) == findings.comparison.standings.map(\.mix))
  }

  @Test("a sink that fails ends the search", arguments: [1, 3])
  func failingSink(threads: Int) {
    let sink = RecordingPortfolioSink()
    sink.refusedReplication = 4
    #expect(throws: RecordingPortfolioSink.Refusal.self) {
      try PlantedPortfolio().search(engine: Self.engine(threads: threads), into: sink.take)
    }
    #expect(sink.batches.map(\.replication) == [1, 2, 3])
  }

  @Test("the frontier rises from nothing, and each point costs more than the one before")
  func frontier() throws {
    let findings = try Self.find()
    let budgets = findings.frontier.map { findings.plan.mix(findings.comparison.standings[$0.index].mix).budget }
    // Loans and skills for 40 give 24, 0.6 each, more than any smaller sum; cash for 10 or 20 more gives 0.4 each.
    #expect(budgets == budgets.sorted() && budgets.first == 40 && budgets.last == 60)
    #expect(zip([0] + budgets, zip(budgets, findings.frontier)).allSatisfy { $1.0 - $0 == $1.1.money })
    let last = try #require(findings.frontier.last)
    #expect(findings.comparison.standings[last.index].mix == findings.recommendedMix.number)
    #expect(findings.frontier.allSatisfy { $0.step.mean > 0 })
  }

  @Test("the order of mixes in the halves of the first round tells how much luck is in it")
  func rankCorrelation() throws {
    func correlation(own: Double) throws -> Double {
      try Self.find(engine: Self.engine(own: own)).doubts.rankCorrelation
    }
    #expect(try correlation(own: 0) > 0.999)
    // Gains of nothing but luck: 200 mixes have a standard error of 0.07.
    let luck = try Self.find(engine: PlantedSimulator(own: 1) { _ in 0 }).doubts.rankCorrelation
    #expect(luck.magnitude < 0.3, "\(luck)")
    #expect(try correlation(own: 5) < correlation(own: 1))
  }

  @Test(
    "a mix that was dropped counts as undecided unless the best is better beyond doubt",
    arguments: zip([12.0, 10.0, 8.0], [1, 1, 0]))
  func droppedUndecided(outcome: Double, undecided: Int) {
    let plan = PlantedPortfolio().plan
    let log = EvaluationLog(plan)
    for replication in 1...2 {
      log.add(
        EvaluationBatch(
          replication: replication, stage: 1,
          evaluations: zip([1, 2, 3], [0, 10, outcome]).map { MixEvaluation(mix: $0, outcome: $1, cost: 0) }))
    }
    let doubts = SearchDoubts(
      plan, contestants: plan.mixes.map(\.number).filter { $0 != 3 }, best: 2,
      schedule: HalvingSchedule(mixes: 2, effort: SearchEffort(screened: 2, replications: 2, finalists: 1)), log: log)
    #expect(doubts.dropped == 1)
    #expect(doubts.droppedUndecided == undecided)
  }

  @Test("progress rises within each stage")
  func progress() throws {
    let seen = Mutex<[PortfolioProgress]>([])
    _ = try PlantedPortfolio().search(engine: Self.engine(threads: 2), into: RecordingPortfolioSink().take) {
      progress in seen.withLock { $0.append(progress) }
    }
    let all = seen.withLock { $0 }
    for (before, after) in zip(all, all.dropFirst()) where before.stage == after.stage {
      #expect(before.fraction <= after.fraction)
    }
    #expect(all.last?.fraction == 1)
    #expect(all.first?.stage == .round(1, of: 4, mixes: PlantedPortfolio().plan.mixes.count - 1))
  }
}
