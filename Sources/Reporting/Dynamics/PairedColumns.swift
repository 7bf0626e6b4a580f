internal import Experiments

extension TableColumn {
  /// The columns of a mean over replications.
  /// - Parameter unit: the unit of the mean.
  /// - Returns: mean, error, interval and replications.
  static func estimate(unit: String) -> [TableColumn] {
    [
      TableColumn("mean", .number, unit: unit, mayBeEmpty: true, "Mean over replications."),
      TableColumn("se", .number, unit: unit, mayBeEmpty: true, "Standard error of the mean."),
      TableColumn("ci_low", .number, unit: unit, mayBeEmpty: true, "Lower end of the 95% interval."),
      TableColumn("ci_high", .number, unit: unit, mayBeEmpty: true, "Upper end of the 95% interval."),
      .replications,
    ]
  }

  /// The columns of a difference from the baseline.
  /// - Parameter unit: the unit of the difference.
  /// - Returns: difference, error and interval.
  static func difference(unit: String) -> [TableColumn] {
    [
      TableColumn(
        "difference", .number, unit: unit, mayBeEmpty: true,
        "Mean over replications of scenario minus baseline; empty for the baseline itself."),
      TableColumn(
        "difference_se", .number, unit: unit, mayBeEmpty: true,
        "Standard error of the difference, from the paired differences."),
      TableColumn(
        "difference_ci_low", .number, unit: unit, mayBeEmpty: true, "Lower end of the 95% interval of the difference."),
      TableColumn(
        "difference_ci_high", .number, unit: unit, mayBeEmpty: true, "Upper end of the 95% interval of the difference."),
    ]
  }
}

extension CSVBuffer {
  /// Appends an estimate, the replications behind it, and its difference from the baseline.
  mutating func append(_ pair: PairedEstimate) {
    append(pair.estimate)
    append(pair.estimate.replications)
    append(pair.difference)
  }
}
