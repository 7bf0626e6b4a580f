internal import ExactMath

/// All measures of a sample, for everybody and by group, with standard errors and contributions of groups.
public struct SurveyAnalysis: Sendable {
  /// Whom a finding is about.
  public enum Subject: Hashable, Sendable {
    /// All households.
    case everybody
    /// One level of a partition.
    case level(partition: Int, level: Int)
    /// What all levels of a partition add up to.
    case within(partition: Int)
    /// What lies between the levels of a partition.
    case between(partition: Int)
  }

  /// One measure of one group.
  public struct Finding: Sendable {
    /// Whom it is about.
    public let subject: Subject
    /// The measure.
    public let measure: SurveyMeasure
    /// Its value in the group; nil for what lies within all groups and between them.
    public let estimate: SurveyEstimate?
    /// What the group adds to the measure of all; nil where the measure does not divide, and for everybody.
    public let contribution: SurveyEstimate?
    /// The standard error of the value by resampling; NaN where none was asked for.
    public let bootstrapError: Double
  }

  /// The sample.
  public let sample: SurveySample
  /// What is measured.
  public let measures: [SurveyMeasure]
  /// What divides the sample.
  public let partitions: [SurveyPartition]

  /// Prepares an analysis.
  ///
  /// - Parameters:
  ///   - sample: The sample.
  ///   - measures: What is measured.
  ///   - partitions: What divides the sample.
  /// - Precondition: Each partition has a level for each row.
  /// - Complexity: O(1).
  public init(sample: SurveySample, measures: [SurveyMeasure], partitions: [SurveyPartition]) {
    precondition(
      partitions.allSatisfy { $0.levelOfRow.count == sample.design.householdCount }, "each row has a level")
    self.sample = sample
    self.measures = measures
    self.partitions = partitions
  }

  /// Measures everything.
  ///
  /// Groups are estimated over the whole design, so that their sizes count as estimated too.
  ///
  /// - Parameter bootstrap: Resampling for a second opinion on standard errors; nil for none.
  /// - Returns: Everybody first, then each partition: its levels in order with their measures in order, then, measure by
  ///   measure, what lies within the levels and between them.
  /// - Complexity: O(n measures levels), and O(n measures partitions) more for each resample.
  public func findings(bootstrap: RescaledBootstrap? = nil) -> [Finding] {
    let errors = bootstrap.map { bootstrapErrors($0) }
    let everybody = sample.everybody
    let whole = measures.map { statistic($0, over: everybody) }
    var findings = measures.indices.map { index in
      Finding(
        subject: .everybody, measure: measures[index],
        estimate: sample.design.estimate(whole[index], domain: everybody.isMember, range: measures[index].range),
        contribution: nil, bootstrapError: settled(errors?[index], whole[index]))
    }
    var groupsBefore = 1
    for (index, partition) in partitions.enumerated() {
      var within = [LinearisedStatistic?](repeating: nil, count: measures.count)
      for level in 0..<partition.levelCount {
        let group = sample.domain(level, of: partition)
        for (place, measure) in measures.enumerated() {
          let contribution = sample.contribution(of: group, to: measure, over: everybody)
          let value = statistic(measure, over: group)
          if let contribution { within[place] = within[place].map { $0 + contribution } ?? contribution }
          findings.append(
            Finding(
              subject: .level(partition: index, level: level), measure: measure,
              estimate: sample.design.estimate(value, domain: group.isMember, range: measure.range),
              contribution: contribution.map { sample.design.estimate($0, domain: everybody.isMember) },
              bootstrapError: settled(errors?[(groupsBefore + level) * measures.count + place], value)))
        }
      }
      for (place, measure) in measures.enumerated() where measure.decomposition?.leavesRemainder == true {
        guard let inside = within[place] else { continue }
        let parts = [(Subject.within(partition: index), inside), (.between(partition: index), whole[place] - inside)]
        findings += parts.map { subject, part in
          Finding(
            subject: subject, measure: measure, estimate: nil,
            contribution: sample.design.estimate(part, domain: everybody.isMember), bootstrapError: .nan)
        }
      }
      groupsBefore += partition.levelCount
    }
    return findings
  }

  /// The value of the kernel with the influences of the linearised formula.
  private func statistic(_ measure: SurveyMeasure, over domain: LinearisedDomain) -> LinearisedStatistic {
    let linearised = sample.linearised(measure, over: domain)
    return LinearisedStatistic(
      value: sample.value(measure, ofRows: Self.rows(of: domain.isMember), weights: sample.personWeights),
      influences: linearised.influences, magnitude: linearised.magnitude)
  }

  /// An error by resampling, 0 where it is rounding alone; NaN where there is none.
  private func settled(_ error: Double?, _ statistic: LinearisedStatistic) -> Double {
    guard let error else { return .nan }
    return RoundingTolerance.isNothing(error, beside: statistic.magnitude) ? 0 : error
  }

  /// Standard errors of all values, everybody first, then the levels of each partition.
  private func bootstrapErrors(_ bootstrap: RescaledBootstrap) -> [Double] {
    let groups =
      [Self.rows(of: sample.everybody.isMember)]
      + partitions.flatMap { partition in
        (0..<partition.levelCount).map { Self.rows(of: sample.domain($0, of: partition).isMember) }
      }
    return bootstrap.standardErrors { weights in
      groups.flatMap { rows in measures.map { sample.value($0, ofRows: rows, weights: weights) } }
    }
  }

  private static func rows(of isMember: [Bool]) -> [Int] { isMember.indices.filter { isMember[$0] } }
}
