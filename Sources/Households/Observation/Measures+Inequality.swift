import Statistics

extension Measure {
  /// The aversion to inequality of the Atkinson index.
  ///
  /// With 1/2 a household with nothing counts as it is. With 1 the index says what the mean logarithmic deviation says,
  /// and with more than that it follows the few households with next to nothing, and the floor under them.
  static let inequalityAversion = 0.5

  static let watts = Definition(
    "watts", "logarithm of need / consumption",
    """
    Mean logarithmic shortfall from the poverty line, counting the non-poor as zero (Watts); consumption below 1% of \
    need counts as 1%.
    """
  ) { sums in
    WattsIndex(totalWeight: sums(.persons), weightedShortfall: sums(.logarithmicGapPersons)).index
  }

  static let theil = Definition(
    "theil", "index, 0 = equality", "Theil's T of the welfare ratio over persons."
  ) { sums in
    TheilIndex(totalWeight: sums(.persons), total: sums(.welfarePersons), weightedEntropy: sums(.entropyPersons)).index
  }

  static let meanLogDeviation = Definition(
    "mean_log_deviation", "index, 0 = equality",
    """
    Theil's L: logarithm of the mean welfare ratio over persons less the mean of its logarithms; consumption below \
    1% of need counts as 1%.
    """
  ) { sums in
    MeanLogDeviation(
      totalWeight: sums(.persons), total: sums(.flooredPersons), weightedLogarithm: sums(.logarithmPersons)
    ).index
  }

  static let atkinson = Definition(
    "atkinson", "share of mean welfare",
    "Atkinson index of the welfare ratio over persons with an aversion to inequality of 1/2."
  ) { sums in
    AtkinsonIndex(
      aversion: inequalityAversion, totalWeight: sums(.persons), total: sums(.welfarePersons),
      weightedUtility: sums(.utilityPersons)
    ).index
  }
}
