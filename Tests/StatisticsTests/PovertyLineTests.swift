import ExactMath
import Statistics
import Testing

/// The rule that whoever is at the line is not poor, in everything that asks who is poor.
@Suite struct PovertyLineTests {
  private static let line = 3250.28
  private static let equivalents = (10...99).map { Double($0) / 10 }
  /// Welfare ratios of households that all are at the line, divided in several orders.
  private static let atTheLine = equivalents.flatMap { equivalents -> [Double] in
    let consumption = line * equivalents
    return [
      consumption / equivalents / line, consumption / line / equivalents, consumption / (equivalents * line),
      (consumption / 3) / equivalents / (line / 3),
    ]
  }

  @Test("nobody at the line is poor, whatever is divided first")
  func divisions() {
    #expect(Self.atTheLine.contains { $0 < 1 })
    #expect(!Self.atTheLine.contains(where: PovertyLine.isPoor))
  }

  @Test("whoever is a paisa below the line is poor")
  func below() {
    #expect(PovertyLine.isPoor(welfareRatio: (Self.line - 0.01) / Self.line))
    #expect(PovertyLine.isPoor(welfareRatio: 0.0))
    #expect(!PovertyLine.isPoor(welfareRatio: Double.nan))
  }

  @Test("in single precision the rule is to be below 1")
  func singlePrecision() {
    #expect(PovertyLine.isPoor(welfareRatio: Float(1).nextDown))
    #expect(!PovertyLine.isPoor(welfareRatio: Float(1)))
    #expect(!PovertyLine.isPoor(welfareRatio: Float.nan))
  }

  @Test("no index of poverty is above 0 at the line")
  func indices() {
    let ratios = Self.atTheLine.sorted()
    let weights = ratios.map { _ in 3.7 }
    let sums = FosterGreerThorbecke(welfareRatios: ratios, weights: weights)
    #expect(sums.headcount == 0 && sums.gap == 0 && sums.severity == 0)
    var (watts, senShorrocksThon, panel) = (WattsIndex(), SenShorrocksThon(), PovertyComponents())
    for ratio in ratios {
      watts.add(welfareRatio: ratio, weight: 1, floor: 0.01)
      senShorrocksThon.add(welfareRatio: ratio, weight: 1)
      panel.add(welfareRatios: [ratio, 1, ratio], weight: 1)
    }
    #expect(watts.index == 0 && senShorrocksThon.index == 0)
    #expect(panel.total.headcount == 0 && panel.chronic.headcount == 0)
    #expect(panel.transient(ofOrder: 1) == 0)
  }

  @Test("nor is one of a survey, whose errors are 0 and have no design effect")
  func survey() {
    let ratios = Self.atTheLine.sorted()
    let design = SurveyDesign(
      strata: ratios.indices.map { $0 % 2 }, primarySamplingUnits: ratios.indices.map { $0 % 20 },
      weights: ratios.indices.map { 1 + Double($0 % 7) / 3 }, persons: ratios.indices.map { Double(1 + $0 % 5) })
    let sample = SurveySample(design: design, welfareRatios: ratios)
    let measures = SurveyMeasure.ofWelfare
    let findings = SurveyAnalysis(sample: sample, measures: measures, partitions: []).findings()
    for (measure, finding) in zip(measures, findings) {
      if measure != .welfareRatio { #expect(finding.estimate?.value == 0, "\(measure)") }
      #expect(finding.estimate?.standardError == 0, "\(measure)")
      #expect(finding.estimate?.designEffect.isNaN == true, "\(measure)")
    }
    #expect(((findings[0].estimate?.value ?? .nan) - 1).magnitude < 1e-12)
  }
}
