public import Statistics

/// Households of a file that are measured together.
public struct MeasurableSample: Sendable {
  /// What divides them: a column, its values in order, and the value of each household.
  public struct Grouping: Sendable {
    /// The column.
    public let column: String
    /// Its values, in the order of their letters.
    public let levels: [String]
    /// The value of each household.
    public let partition: SurveyPartition
  }

  /// The run; nil for a survey.
  public let run: SampleRun?
  /// The households, by welfare.
  public let sample: SurveySample
  /// One for each column that was asked for.
  public let groupings: [Grouping]
}
