internal import Experiments

extension Columns {
  static func scenario(_ path: KeyPath<Row, String>) -> Columns { .column("scenario", path, "Name of the scenario.") }

  static func replication(_ path: KeyPath<Row, Int>) -> Columns {
    .column("replication", path, "Number of the replication, from 1.")
  }

  static func quarter(_ path: KeyPath<Row, Int>) -> Columns {
    .column("quarter", path, unit: "quarters since the start", "Time; 0 is the opening, after the burn-in.")
  }

  static func group(_ path: KeyPath<Row, String>) -> Columns {
    .column("group", path, "What divides the households; programme in summary.csv and comparison.csv.")
  }

  static func level(_ path: KeyPath<Row, String>) -> Columns {
    .column("level", path, "The part of the group, or the programme.")
  }

  static func measure(_ path: KeyPath<Row, String>) -> Columns {
    .column("measure", path, "The quantity; listed with its meaning under measures.")
  }

  static func unit(_ path: KeyPath<Row, String>) -> Columns { .column("unit", path, "Unit of the measure.") }

  static func replications(_ path: KeyPath<Row, Int>) -> Columns {
    .column("replications", path, unit: "replications", "Replications in which the value was defined.")
  }

  /// A number in the unit that the column `unit` tells.
  static func inUnit(_ name: String, _ path: KeyPath<Row, Double>, _ summary: String) -> Columns {
    .column(name, path, unit: Self.asInUnit, mayBeEmpty: true, summary)
  }

  static var asInUnit: String { "as in column unit" }

  /// A mean over replications: mean, error, interval and replications.
  static func estimate(_ path: KeyPath<Row, Estimate>, unit: String = asInUnit) -> Columns {
    Columns([
      .column("mean", path.appending(path: \.mean), unit: unit, mayBeEmpty: true, "Mean over replications."),
      .error(path, unit: unit), .replications(path.appending(path: \.replications)),
    ])
  }

  /// The error of a mean and the interval.
  static func error(_ path: KeyPath<Row, Estimate>, unit: String = asInUnit) -> Columns {
    Columns([
      .column("se", path.appending(path: \.standardError), unit: unit, mayBeEmpty: true, "Standard error of the mean."),
      .column("ci_low", path.appending(path: \.low), unit: unit, mayBeEmpty: true, "Lower end of the 95% interval."),
      .column("ci_high", path.appending(path: \.high), unit: unit, mayBeEmpty: true, "Upper end of the 95% interval."),
    ])
  }

  /// A mean over replications and its difference from the baseline.
  static func estimate(_ path: KeyPath<Row, PairedEstimate>, unit: String = asInUnit) -> Columns {
    let difference = path.appending(path: \.difference)
    func column(_ name: String, _ part: KeyPath<Estimate, Double>, _ summary: String) -> Columns {
      .column(name, difference.appending(path: part), unit: unit, mayBeEmpty: true, summary)
    }
    return Columns([
      .estimate(path.appending(path: \.estimate), unit: unit),
      column("difference", \.mean, "Mean over replications of scenario minus baseline; empty for the baseline itself."),
      column(
        "difference_se", \.standardError, "Standard error of the difference, from the paired differences."),
      column("difference_ci_low", \.low, "Lower end of the 95% interval of the difference."),
      column("difference_ci_high", \.high, "Upper end of the 95% interval of the difference."),
    ])
  }
}
