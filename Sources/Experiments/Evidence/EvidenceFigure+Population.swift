internal import ExactMath

extension EvidenceFigure {
  /// How large households are.
  static let ofSize = [
    EvidenceFigure(
      "C9a", "household size, mean", .persons, 6.3, error: 0.15,
      source: "Pakistan Bureau of Statistics, census 2023, R package PakPC2023"
    ) { weightedMean(of: $0.persons, weights: $0.weights) },
    EvidenceFigure(
      "C9b", "household size, standard deviation", .persons, 3.3, error: 0.1,
      source: "Household Integrated Economic Survey 2015-16, R package PSLM2015, computed"
    ) { weightedDeviation(of: $0.persons, weights: $0.weights) },
  ]

  /// Share of households that the cash programme serves: those with the lowest scores.
  private static let servedShare = 0.22

  /// Whom the scorecard takes for poor.
  static let ofScore = [
    EvidenceFigure(
      "C10a", "households with a score of at most 16.17", .share, 0.285, error: 0.015,
      source: "BISP, 7.7 of 27 million households, http://bisp.gov.pk/poverty-scorecard/"
    ) { sample in weightedShare(of: sample.scores.map { $0 <= 16.17 }, weights: sample.weights) },
    EvidenceFigure(
      "C10b", "poorest fifth among the 22% with the lowest scores", .share, 0.49, error: 0.025,
      source: "http://www.thebanker.com.pk/socio-economic-registry-a-national-asset.html (\"almost half\")"
    ) { sample in
      shareOfPoorest(
        scores: sample.scores, welfare: sample.wave(.baseline, 0).welfare, weights: sample.weights,
        persons: sample.persons)
    },
  ]

  /// The share of the households with the lowest scores whose members are among the poorest fifth of persons.
  ///
  /// Households come in the order of their scores, then of their ids, until their weights are the served share.
  ///
  /// - Complexity: O(n log n).
  static func shareOfPoorest(scores: [Double], welfare: [Double], weights: [Double], persons: [Double]) -> Double {
    let fifth = weightedQuantiles(of: welfare, weights: zip(weights, persons).map { $0 * $1 }, shares: [0.2])[0]
    let places = servedShare * weights.reduce(0, +)
    var (served, poor) = (0.0, 0.0)
    for household in scores.indices.sorted(by: { (scores[$0], $0) < (scores[$1], $1) }) {
      guard RoundingTolerance.reaches(places, served + weights[household]) else { break }
      served += weights[household]
      if welfare[household] <= fifth { poor += weights[household] }
    }
    return poor / served
  }
}
