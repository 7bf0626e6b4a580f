public import Statistics

/// What has been measured of one sample: a survey, or the households of a run at a quarter.
public struct SampleMeasures: Sendable {
  /// Which households of which run.
  public struct Run: Hashable, Sendable {
    /// The name of the scenario.
    public let scenario: String
    /// The replication, from 1.
    public let replication: Int
    /// Quarters since the start.
    public let quarter: Int

    /// Names a run.
    public init(scenario: String, replication: Int, quarter: Int) {
      self.scenario = scenario
      self.replication = replication
      self.quarter = quarter
    }
  }

  /// What divides the households.
  public struct Grouping: Hashable, Sendable {
    /// The column of the file.
    public let column: String
    /// Its values, in the order of the levels of the partition.
    public let levels: [String]

    /// Names what divides households.
    public init(column: String, levels: [String]) {
      self.column = column
      self.levels = levels
    }
  }

  /// The run; nil for a survey.
  public let run: Run?
  /// How the households were drawn.
  public let design: SurveyDesign
  /// What divides them, in the order of the partitions of the analysis.
  public let groupings: [Grouping]
  /// What was found.
  public let findings: [SurveyAnalysis.Finding]

  /// Creates what was measured.
  public init(run: Run?, design: SurveyDesign, groupings: [Grouping], findings: [SurveyAnalysis.Finding]) {
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
