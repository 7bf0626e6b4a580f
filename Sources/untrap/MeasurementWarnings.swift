internal import Reporting
internal import Statistics
internal import Surveys

/// What a reader should know before believing the errors of a measurement.
enum MeasurementWarnings {
  /// Degrees of freedom from which on intervals are trusted.
  private static let enoughDegreesOfFreedom = 10

  /// The warnings that a file and its design call for.
  static func list(_ form: SampleFile.Form, _ measured: [SampleMeasures], path: String) -> [Warning] {
    (ofForm(form, path: path) + ofDesigns(measured)).map { Warning(.sample, $0) }
  }

  private static func ofForm(_ form: SampleFile.Form, path: String) -> [String] {
    guard case .survey(let hasUnits, let hasStrata, let hasWeights) = form else {
      return [
        """
        these errors tell how far a sample of settlements may be off in one run; how runs differ by luck is told by the \
        intervals of summary.csv
        """
      ]
    }
    var warnings: [String] = []
    if !hasUnits {
      warnings.append(
        """
        \(path) has no column psu: each household counts as drawn by itself, and errors are too small if villages or \
        blocks were drawn
        """)
    }
    if !hasStrata { warnings.append("\(path) has no column stratum: provinces by region are taken for strata") }
    if !hasWeights { warnings.append("\(path) has no column weight: every household counts the same") }
    return warnings
  }

  private static func ofDesigns(_ measured: [SampleMeasures]) -> [String] {
    let designs = measured.map(\.design)
    var warnings: [String] = []
    let single = designs.map(\.singleUnitStratumCount).max() ?? 0
    if single > 0 {
      warnings.append(
        "\(single) strat\(single == 1 ? "um has" : "a have") one sampling unit, compared with the mean of all units")
    }
    let weightless = designs.reduce(0) { $0 + $1.weightlessCount }
    if weightless > 0 {
      let all = designs.reduce(0) { $0 + $1.householdCount }
      warnings.append(
        """
        \(weightless) of \(all) households ha\(weightless == 1 ? "s" : "ve") weight 0: measured in nothing, kept in the \
        design from which errors follow
        """)
    }
    let fewest = designs.map { $0.degreesOfFreedom(ofDomain: $0.hasWeight) }.min() ?? 0
    if fewest < enoughDegreesOfFreedom {
      warnings.append("intervals from \(fewest) degrees of freedom (sampling units less strata) are unreliable")
    }
    return warnings
  }
}
