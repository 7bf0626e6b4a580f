import Statistics
import Testing

@Suite("Kaplan-Meier")
struct KaplanMeierTests {
  /// Shares, Greenwood's errors and log-log intervals of the treated, as textbooks print them.
  private static let published: [(week: Int, share: Double, error: Double, lower: Double, upper: Double)] = [
    (6, 0.8571, 0.0764, 0.6197, 0.9516), (7, 0.8067, 0.0869, 0.5631, 0.9228), (10, 0.7529, 0.0963, 0.5032, 0.8894),
    (13, 0.6902, 0.1068, 0.4316, 0.8491), (16, 0.6275, 0.1141, 0.3675, 0.8049),
    (22, 0.5378, 0.1282, 0.2678, 0.7468), (23, 0.4482, 0.1346, 0.1881, 0.6801),
  ]

  @Test("the remissions of 21 children, as published", arguments: published)
  func knownAnswer(week: Int, share: Double, error: Double, lower: Double, upper: Double) {
    let curve = KaplanMeier(Remission.riskSets(Remission.treated))
    let interval = curve.interval(at: week - 1)
    #expect((curve.survival[week - 1] - share).magnitude <= 0.00005)
    #expect((curve.standardError(at: week - 1) - error).magnitude <= 0.00005)
    #expect((interval.lower - lower).magnitude <= 0.00005)
    #expect((interval.upper - upper).magnitude <= 0.00005)
  }

  @Test("the medians of both groups, as published")
  func medians() {
    #expect(KaplanMeier(Remission.riskSets(Remission.treated)).medianIndex() == 23 - 1)
    #expect(KaplanMeier(Remission.riskSets(Remission.untreated)).medianIndex() == 8 - 1)
    #expect(KaplanMeier(Remission.riskSets(Array(Remission.treated.suffix(12)))).medianIndex() == nil)
  }

  @Test("nobody is lost: the share is that of those left, and its variance binomial")
  func withoutLosses() {
    let curve = KaplanMeier(Remission.riskSets(Remission.untreated))
    for week in 1...22 {
      let share = Double(Remission.untreated.count { $0.weeks > week }) / 21
      #expect((curve.survival[week - 1] - share).magnitude < 1e-14)
      #expect((curve.variance[week - 1] - share * (1 - share) / 21).magnitude < 1e-14)
    }
    #expect(curve.survival[22] == 0 && curve.variance[22] == 0)
    #expect(curve.interval(at: 22).lower.isNaN)
    #expect(curve.survival[23].isNaN && curve.standardError(at: 23).isNaN)
  }

  @Test("each child passes its part to those to its right: a slow reference (Efron 1967)")
  func redistribution() {
    let children = Remission.treated.sorted { ($0.weeks, $0.isRelapse ? 0 : 1) < ($1.weeks, $1.isRelapse ? 0 : 1) }
    var mass = [Double](repeating: 1 / Double(children.count), count: children.count)
    for (index, child) in children.enumerated() where !child.isRelapse && index < children.count - 1 {
      let part = mass[index] / Double(children.count - 1 - index)
      for later in index + 1..<children.count { mass[later] += part }
      mass[index] = 0
    }
    let curve = KaplanMeier(Remission.riskSets(Remission.treated))
    for week in 1...35 {
      let left = zip(children, mass).filter { $0.0.weeks > week || !$0.0.isRelapse }.reduce(0) { $0 + $1.1 }
      #expect((curve.survival[week - 1] - left).magnitude < 1e-14)
    }
  }

  @Test("the same weight for all changes nothing; more members for each make the interval narrower")
  func weights() {
    let curve = KaplanMeier(Remission.riskSets(Remission.treated))
    let weighted = KaplanMeier(Remission.riskSets(Remission.treated, weight: 8))
    #expect(weighted == curve)
    var (double, uneven) = (Remission.riskSets(Remission.treated), Remission.riskSets(Remission.treated))
    for (index, riskSet) in Remission.riskSets(Remission.treated).enumerated() {
      double[index].add(riskSet)
      // Three times as heavy, and as likely to relapse.
      uneven[index].add(
        RiskSet(atRisk: 3 * riskSet.atRisk, events: 3 * riskSet.events, effectiveNumber: riskSet.atRisk))
    }
    let (doubleCurve, unevenCurve) = (KaplanMeier(double), KaplanMeier(uneven))
    for week in 6...34 {
      let errors = [curve, unevenCurve, doubleCurve].map { $0.standardError(at: week) }
      #expect(errors[0] > errors[1] && errors[1] > errors[2])
      #expect((errors[0] / errors[2] - 2.0.squareRoot()).magnitude < 1e-12)
      #expect((unevenCurve.survival[week] - curve.survival[week]).magnitude < 1e-14)
      // (1 + 3)^2 / (1 + 9) = 1.6 times as many.
      #expect((errors[0] / errors[1] - 1.6.squareRoot()).magnitude < 1e-12)
    }
  }

  @Test("the share never rises, and lies within its interval, which lies within 0 and 1")
  func invariants() {
    let curve = KaplanMeier(Remission.riskSets(Remission.treated))
    for week in 1..<35 { #expect(curve.survival[week] <= curve.survival[week - 1]) }
    for week in 5..<35 {
      let (interval, narrow) = (curve.interval(at: week), curve.interval(at: week, level: 0.5))
      #expect(0 < interval.lower && interval.lower < narrow.lower && narrow.lower < curve.survival[week])
      #expect(curve.survival[week] < narrow.upper && narrow.upper < interval.upper && interval.upper < 1)
    }
  }

  @Test("before the first event all are left, and there is no interval")
  func beforeEvents() {
    let curve = KaplanMeier(Remission.riskSets(Remission.treated))
    #expect(curve.survival[0] == 1 && curve.variance[0] == 0)
    #expect(curve.interval(at: 0).lower.isNaN && curve.interval(at: 0).upper.isNaN)
    #expect(KaplanMeier([]).survival == [])
  }

  @Test("the median is where half are left, however the share of them rounds", arguments: [6, 10, 14, 22, 30, 46])
  func medianOfEven(members: Int) {
    let sets = (0..<members).map { RiskSet(atRisk: Double(members - $0), events: 1, effectiveNumber: Double(members)) }
    #expect(KaplanMeier(sets).medianIndex() == members / 2 - 1)
  }

  @Test("where all have the event none is left, however their weights were added up")
  func allAtOnce() {
    var everybody = RiskSet(members: 1, events: 1, weight: 0.1)
    for weight in [0.2, 0.3] { everybody.add(RiskSet(members: 1, events: 1, weight: weight)) }
    let backwards = RiskSet(atRisk: 0.3 + 0.2 + 0.1, events: everybody.events, effectiveNumber: 3)
    #expect(backwards.atRisk != backwards.events)
    #expect(backwards.hazard == 1)
    #expect(KaplanMeier([backwards]).survival == [0])
    #expect(RiskSet().hazard.isNaN)
  }
}
