import Statistics

extension Measure {
  /// The aversion to inequality of the Atkinson index.
  ///
  /// With 1/2 a household with nothing counts as it is. With 1 the index says what the mean logarithmic deviation says,
  /// and with more than that it follows the few households with next to nothing, and the floor under them.
  static let inequalityAversion = 0.5

  static let watts = Definition(
    measure: Measure(
      name: "watts", unit: "logarithm of need / consumption",
      summary: """
        Mean logarithmic shortfall from the poverty line, counting the non-poor as zero (Watts); consumption below 1% of \
        need counts as 1%.
        """)
  ) { sums in
    WattsIndex(totalWeight: sums(.persons), weightedShortfall: sums(.logarithmicGapPersons)).index
  }

  static let theil = Definition(
    measure: Measure(
      name: "theil", unit: "index, 0 = equality", summary: "Theil's T of the welfare ratio over persons.")
  ) { sums in
    TheilIndex(totalWeight: sums(.persons), total: sums(.welfarePersons), weightedEntropy: sums(.entropyPersons)).index
  }

  static let meanLogDeviation = Definition(
    measure: Measure(
      name: "mean_log_deviation", unit: "index, 0 = equality",
      summary: """
        Theil's L: logarithm of the mean welfare ratio over persons less the mean of its logarithms; consumption below \
        1% of need counts as 1%.
        """)
  ) { sums in
    MeanLogDeviation(
      totalWeight: sums(.persons), total: sums(.flooredPersons), weightedLogarithm: sums(.logarithmPersons)
    ).index
  }

  static let atkinson = Definition(
    measure: Measure(
      name: "atkinson", unit: "share of mean welfare",
      summary: "Atkinson index of the welfare ratio over persons with an aversion to inequality of 1/2.")
  ) { sums in
    AtkinsonIndex(
      aversion: inequalityAversion, totalWeight: sums(.persons), total: sums(.welfarePersons),
      weightedUtility: sums(.utilityPersons)
    ).index
  }
}
