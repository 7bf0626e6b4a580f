internal import Statistics

extension EvidenceFigure {
  private static let surveySource = "the survey in use, brought to the official headcounts; errors assumed"

  /// Inequality, and the deciles of welfare, as the survey has them.
  static func ofDistribution(_ survey: SurveyDistribution) -> [EvidenceFigure] {
    let inequality = [("G1", 0), ("G2", 20)].map { id, quarter in
      EvidenceFigure(
        id, "Gini of welfare, quarter \(quarter)", .coefficient, survey.gini, error: 0.006, source: surveySource
      ) { sample in
        giniCoefficient(
          of: sample.wave(.baseline, quarter).welfare, weights: sample.personWeights(of: sample.everybody))
      }
    }
    let deciles = survey.deciles.enumerated().map { index, decile in
      EvidenceFigure(
        "D\(index + 1)", "decile \(index + 1) of welfare, quarter 20", .ratio, 1, error: 0.03, source: surveySource
      ) { sample in
        let simulated = weightedQuantiles(
          of: sample.wave(.baseline, 20).welfare, weights: sample.personWeights(of: sample.everybody),
          shares: [SurveyDistribution.tenths[index]])
        return simulated[0] / decile
      }
    }
    return inequality + deciles
  }

  /// Poverty after five years.
  static let ofHeadcount = [
    EvidenceFigure(
      "C3", "poor persons, quarter 20", .share, 0.243, error: 0.007,
      source: "World Bank, national poverty line series for Pakistan, 2015"
    ) { sample in
      FosterGreerThorbecke(
        welfareRatios: sample.wave(.baseline, 20).welfare, weights: sample.personWeights(of: sample.everybody)
      ).headcount
    }
  ]
}
