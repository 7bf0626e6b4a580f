import Statistics

/// Numbers of the index of many deprivations: which wants count, how much, and from when on a household is deprived.
public struct DeprivationParameters: Sendable {
  /// Weight of each indicator, in the order of `DeprivationIndicator`; they are divided by their sum.
  ///
  /// To be organised is what programmes do, not what households lack, so that it has no weight unless it is given one.
  public var weights = DeprivationIndicator.allCases.map { $0 == .notOrganised ? 0.0 : 1 }
  /// Share of all weights from which a household counts as deprived.
  public var cutoff = 1.0 / 3
  /// Productive assets below which a household has too few, as a share of quarterly need.
  public var assets = 1.0
  /// Debt to the patron above which a household owes too much, as a share of quarterly need.
  public var debt = 0.1
  /// Dependants for each worker above which a household has too many.
  public var dependants = 3.0

  /// Who counts as deprived.
  var rule: DeprivationRule { DeprivationRule(weights: weights, cutoff: cutoff) }

  /// The weights divided by their sum; NaN where no indicator has any.
  public var normalisedWeights: [Double] { rule.weights }

  static let catalogue: [ParameterDefinition] =
    DeprivationIndicator.allCases.map { indicator in
      ParameterDefinition(
        "deprivation.weight.\(indicator.name)", \.deprivation.weights[indicator.rawValue], "weight", 0...1000,
        Source.assumed,
        "Weight in the index of many deprivations, 0 to leave it out, of households that \(indicator.meaning).")
    }
    + [
      ParameterDefinition(
        "deprivation.cutoff", \.deprivation.cutoff, "share of weights", 0.01...1,
        "Alkire and Santos 2014, doi:10.1016/j.worlddev.2014.01.026",
        "Share of all weights from which a household counts as deprived."),
      ParameterDefinition(
        "deprivation.assets", \.deprivation.assets, "share of quarterly need", 0...100,
        "Haveman and Wolff 2004, doi:10.1007/s10888-005-4387-y: three months of need",
        "Productive assets below which a household counts as having too few."),
      ParameterDefinition(
        "deprivation.debt", \.deprivation.debt, "share of quarterly need", 0...100, Source.assumed,
        "Debt to the patron above which a household counts as owing too much."),
      ParameterDefinition(
        "deprivation.dependants", \.deprivation.dependants, "dependants for each worker", 0...100, Source.assumed,
        "Dependants for each worker above which a household counts as having too many."),
    ]
}
