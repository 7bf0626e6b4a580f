import CostEffectiveness
import Statistics
import Testing

@testable import Experiments
@testable import Households

@Suite("Evaluation of scenarios")
struct EvaluationTests {
  private static let measures = [Measure(name: "durable_exits", unit: "households", summary: "Exits.")]

  /// Without discounting, so that sums can be made by hand.
  private static let plain: EvaluationParameters = {
    var parameters = EvaluationParameters()
    parameters.costDiscountRate = 0
    parameters.effectDiscountRate = 0
    parameters.yearsAfterHorizon = 2
    return parameters
  }()

  /// A hundred households over a year, of which so many are out and poor in each quarter.
  private static func run(pkr: Double? = nil, exits: Double, out: [Double], poor: [Double]) -> RunResult {
    let course = zip(out, poor).enumerated().map { quarter, counts in
      var moves = [Double](repeating: 0, count: 18)
      moves[0] = Double(quarter)
      return CourseEntry(
        quarter: quarter, levels: [0, 0, 100 - counts.0, counts.0, 0, 0, 100, 0, 0, 0, 100, 0], moves: moves,
        out: counts.0, dependent: 100 - counts.0, durablyOut: 0, poorHouseholds: counts.1, poorPersons: 0)
    }
    return .made(
      [Observation(quarter: 0, values: [0]), Observation(quarter: 4, values: [exits])], pkr: pkr, course: course)
  }

  private static let baseline = run(exits: 1, out: [10, 10, 10, 10, 10], poor: [50, 50, 50, 50, 50])
  private static let scenario = run(pkr: 600, exits: 4, out: [10, 10, 14, 18, 22], poor: [50, 48, 48, 46, 44])

  private static func summary(
    _ runs: [[RunResult]], _ evaluation: EvaluationParameters = plain
  ) -> MoneySummary {
    let names = ["A", "B", "C", "D"].prefix(runs[0].count)
    var parameters = Parameters()
    parameters.evaluation = evaluation
    var accumulator = SummaryAccumulator(
      scenarioNames: Array(names), groupLevels: [GroupLevel(group: "all", level: "all")], measures: measures,
      parameters: Array(repeating: parameters, count: names.count), detail: .groups)
    for (replication, results) in runs.enumerated() {
      for (index, result) in results.enumerated() {
        accumulator.add(
          result, of: RunIdentity(scenario: index, scenarioName: names[index], replication: replication + 1))
      }
    }
    return accumulator.summary().money
  }

  private static func gain(
    _ effect: EffectMeasure, _ afterHorizon: AfterHorizon, _ evaluation: EvaluationParameters = plain
  ) throws -> Double {
    let money = summary([[baseline, scenario]], evaluation)
    return try #require(money.evaluation(of: effect, afterHorizon)).outcome(of: 1).effect.mean
  }

  @Test("effects within the horizon, worked out by hand")
  func byHand() throws {
    #expect(try Self.gain(.durableExits, .atEnd) == 3)
    #expect(try Self.gain(.householdsLifted, .atEnd) == 6)
    // (0 + 4 + 8 + 12) / 4 and (2 + 2 + 4 + 6) / 4 household-years.
    #expect(try Self.gain(.dependencyYears, .gainsStop) == 6)
    #expect(try Self.gain(.povertyYears, .gainsStop) == 3.5)
  }

  @Test("after the horizon gains persist, fade or stop")
  func afterHorizon() throws {
    #expect(try Self.gain(.dependencyYears, .gainsPersist) == 6 + 2 * 12)
    let root = 0.5.squareRoot().squareRoot()
    let powers = (1...8).map { (0..<$0).reduce(1.0) { product, _ in product * root } }
    let fading = try Self.gain(.dependencyYears, .gainsFade)
    #expect(abs(fading - (6 + 3 * powers.reduce(0, +))) < 1e-12)
    var longer = Self.plain
    longer.yearsAfterHorizon = 0
    #expect(try Self.gain(.dependencyYears, .gainsPersist, longer) == 6)
  }

  @Test("a rate makes later years count less, and costs by their own rate")
  func discounting() throws {
    var discounted = Self.plain
    discounted.effectDiscountRate = 0.05
    let factor = 1 / 1.05.squareRoot().squareRoot()
    let years = try Self.gain(.dependencyYears, .gainsStop, discounted)
    let squares = factor * factor
    #expect(abs(years - (squares + 2 * squares * factor + 3 * squares * squares)) < 1e-12)
    discounted.costDiscountRate = 0.1
    let money = Self.summary([[Self.baseline, Self.scenario]], discounted)
    let outcome = try #require(money.evaluation(of: .durableExits, .atEnd)).outcome(of: 1)
    // Spent in the first quarter.
    #expect(abs(outcome.cost.mean - 600 / 1.1.squareRoot().squareRoot()) < 1e-9)
    #expect(outcome.effect.mean == 3)
  }

  @Test("levels and moves cost nothing unless a scenario says so")
  func widerCosts() throws {
    let without = Self.summary([[Self.baseline, Self.scenario]])
    #expect(without.evaluations.count == 8)
    #expect(without.evaluations.allSatisfy { $0.terms.perspective == .programme })
    var wider = Self.plain
    wider.levelCosts[2] = 100
    wider.moveCosts[0] = 7
    let with = Self.summary([[Self.baseline, Self.scenario]], wider)
    #expect(with.evaluations.count == 16)
    func cost(_ afterHorizon: AfterHorizon) throws -> Double {
      let evaluation = try #require(
        with.evaluation(of: .dependencyYears, afterHorizon, perspective: .wider))
      return evaluation.outcome(of: 1).cost.mean
    }
    // Six household-years less at level 2; the moves are those of the baseline.
    #expect(try cost(.gainsStop) == 600 - 6 * 100)
    #expect(try cost(.gainsPersist) == 600 - 30 * 100)
    let programme = try #require(with.evaluation(of: .dependencyYears, .gainsStop))
    #expect(programme.outcome(of: 1).cost.mean == 600)
  }

  @Test("what costs and achieves nothing more is the baseline's equal, whatever chance does")
  func equals() throws {
    let runs = (0..<5).map { replication -> [RunResult] in
      let exits = Double(replication)
      let flat = [50.0, 50, 50, 50, 50]
      let base = Self.run(exits: exits, out: [10, 10, 10, 10, 10], poor: flat)
      let better = Self.run(pkr: 600, exits: exits + 3 + exits / 5, out: [10, 10, 10, 10, 20], poor: flat)
      return [base, better, base, better]
    }
    let evaluation = try #require(Self.summary(runs).evaluation(of: .durableExits, .atEnd))
    let frontier = evaluation.frontier()
    #expect(frontier.path == [0, 1])
    #expect(frontier.statuses[2] == .equal(to: 0) && frontier.statuses[3] == .equal(to: 1))
    let judgements = evaluation.acceptability()
    #expect(judgements.map(\.willingnessToPay) == (0...20).map { 25_000 * Double($0) })
    for judgement in judgements {
      #expect(abs(judgement.probabilities.reduce(0, +) - 1) < 1e-12)
      #expect(judgement.probabilities[0] == judgement.probabilities[2])
      #expect(judgement.probabilities[1] == judgement.probabilities[3])
      #expect(judgement.valueOfPerfectInformation >= 0)
    }
    // Worth nothing, exits are not to be paid for; at PKR 500,000 they are.
    #expect(judgements[0].probabilities[0] == 0.5)
    #expect(judgements[20].probabilities[1] > 0.49)
  }

  @Test("with two scenarios the probability is that of the paired t statistic of net benefits")
  func pairedStatistic() throws {
    let costs = [310.0, 390, 520, 280, 450]
    let runs = costs.map { cost in
      [
        Self.run(exits: 0, out: [0, 0, 0, 0, 0], poor: [0, 0, 0, 0, 0]),
        Self.run(pkr: cost * 1000, exits: 1, out: [0, 0, 0, 0, 0], poor: [0, 0, 0, 0, 0]),
      ]
    }
    let evaluation = try #require(Self.summary(runs).evaluation(of: .durableExits, .atEnd))
    // At PKR 400,000 the benefit of an exit is 10,000 with an error of 44,000: t = 0.2273 with 4 degrees of freedom.
    let judgement = try #require(evaluation.acceptability().first { $0.willingnessToPay == 400_000 })
    let moments = RunningMoments(costs.map { 400 - $0 })
    let t = moments.mean / moments.standardError
    // Student's distribution with 4 degrees of freedom in closed form.
    let u = t / (4 + t * t).squareRoot()
    let expected = 0.5 + 0.75 * (u - u * u * u / 3)
    #expect(abs(judgement.probabilities[1] - expected) < 4 * 0.005)
  }

  @Test("a run without a course defines exits alone")
  func noCourse() {
    let empty: [RunResult] = [
      .made([Observation(quarter: 4, values: [1])]), .made([Observation(quarter: 4, values: [2])], pkr: 5),
    ]
    let money = Self.summary([empty])
    #expect(money.evaluations.map(\.terms.effect) == [.durableExits])
    #expect(Self.summary([[empty[0]]]).evaluations.isEmpty)
  }

  // MARK: - Budget

  @Test("spending by year, partner and part, with nothing where nothing was spent in a replication")
  func budget() {
    func entry(_ quarter: Int, _ partner: String, _ parts: CostParts) -> CostEntry {
      CostEntry(
        quarter: quarter, partner: partner, programme: "P", intervention: "i", units: 1, households: 1, parts: parts)
    }
    var first = Self.baseline
    first.costs = [entry(4, "X", CostParts(delivery: 1, loan: 10)), entry(5, "X", CostParts(loan: 4))]
    var second = Self.baseline
    second.costs = [entry(1, "X", CostParts(loan: 20)), entry(5, "Y", CostParts(transfer: 6, repayment: -2))]
    let budget = Self.summary([[first], [second]]).budgets[0]
    #expect(
      budget.rows.map { "\($0.year) \($0.partner) \($0.part)" } == [
        "1 X delivery", "1 X loan", "2 X loan", "2 Y transfer", "2 Y repayment",
      ])
    #expect(budget.rows.map(\.spending.mean) == [0.5, 15, 2, 3, -1])
    #expect(budget.rows.allSatisfy { $0.spending.replications == 2 })
    #expect(budget.total.mean == 19.5)
    #expect(budget.rows.reduce(0) { $0 + $1.spending.mean } == budget.total.mean)
  }

  @Test("a gain that is rounding alone is 0 for every effect: dominated, without a ratio, worth nothing")
  func gainOfNothing() throws {
    let third = 1.0 / 3
    let runs = (0..<6).map { replication -> [RunResult] in
      let luck = 10 * Double(replication)
      // The same households by sums in another order: 0.1 + 0.2 + 0.3 against 0.3 + 0.2 + 0.1.
      let (out, other) = (0.1 + 0.2 + 0.3 + luck, 0.3 + 0.2 + 0.1 + luck)
      let flat = { (value: Double) in [Double](repeating: value, count: 5) }
      return [
        Self.run(exits: luck + third, out: flat(out), poor: flat(out)),
        Self.run(pkr: 600, exits: luck + 1 - 2 * third, out: flat(other), poor: flat(other)),
      ]
    }
    let summary = Self.summary(runs)
    for evaluation in summary.evaluations {
      let outcome = evaluation.outcome(of: 1)
      #expect(outcome.effect.mean == 0 && outcome.effect.low == 0 && outcome.effect.high == 0, "\(evaluation.terms)")
      #expect(outcome.ratio == .dominated)
      let frontier = evaluation.frontier()
      #expect(frontier.path == [0] && frontier.statuses[1] == .dominated(by: 0))
      #expect(frontier.strategies[1].effect == 0)
      // Worth nothing, the scenario is the best in no draw; at no price either.
      #expect(evaluation.acceptability().allSatisfy { $0.probabilities == [1, 0] && $0.choice == 0 })
    }
  }

  @Test("gains that cancel over replications are no gain")
  func cancellingGains() throws {
    let weight = 3.17
    let runs = [1.0, 1, -2].map { gain -> [RunResult] in
      let flat = [Double](repeating: 500_000, count: 5)
      return [
        Self.run(exits: 1e6, out: flat, poor: flat),
        Self.run(pkr: 600, exits: 1e6 + weight * gain, out: flat, poor: flat),
      ]
    }
    let evaluation = try #require(Self.summary(runs).evaluation(of: .durableExits, .atEnd))
    #expect(evaluation.outcome(of: 1).effect.mean == 0)
    #expect(evaluation.frontier().path == [0])
  }
}
