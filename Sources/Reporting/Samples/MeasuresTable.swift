internal import Households
internal import Statistics

/// `measures.csv`: every measure of a sample and of its groups, with errors and contributions.
enum MeasuresTable {
  /// The columns; those that tell the run are there for simulated households alone.
  static func schema(ofRuns: Bool) -> TableSchema {
    let run: [TableColumn] = ofRuns ? [.scenario, .replication, .quarter] : []
    return TableSchema(
      name: "measures",
      summary: "Measures of poverty, inequality and deprivation with standard errors from the design of the sample.",
      columns: run + [
        TableColumn("group", .string, "What divides the households: all, or a column of the file."),
        TableColumn(
          "level", .string,
          "The value of the column; within_groups for what its values add up to, between_groups for what is left."),
        .measure,
        number("estimate", "Estimate for the group; empty for what lies within all groups and between them."),
        number("se", "Standard error by linearisation, from the differences between sampling units."),
        number(
          "ci_low",
          """
          Lower end of the 95% interval: of shares on the scale of log-odds, exact for 0 and 1, otherwise on that of \
          logarithms.
          """),
        number("ci_high", "Upper end of the 95% interval."),
        TableColumn(
          "design_effect", .number, unit: "ratio of variances", mayBeEmpty: true,
          "Variance over that of as many households drawn one by one."),
        TableColumn(
          "degrees_of_freedom", .integer, unit: "units", mayBeEmpty: true,
          "Sampling units less strata, of those in which the group has members."),
        number("bootstrap_se", "Standard error by resampling units; empty where none was asked for."),
        number("contribution", "What the group adds to the measure of all."),
        number("contribution_se", "Standard error of the contribution."),
        TableColumn(
          "contribution_share", .number, unit: "share of the measure of all", mayBeEmpty: true,
          "Contribution over the measure of all."),
        .unit,
      ],
      primaryKey: run.map(\.name) + ["group", "level", "measure"])
  }

  static func write(_ sample: SampleMeasures, terms: SampleTerms, to table: TableFile) throws(OutputError) {
    for finding in sample.findings {
      let words = sample.words(finding.subject)
      let measure = terms.description(of: finding.measure)
      try table.addRow { row in
        if let run = sample.run {
          row.append(run.scenario)
          row.append(run.replication)
          row.append(run.quarter)
        }
        row.append(words.group)
        row.append(words.level)
        row.append(measure.name)
        row.append(finding.estimate?.value ?? .nan)
        row.append(finding.estimate?.standardError ?? .nan)
        row.append(finding.estimate?.interval.lower ?? .nan)
        row.append(finding.estimate?.interval.upper ?? .nan)
        row.append(finding.estimate?.designEffect ?? .nan)
        row.append(finding.estimate.map { Double($0.degreesOfFreedom) } ?? .nan)
        row.append(finding.bootstrapError)
        row.append(finding.contribution?.value ?? .nan)
        row.append(finding.contribution?.standardError ?? .nan)
        row.append((finding.contribution?.value ?? .nan) / sample.whole(finding.measure))
        row.append(measure.unit)
      }
    }
  }

  private static func number(_ name: String, _ summary: String) -> TableColumn {
    TableColumn(name, .number, unit: "as in column unit", mayBeEmpty: true, summary)
  }
}
