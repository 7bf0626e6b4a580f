internal import Households
internal import Statistics

/// What was measured of some samples.
struct Measurement {
  let samples: [SampleMeasures]
  /// The names of what was measured.
  let terms: SampleTerms
  /// Whether the households were simulated.
  let isOfRuns: Bool
}

/// A row of `measures.csv`: a measure of a sample or of one of its groups, with errors and contribution.
struct MeasureRow: FindingsTable {
  let run: SampleMeasures.Run
  let group: String
  let level: String
  let measure: Measure
  let finding: SurveyAnalysis.Finding
  /// The contribution over the measure of all.
  let share: Double

  static let table: Table<Self> = table(ofRuns: true)

  /// The columns that tell the run are there for simulated households alone.
  static func table(of measurement: Measurement) -> Table<Self> { table(ofRuns: measurement.isOfRuns) }

  private static func table(ofRuns: Bool) -> Table<Self> {
    let run: [Columns<Self>] = [
      .scenario(\.run.scenario), .replication(\.run.replication), .quarter(\.run.quarter),
    ]
    return Table(
      "measures", "Measures of poverty, inequality and deprivation with standard errors from the design of the sample.",
      key: (ofRuns ? ["scenario", "replication", "quarter"] : []) + ["group", "level", "measure"],
      (ofRuns ? run : []) + own)
  }

  private static let own: [Columns<Self>] = [
    .column("group", \.group, "What divides the households: all, or a column of the file."),
    .column(
      "level", \.level,
      "The value of the column; within_groups for what its values add up to, between_groups for what is left."),
    .measure(\.measure.name),
    .number(
      "estimate", \.finding.estimate?.value,
      "Estimate for the group; empty for what lies within all groups and between them."),
    .number(
      "se", \.finding.estimate?.standardError,
      "Standard error by linearisation, from the differences between sampling units."),
    .number(
      "ci_low", \.finding.estimate?.interval.lower,
      """
      Lower end of the 95% interval: of shares on the scale of log-odds, exact for 0 and 1, otherwise on that of \
      logarithms.
      """),
    .number("ci_high", \.finding.estimate?.interval.upper, "Upper end of the 95% interval."),
    .column(
      "design_effect", \.finding.estimate?.designEffect, unit: "ratio of variances",
      "Variance over that of as many households drawn one by one."),
    .column(
      "degrees_of_freedom", \.finding.estimate?.degreesOfFreedom, unit: "units",
      "Sampling units less strata, of those in which the group has members."),
    .inUnit(
      "bootstrap_se", \.finding.bootstrapError, "Standard error by resampling units; empty where none was asked for."),
    .number("contribution", \.finding.contribution?.value, "What the group adds to the measure of all."),
    .number("contribution_se", \.finding.contribution?.standardError, "Standard error of the contribution."),
    .column(
      "contribution_share", \.share, unit: "share of the measure of all", mayBeEmpty: true,
      "Contribution over the measure of all."),
    .unit(\.measure.unit),
  ]

  static func write(_ measurement: Measurement, to rows: RowWriter<Self>) throws(OutputError) {
    for sample in measurement.samples {
      for finding in sample.findings {
        let words = sample.words(finding.subject)
        try rows.add(
          MeasureRow(
            run: sample.run ?? (scenario: "", replication: 0, quarter: 0), group: words.group,
            level: words.level, measure: measurement.terms.description(of: finding.measure), finding: finding,
            share: (finding.contribution?.value ?? .nan) / sample.whole(finding.measure)))
      }
    }
  }
}

extension Columns {
  fileprivate static func number(_ name: String, _ path: KeyPath<Row, Double?>, _ summary: String) -> Columns {
    .column(name, path, unit: asInUnit, summary)
  }
}
