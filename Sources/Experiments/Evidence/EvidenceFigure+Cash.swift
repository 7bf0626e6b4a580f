internal import Statistics

extension EvidenceFigure {
  private static let cashSource =
    "Oxford Policy Management 2016, evaluation of BISP, https://dawn.com/news/1309189; interval of half the point assumed"

  /// The food line of the evaluation over the poverty line, PKR per adult equivalent and month.
  private static let foodLine = 2_400 / 3_250.28

  /// What cash does to those who have got it for five years.
  static let ofCash = [
    EvidenceFigure(
      "C8a", "cash: effect on consumption, quarter 20", .rupees, 187, error: 47.7, source: cashSource
    ) {
      change($0) { wave, recipients, weights in
        // From PKR thousand a quarter.
        1000 / 3 * weightedMean(of: wave.consumption.of(recipients), weights: weights)
      }
    },
    EvidenceFigure(
      "C8b", "cash: effect on persons below the food line, quarter 20", .shareChange, -0.07, error: 0.018,
      source: cashSource
    ) {
      change($0) { wave, recipients, weights in
        let ratios = wave.welfare.of(recipients).map { $0 / foodLine }
        return FosterGreerThorbecke(welfareRatios: ratios, weights: weights).headcount
      }
    },
    EvidenceFigure(
      "C8c", "cash: effect on the poverty gap, quarter 20", .shareChange, -0.03, error: 0.0077, source: cashSource
    ) {
      change($0) { wave, recipients, weights in
        FosterGreerThorbecke(welfareRatios: wave.welfare.of(recipients), weights: weights).gap
      }
    },
  ]

  /// A measure of the recipients with cash less the same without it.
  private static func change(
    _ sample: EvidenceSample, _ measure: (SurveyWave, _ recipients: [Int], _ weights: [Double]) -> Double
  ) -> Double {
    let recipients = sample.recipients
    let weights = sample.personWeights(of: recipients)
    return measure(sample.wave(.cash, 20), recipients, weights)
      - measure(sample.wave(.baseline, 20), recipients, weights)
  }
}
