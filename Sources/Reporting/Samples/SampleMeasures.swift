package import Statistics

/// What has been measured of one sample: a survey, or the households of a run at a quarter.
package struct SampleMeasures: Sendable {
  /// The households of a run: the name of its scenario, the replication, from 1, and quarters since the start.
  package typealias Run = (scenario: String, replication: Int, quarter: Int)
  /// What divides the households: the column of the file, and its values in the order of the levels of the partition.
  package typealias Grouping = (column: String, levels: [String])

  /// The run; nil for a survey.
  package let run: Run?
  /// How the households were drawn.
  package let design: SurveyDesign
  /// What divides them, in the order of the partitions of the analysis.
  package let groupings: [Grouping]
  package let findings: [SurveyAnalysis.Finding]

  package init(run: Run?, design: SurveyDesign, groupings: [Grouping], findings: [SurveyAnalysis.Finding]) {
    self.run = run
    self.design = design
    self.groupings = groupings
    self.findings = findings
  }

  /// The words of the columns `group` and `level`.
  func words(_ subject: SurveyAnalysis.Subject) -> (group: String, level: String) {
    switch subject {
    case .everybody: ("all", "all")
    case .level(let partition, let level): (groupings[partition].column, groupings[partition].levels[level])
    case .within(let partition): (groupings[partition].column, "within_groups")
    case .between(let partition): (groupings[partition].column, "between_groups")
    }
  }

  /// The value of a measure over everybody.
  func whole(_ measure: SurveyMeasure) -> Double {
    findings.first { $0.subject == .everybody && $0.measure == measure }?.estimate?.value ?? .nan
  }
}
