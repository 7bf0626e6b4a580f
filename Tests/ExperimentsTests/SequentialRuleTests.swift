import ExactMath
import Randomness
import Statistics
import Testing

@testable import Experiments

@Suite("Sequential rule")
struct SequentialRuleTests {
  private func rule(_ halfWidth: Double, pilot: Int = 3, maximum: Int = 1000, estimands: Int = 1) -> SequentialRule {
    SequentialRule(
      Precision(measure: "any", halfWidth: halfWidth, pilot: pilot, maximum: maximum), estimands: estimands)
  }

  /// Feeds values until the rule is finished; how many it took.
  private func stop(_ rule: SequentialRule, _ values: [Double]) -> Int? {
    var rule = rule
    for value in values {
      rule.add([value])
      if rule.isFinished { return rule.replications }
    }
    return nil
  }

  @Test("Stein's number of a pilot of 0, 1, 2, worked out by hand")
  func steinNumber() {
    // s = 1 and t(2) = 4.30265: 4.30265^2 = 18.51 and (4.30265 / 2)^2 = 4.63.
    for (halfWidth, number) in [(1.0, 19), (2, 5), (5, 3)] {
      var rule = rule(halfWidth)
      for value in [0.0, 1] { rule.add([value]) }
      #expect(rule.required == nil && rule.expected == 3)
      rule.add([2])
      #expect(rule.required == number)
      #expect(rule.expected == number)
      #expect(rule.isFinished == (number == 3))
    }
  }

  @Test("it stops at Stein's number and not before, however narrow the interval is")
  func notBefore() {
    #expect(stop(rule(1), [0, 1, 2] + Array(repeating: 1, count: 100)) == 19)
    #expect(stop(rule(2), [0, 1, 2, 1, 1, 1]) == 5)
  }

  @Test("it goes on beyond Stein's number while the interval is too wide")
  func beyond() {
    // At 5 values s = 6.43 and the half width 7.98.
    var rule = rule(2)
    for value in [0.0, 1, 2, 9, -9] { rule.add([value]) }
    #expect(abs(rule.halfWidth - 2.7764451051977987 * (41.3 / 5).squareRoot()) < 1e-9)
    #expect(!rule.isFinished)
    #expect(rule.expected == 6)
    let values = [0.0, 1, 2, 9, -9] + Array(repeating: 0.6, count: 200)
    let stop = stop(rule, Array(values.dropFirst(5)))
    // Reference: the first number whose interval is narrow enough, from the plain formulas.
    let expected = (6...200).first { number in
      let moments = RunningMoments(values.prefix(number))
      return studentQuantile(probability: 0.975, degreesOfFreedom: number - 1) * moments.standardError <= 2
    }
    #expect(stop == expected)
  }

  @Test("of a mean on a scale of its own it is the farther end that has to be near enough")
  func lopsided() {
    var rule = SequentialRule(
      Precision(measure: "any", halfWidth: 17.5, pilot: 3, maximum: 1000), range: .upTo(4880), estimands: 1)
    var moments = RunningMoments()
    for replication in 0..<1000 where !rule.isFinished {
      let value = 112 + 47 * Self.normal(1, replication).magnitude
      rule.add([value])
      moments.add(value)
    }
    let estimate = Estimate(moments, range: .upTo(4880))
    #expect(rule.isPrecise && estimate.high - estimate.mean <= 17.5 && estimate.mean - estimate.low <= 17.5)
    #expect(estimate.high - estimate.mean > estimate.mean - estimate.low)
  }

  @Test("values that do not vary need the pilot alone")
  func constant() { #expect(stop(rule(1e-9), [3, 3, 3, 3, 3]) == 3) }

  @Test("of several estimands the worst decides")
  func several() {
    var rule = rule(2, estimands: 2)
    for value in [0.0, 1, 2, 1, 1] { rule.add([0, value]) }
    #expect(rule.required == 5 && rule.isPrecise)
    rule = self.rule(2, estimands: 2)
    for value in [0.0, 1, 2, 9, -9] { rule.add([value, 0]) }
    #expect(!rule.isPrecise)
  }

  @Test("the maximum ends it, unmet")
  func maximum() {
    var rule = rule(1, maximum: 4)
    for value in [0.0, 1, 2] { rule.add([value]) }
    #expect(rule.required == 4 && !rule.isFinished)
    rule.add([3])
    #expect(rule.isFinished && !rule.isPrecise)
    #expect(!rule.outcome.isMet)
    #expect(stop(self.rule(1e-300, maximum: 4), [0, 1, 2, 3, 4]) == 4)
  }

  @Test("what is never defined is never precise")
  func undefined() {
    var rule = rule(1, maximum: 6)
    for _ in 0..<5 { rule.add([.nan]) }
    #expect(!rule.isFinished)
    #expect(rule.halfWidth.isNaN)
    rule.add([.nan])
    #expect(rule.isFinished && !rule.isPrecise)
  }

  // MARK: - Coverage

  private static let experiments = 2000

  private static func normal(_ experiment: Int, _ replication: Int) -> Double {
    RandomStream(seed: 1945, replication: 0).draw(
      entity: UInt32(experiment), quarter: Int32(replication), purpose: Purpose(label: "coverage")
    ).normal0
  }

  /// The share of experiments whose `mean +- halfWidth` covers 0.
  private func coverage(_ halfWidth: Double, isFinished: (_ moments: RunningMoments) -> Bool) -> Double {
    let covered = (0..<Self.experiments).count { experiment in
      var moments = RunningMoments()
      repeat { moments.add(Self.normal(experiment, moments.count)) } while !isFinished(moments)
      return moments.mean.magnitude <= halfWidth
    }
    return Double(covered) / Double(Self.experiments)
  }

  /// Four standard errors of a share of 95%.
  private static let tolerance = 4 * (0.95 * 0.05 / Double(experiments)).squareRoot()

  @Test("mean plus and minus the half width covers the truth with 95% or more", arguments: [0.25, 0.5, 0.8])
  func coverage(halfWidth: Double) {
    let covered = (0..<Self.experiments).count { experiment in
      var rule = rule(halfWidth, pilot: 5)
      var moments = RunningMoments()
      while !rule.isFinished {
        let value = Self.normal(experiment, moments.count)
        rule.add([value])
        moments.add(value)
      }
      return moments.mean.magnitude <= halfWidth
    }
    #expect(Double(covered) / Double(Self.experiments) > 0.95 - Self.tolerance)
  }

  @Test("stopping at the first narrow interval would not")
  func naive() {
    let share = coverage(0.5) { moments in
      guard moments.count > 2 else { return false }
      return IntervalWidth.factor(replications: moments.count) * moments.standardError <= 0.5
    }
    #expect(share < 0.95 - Self.tolerance)
  }
}
