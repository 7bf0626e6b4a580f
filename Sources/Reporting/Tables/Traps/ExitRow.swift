internal import Experiments
internal import Households

/// A row of `exits.csv`: a number of a scenario as a whole, and its difference from the first.
struct ExitRow: FindingsTable {
  let scenario: String
  let quantity: TrapQuantity
  let estimate: Estimate
  /// The difference from the first scenario; undefined for itself.
  let difference: Estimate

  static let table = Table(
    "exits",
    """
    How long the way out of dependency is in each scenario, with 95% intervals over replications (jackknife; shares on \
    the scale of log-odds, times on that of logarithms), and the difference from the first scenario, paired within \
    replications.
    """,
    key: ["scenario", "measure"],
    [
      .scenario(\Self.scenario), .measure(\.quantity.measure.name), .value(\.estimate),
      .supported(
        "difference", \.difference.mean,
        """
        Difference from the first scenario; of times empty where exit_ever is below 1 in either, since those who make an \
        exit are not the same households.
        """),
      .supported("difference_standard_error", \.difference.standardError, "Error of the difference."),
      .supported("difference_low", \.difference.low, "Lower end of the 95% interval of the difference."),
      .supported("difference_high", \.difference.high, "Upper end of the 95% interval of the difference."),
      .unit(\.quantity.measure.unit),
    ])

  static func write(_ study: TrapStudy, to rows: RowWriter<Self>) throws(OutputError) {
    for (index, scenario) in study.scenarios.enumerated() {
      for quantity in TrapQuantity.ofScenario {
        try rows.add(
          ExitRow(
            scenario: scenario.scenarioName, quantity: quantity,
            estimate: study.estimate(quantity, scenario: index),
            difference: index == 0 ? .undefined : study.difference(quantity, scenario: index)))
      }
    }
  }
}
