internal import Experiments

/// `exits.csv`: the numbers of each scenario as a whole, and their differences from the first.
enum ExitTable {
  static let schema = TableSchema(
    name: "exits",
    summary: """
      How long the way out of dependency is in each scenario, with 95% intervals over replications (jackknife; shares on \
      the scale of log-odds, times on that of logarithms), and the difference from the first scenario, paired within \
      replications.
      """,
    columns: [
      .scenario, .measure,
      TableColumn("value", .number, unit: "as in column unit", mayBeEmpty: true, "The number."),
      TableColumn(
        "standard_error", .number, unit: "as in column unit", mayBeEmpty: true, "Its error over replications."),
      .low, .high,
      TableColumn(
        "difference", .number, unit: "as in column unit", mayBeEmpty: true,
        """
        Difference from the first scenario; of times empty where exit_ever is below 1 in either, since those who make an \
        exit are not the same households.
        """),
      TableColumn(
        "difference_standard_error", .number, unit: "as in column unit", mayBeEmpty: true, "Error of the difference."),
      TableColumn(
        "difference_low", .number, unit: "as in column unit", mayBeEmpty: true,
        "Lower end of the 95% interval of the difference."),
      TableColumn(
        "difference_high", .number, unit: "as in column unit", mayBeEmpty: true,
        "Upper end of the 95% interval of the difference."),
      .unit,
    ],
    primaryKey: ["scenario", "measure"])

  static func write(_ study: TrapStudy, to table: TableFile) throws(OutputError) {
    for (index, scenario) in study.scenarios.enumerated() {
      for quantity in TrapQuantity.ofScenario {
        try table.addRow { row in
          row.append(scenario.scenarioName)
          row.append(quantity.measure.name)
          row.append(supported: study.estimate(quantity, scenario: index))
          if index == 0 {
            for _ in 0..<4 { row.append(Double.nan) }
          } else {
            row.append(supported: study.difference(quantity, scenario: index))
          }
          row.append(quantity.measure.unit)
        }
      }
    }
  }
}
