extension EvidenceFigure {
  /// What the push does to consumption and assets of the treated after two years.
  static let ofPush = [
    EvidenceFigure(
      "C7a", "push: effect on consumption, quarter 8", .percent, 12.7, error: 4.1,
      source: trialSource + "; two samples: 14.2% and 11.2%"
    ) { consumptionGain($0, quarter: 8) },
    EvidenceFigure(
      "C7b", "push: effect on assets, quarter 8", .standardDeviations, 0.351, error: 0.074, source: trialSource
    ) {
      assetGain($0, quarter: 8)
    },
  ]

  /// What is left of it later, which is compared and never counted.
  static let ofLaterPush = [
    EvidenceFigure(
      "H1a", "push: effect on consumption, quarter 12", .percent, 7.0, error: 4.1, role: .validation,
      source: trialSource
    ) { consumptionGain($0, quarter: 12) },
    EvidenceFigure(
      "H1b", "push: effect on assets, quarter 12", .standardDeviations, 0.26, error: 0.08, role: .validation,
      source: trialSource
    ) { assetGain($0, quarter: 12) },
    EvidenceFigure(
      "H6a", "push: effect on consumption, quarter 28 (grows until then)", .percent, .nan, error: .nan,
      role: .validation,
      source: indianSource
    ) { consumptionGain($0, quarter: 28) },
    EvidenceFigure(
      "H6b", "push: effect on consumption, quarter 40 (persists until then)", .percent, .nan, error: .nan,
      role: .validation,
      source: indianSource
    ) { consumptionGain($0, quarter: 40) },
  ]

  /// How the push parts the treated by the point above which assets grow; compared and never counted.
  static let ofThreshold = [
    EvidenceFigure(
      "H7a", "push: lifted over the threshold of assets, of those below it without, quarter 4", .share, 0.66,
      error: .nan,
      role: .validation, source: thresholdSource
    ) { sample in
      parted(sample) { threshold, with, without, weights in
        let below = without.indices.filter { without[$0] < threshold }
        return weightedShare(of: below.map { with[$0] >= threshold }, weights: weights.of(below))
      }
    },
    EvidenceFigure(
      "H7b", "push: median change of assets of those just below (over half), quarters 4 to 20", .percent, -14,
      error: .nan, role: .validation, source: thresholdSource
    ) { sample in drift(sample) { $0 < $1 && $0 >= $1 / 2 } },
    EvidenceFigure(
      "H7c", "push: median change of assets of those over it, quarters 4 to 20", .percent, 16, error: .nan,
      role: .validation, source: thresholdSource
    ) { sample in drift(sample) { $0 >= $1 } },
  ]

  private static let thresholdSource =
    "Balboni et al. 2022, doi:10.1093/qje/qjab045, Bangladesh, recalled"

  /// A measure of the treated by what they own in quarter 4 with the push and without it; NaN where there is no threshold.
  private static func parted(
    _ sample: EvidenceSample,
    _ measure: (_ threshold: Double, _ with: [Double], _ without: [Double], _ weights: [Double]) -> Double
  ) -> Double {
    guard let threshold = sample.assetThreshold else { return .nan }
    let treated = sample.treated
    return measure(
      threshold, sample.wave(.push, 4).trueAssets.of(treated), sample.wave(.baseline, 4).trueAssets.of(treated),
      sample.personWeights(of: treated))
  }

  /// The median change in four years of the assets of those whom the threshold parts in quarter 4, in percent.
  ///
  /// The mean would follow the few who were lucky enough to cross it later.
  private static func drift(_ sample: EvidenceSample, _ belongs: (Double, _ threshold: Double) -> Bool) -> Double {
    parted(sample) { threshold, with, _, weights in
      let chosen = with.indices.filter { belongs(with[$0], threshold) }
      let later = sample.wave(.push, 20).trueAssets.of(sample.treated)
      let changes = chosen.map { later[$0] / with[$0] - 1 }
      return 100 * weightedQuantiles(of: changes, weights: weights.of(chosen), shares: [0.5])[0]
    }
  }

  private static let indianSource =
    "Targeting the Hard-core Poor, West Bengal, "
    + "https://bracupgi.org/research-and-resources/livelihoods/long-term-effects-tup-bandhan/"

  /// Consumption of the treated with the push over that without it, less 1, in percent.
  @Sendable private static func consumptionGain(_ sample: EvidenceSample, quarter: Int) -> Double {
    let treated = sample.treated
    let weights = sample.personWeights(of: treated)
    func mean(_ course: EvidenceScenarios.Course) -> Double {
      weightedMean(of: sample.wave(course, quarter).consumption.of(treated), weights: weights)
    }
    return 100 * (mean(.push) / mean(.baseline) - 1)
  }

  /// Assets of the treated with the push less those without it, in standard deviations of the latter.
  @Sendable private static func assetGain(_ sample: EvidenceSample, quarter: Int) -> Double {
    let treated = sample.treated
    let weights = sample.personWeights(of: treated)
    let without = sample.wave(.baseline, quarter).assets.of(treated)
    let with = sample.wave(.push, quarter).assets.of(treated)
    return (weightedMean(of: with, weights: weights) - weightedMean(of: without, weights: weights))
      / weightedDeviation(of: without, weights: weights)
  }
}
