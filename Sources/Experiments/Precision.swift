/// How sure an experiment has to be of one measure before it stops replicating.
///
/// After a pilot, replications are added until at least Stein's number is reached and every interval is narrow enough.
/// The number does not depend on threads: results are judged in order of replication. For normal replications the
/// interval of mean plus and minus the half width then covers the truth with 95% or more.
///
/// Source: Stein 1945, doi:10.1214/aoms/1177731088; Chow and Robbins 1965, doi:10.1214/aoms/1177700156.
public struct Precision: Hashable, Sendable, Codable {
  /// The measure, by its name in outputs.
  public var measure: String
  /// Half the width that the 95% interval may have at the end, for all households: of each scenario's difference from
  /// the baseline, or of the mean where there is nothing to compare; in the measure's unit, above 0.
  public var halfWidth: Double
  /// Replications that are made in any case, at least 2.
  public var pilot: Int
  /// Replications that are made at most.
  public var maximum: Int

  /// Creates a goal.
  public init(measure: String, halfWidth: Double, pilot: Int = 10, maximum: Int = 1000) {
    self.measure = measure
    self.halfWidth = halfWidth
    self.pilot = pilot
    self.maximum = maximum
  }

  private enum CodingKeys: String, CodingKey {
    case measure
    case halfWidth = "half_width"
    case pilot, maximum
  }
}

/// Whether an experiment has become as precise as it was to be.
public struct PrecisionOutcome: Hashable, Sendable {
  /// What was wanted.
  public let goal: Precision
  /// Half the width of the widest interval at the end; NaN where it is undefined.
  public let halfWidth: Double
  /// Whether the goal was met before the maximum of replications ended the experiment.
  public let isMet: Bool
}
