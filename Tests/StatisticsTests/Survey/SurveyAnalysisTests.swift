import ExactMath
import Randomness
@testable import Statistics
import Testing

@Suite("Measures of a sample")
struct SurveyAnalysisTests {
  private static let made = ClusteredSample(unitsPerStratum: 12, householdsPerUnit: 5, seed: 7)

  private func findings(_ made: ClusteredSample) -> [SurveyAnalysis.Finding] {
    SurveyAnalysis(sample: made.sample, measures: ClusteredSample.measures, partitions: [made.partition]).findings()
  }

  @Test("values are those of other formulas over persons")
  func references() {
    let ratios = Self.made.welfareRatios
    let weights = Self.made.design.personWeights
    let size = weights.reduce(0, +)
    func mean(_ value: (Double) -> Double) -> Double {
      zip(ratios, weights).reduce(0) { $0 + $1.1 * value($1.0) } / size
    }
    let poverty = FosterGreerThorbecke(welfareRatios: ratios, weights: weights)
    let average = mean { $0 }
    let gaps = ratios.map { max(0, 1 - $0) }
    var expected: [SurveyMeasure: Double] = [
      .welfareRatio: average, .fosterGreerThorbecke(order: 0): poverty.headcount,
      .fosterGreerThorbecke(order: 1): poverty.gap, .fosterGreerThorbecke(order: 2): poverty.severity,
      .watts: mean { $0 < 1 ? -naturalLogarithm($0) : 0 },
      .gini: giniCoefficient(sortedValues: ratios, weights: weights),
      .theil: mean { $0 / average * naturalLogarithm($0 / average) },
      .meanLogDeviation: mean { naturalLogarithm(average / $0) },
      .atkinson(aversion: 0.5): 1 - mean { $0.squareRoot() } * mean { $0.squareRoot() } / average,
      .atkinson(aversion: 1): 1 - exponential(mean(naturalLogarithm)) / average,
      .atkinson(aversion: 2): 1 - 1 / (mean { 1 / $0 } * average),
    ]
    // P1 (1 + G) with the Gini coefficient of the gaps of all.
    let gini = giniCoefficient(sortedValues: gaps.reversed(), weights: weights.reversed())
    expected[.senShorrocksThon] = poverty.gap * (1 + gini)
    for finding in findings(Self.made) where finding.subject == .everybody {
      guard let reference = expected[finding.measure] else { continue }
      #expect(((finding.estimate?.value ?? .nan) - reference).magnitude < 1e-12, "\(finding.measure)")
      expected[finding.measure] = nil
    }
    #expect(expected.isEmpty)
  }

  @Test("the adjusted headcount is headcount times intensity, and the weighted censored headcounts sum to it")
  func deprivation() {
    let values = Dictionary(
      uniqueKeysWithValues: findings(Self.made).filter { $0.subject == .everybody }.map {
        ($0.measure, $0.estimate?.value ?? .nan)
      })
    let adjusted = values[.adjustedDeprivationHeadcount] ?? .nan
    #expect(
      ((values[.deprivationHeadcount] ?? .nan) * (values[.deprivationIntensity] ?? .nan) - adjusted).magnitude < 1e-14)
    let sum = zip([0.5, 0.25, 0.25], 0..<3).reduce(0) {
      $0 + $1.0 * (values[.censoredHeadcount(indicator: $1.1)] ?? .nan)
    }
    #expect((sum - adjusted).magnitude < 1e-14)
  }

  @Test("contributions of groups, and what lies between them, sum to the measure of all", arguments: [0, 1])
  func contributions(seed: Int) {
    let made = ClusteredSample(unitsPerStratum: 6, householdsPerUnit: 5, seed: UInt64(seed))
    let findings = findings(made)
    for measure in ClusteredSample.measures {
      let own = findings.filter { $0.measure == measure }
      let parts = own.compactMap(\.contribution)
      #expect(parts.isEmpty == (measure.decomposition == nil))
      guard !parts.isEmpty else { continue }
      let leavesRemainder = measure.decomposition?.leavesRemainder == true
      #expect(parts.count == (leavesRemainder ? 4 : 2))
      let sum = parts[0].value + parts[1].value + (leavesRemainder ? parts[3].value : 0)
      if leavesRemainder { #expect(parts[2].value == parts[0].value + parts[1].value) }
      #expect((sum - (own[0].estimate?.value ?? .nan)).magnitude < 1e-14, "\(measure)")
    }
    // Theil's part between groups is the index of a population in which everybody has the mean of the group.
    let weights = made.design.personWeights
    var (sizes, totals) = ([0.0, 0.0], [0.0, 0.0])
    for row in weights.indices {
      sizes[made.levels[row]] += weights[row]
      totals[made.levels[row]] += weights[row] * made.welfareRatios[row]
    }
    let (size, total) = (sizes[0] + sizes[1], totals[0] + totals[1])
    let between = (0..<2).reduce(0) { sum, level in
      sum + totals[level] / total * naturalLogarithm((totals[level] / sizes[level]) / (total / size))
    }
    let found = findings.first { $0.subject == .between(partition: 0) && $0.measure == .theil }?.contribution?.value
    #expect(((found ?? .nan) - between).magnitude < 1e-14)
  }

  @Test("kernels and linearised formulas agree, in groups too", arguments: ClusteredSample.measures)
  func formulas(measure: SurveyMeasure) {
    let found = findings(Self.made).filter { $0.measure == measure }
    let sample = Self.made.sample
    let domains = [sample.everybody] + (0..<2).map { sample.domain($0, of: Self.made.partition) }
    for (finding, domain) in zip(found, domains) {
      let value = sample.linearised(measure, over: domain).value
      #expect(((finding.estimate?.value ?? .nan) - value).magnitude < 1e-14)
    }
  }

  @Test("a group coded by weights of 0 outside it has the errors of the group in the whole design")
  func weightsOfZero() {
    var coded = Self.made
    for row in coded.weights.indices where coded.levels[row] != 0 { coded.weights[row] = 0 }
    // One unit has nobody of the group at all: it is what the design must not lose.
    let emptied = coded.units[coded.units.count / 2]
    var whole = Self.made
    for row in coded.weights.indices where coded.units[row] == emptied {
      coded.weights[row] = 0
      whole.levels[row] = 1
    }
    func findings(_ made: ClusteredSample) -> [SurveyAnalysis.Finding] {
      let stream = RandomStream(seed: 3, replication: 0)
      return SurveyAnalysis(sample: made.sample, measures: ClusteredSample.measures, partitions: [made.partition])
        .findings(bootstrap: RescaledBootstrap(design: made.design, resamples: 20, stream: stream))
    }
    let group = findings(whole).filter { $0.subject == .level(partition: 0, level: 0) }
    let all = findings(coded).filter { $0.subject == .everybody }
    #expect(coded.design.weightlessCount > 0 && coded.design.unitCount == whole.design.unitCount)
    #expect(group.count == ClusteredSample.measures.count)
    for (left, right) in zip(group, all) {
      guard let left = left.estimate, let right = right.estimate else {
        Issue.record("\(left.measure) has no estimate")
        continue
      }
      #expect((left.value - right.value).magnitude < 1e-14)
      #expect((left.standardError - right.standardError).magnitude < 1e-14)
      #expect((left.designEffect / right.designEffect - 1).magnitude < 1e-12)
      #expect(left.degreesOfFreedom == right.degreesOfFreedom)
    }
    for (left, right) in zip(group, all) { #expect((left.bootstrapError - right.bootstrapError).magnitude < 1e-14) }
  }

  @Test("scaling all weights changes nothing")
  func scaling() {
    var scaled = Self.made
    scaled.weights = scaled.weights.map { 1024 * $0 }
    for (left, right) in zip(findings(Self.made), findings(scaled)) {
      let (left, right) = (left.estimate ?? left.contribution, right.estimate ?? right.contribution)
      #expect(left?.value == right?.value && left?.standardError == right?.standardError)
      #expect(left?.designEffect == right?.designEffect)
    }
  }

  @Test("a row divided into two of its unit changes no estimate and no error")
  func splitting() {
    var split = Self.made
    let row = 40
    split.strata.insert(split.strata[row], at: row)
    split.units.insert(split.units[row], at: row)
    split.weights[row] *= 0.25
    split.weights.insert(3 * split.weights[row], at: row)
    split.persons.insert(split.persons[row], at: row)
    split.welfareRatios.insert(split.welfareRatios[row], at: row)
    split.levels.insert(split.levels[row], at: row)
    split.bits.insert(split.bits[row], at: row)
    for (left, right) in zip(findings(Self.made), findings(split)) {
      guard let left = left.estimate ?? left.contribution, let right = right.estimate ?? right.contribution else {
        Issue.record("\(left)")
        continue
      }
      #expect((left.value - right.value).magnitude < 1e-14)
      #expect((left.standardError - right.standardError).magnitude < 1e-14)
    }
  }

  @Test("every unit twice halves the variance, nearly, in every measure")
  func doubling() {
    let made = Self.made
    var twice = made
    func doubled<Value>(_ values: [Value]) -> [Value] { values.flatMap { [$0, $0] } }
    twice.strata = doubled(made.strata)
    twice.units = made.units.flatMap { [$0, 1000 + $0] }
    twice.weights = doubled(made.weights)
    twice.persons = doubled(made.persons)
    twice.welfareRatios = doubled(made.welfareRatios)
    twice.levels = doubled(made.levels)
    twice.bits = doubled(made.bits)
    for (left, right) in zip(findings(made), findings(twice)) {
      guard let left = left.estimate ?? left.contribution, let right = right.estimate ?? right.contribution else {
        Issue.record("\(left)")
        continue
      }
      #expect((left.value - right.value).magnitude < 1e-13)
      // 12 units to a stratum: (n - 1) / (2 n - 1) of the variance.
      let ratio = right.standardError / left.standardError
      #expect((ratio * ratio - 11.0 / 23).magnitude < 1e-9)
    }
  }

  @Test("a share that all households have has no error, nor a design effect, also by resampling")
  func allAlike() throws {
    let made = Self.made
    // Everybody is poor, by as much in each stratum: all differences are rounding.
    let ratios = made.welfareRatios.map { _ in 0.3 }
    let sample = SurveySample(design: made.design, welfareRatios: ratios)
    let resampling = RescaledBootstrap(
      design: made.design, resamples: 20, stream: RandomStream(seed: 1, replication: 0))
    let measures = SurveyMeasure.ofWelfare
    let findings = SurveyAnalysis(sample: sample, measures: measures, partitions: [made.partition])
      .findings(bootstrap: resampling)
    for finding in findings where finding.estimate != nil {
      #expect(finding.estimate?.standardError == 0, "\(finding.measure)")
      #expect(finding.estimate?.designEffect.isNaN == true, "\(finding.measure)")
      #expect(finding.bootstrapError == 0, "\(finding.measure)")
    }
    for measure in [SurveyMeasure.gini, .theil, .meanLogDeviation, .atkinson(aversion: 2)] {
      #expect(findings.first { $0.measure == measure }?.estimate?.value == 0, "\(measure)")
    }
    let between = findings.filter { if case .between = $0.subject { true } else { false } }
    #expect(!between.isEmpty)
    #expect(between.allSatisfy { $0.contribution?.value == 0 && $0.contribution?.standardError == 0 })
  }
}
