/// What is known of one number of the model: where it is set, its unit, what it may be, and where it comes from.
public struct ParameterDefinition: Sendable {
  /// The dotted path by which scenario files and `--set` name it, such as `shocks.illness_probability`.
  public let path: String
  /// The unit.
  public let unit: String
  /// The values that make sense.
  public let allowed: ClosedRange<Double>
  /// The source: a citation, `model (calibrated)`, or the word `assumed`.
  public let source: String
  /// One sentence on what it does.
  public let summary: String
  /// The 95% interval that evidence leaves, or a prior that was stated where it leaves none; nil where neither is said.
  public let interval: ClosedRange<Double>?
  /// How far evidence tells the value from others.
  public let evidence: Identification
  private let place: ParameterPlace

  init(
    _ path: String, _ place: ParameterPlace, _ unit: String,
    _ allowed: ClosedRange<Double>, _ source: String, _ summary: String, interval: ClosedRange<Double>? = nil,
    evidence: Identification? = nil
  ) {
    self.path = path
    self.place = place
    self.unit = unit
    self.allowed = allowed
    self.source = source
    self.summary = summary
    self.interval = interval
    self.evidence = evidence ?? (Source.isAssumed(source) ? .not : .identified)
  }

  /// The value in a set of parameters.
  /// - Parameter parameters: the set to read.
  /// - Returns: the value, in `unit`.
  public func value(in parameters: Parameters) -> Double { parameters[keyPath: place] }

  /// Sets the value in a set of parameters.
  /// - Parameters:
  ///   - value: the new value, in `unit`, within `allowed`.
  ///   - parameters: the set to change.
  public func set(_ value: Double, in parameters: inout Parameters) { parameters[keyPath: place] = value }

  /// Whether the number has no source yet.
  public var isAssumed: Bool { Source.isAssumed(source) }

  /// What the value may well be: its interval, or from half to twice an assumed value; nil for a number that is known and
  /// for an assumed 0, which is one by definition.
  ///
  /// - Parameter parameters: the set that holds the value.
  /// - Returns: a range within `allowed`.
  public func range(in parameters: Parameters) -> ClosedRange<Double>? {
    interval ?? (isAssumed ? Self.halfToDouble(value(in: parameters), allowed: allowed) : nil)
  }

  /// From half of a number to twice it, as far as that is allowed: the prior of what is assumed.
  ///
  /// - Parameters:
  ///   - number: the assumed value.
  ///   - allowed: the values that make sense.
  /// - Returns: nil where there is no room, as about 0.
  public static func halfToDouble(_ number: Double, allowed: ClosedRange<Double>) -> ClosedRange<Double>? {
    let low = max(allowed.lowerBound, min(number / 2, number * 2))
    let high = min(allowed.upperBound, max(number / 2, number * 2))
    return low < high ? low...high : nil
  }
}

/// How far evidence tells a parameter's value from others that would do.
public enum Identification: String, CaseIterable, Sendable {
  /// A survey or the published figures settle it.
  case identified
  /// The published figures narrow it, but others can stand in for it.
  case weakly
  /// Nothing tells it from others; its range is a prior.
  case not
}

/// Words for where numbers come from.
public enum Source {
  /// Whether a source says that there is no evidence, whatever reason follows: it begins with the word `assumed`.
  public static func isAssumed(_ source: String) -> Bool { source.lowercased().hasPrefix(assumed) }

  static let assumed = "assumed"
  static let calibrated = "calibrated to the published figures of `untrap evidence`"
  static let scorecard =
    "proxy means test fitted to HIES 2015-16 (Pakistan Bureau of Statistics), R2 0.49, computed from the microdata"
}

/// Where a set of parameters keeps one of them.
typealias ParameterPlace = any WritableKeyPath<Parameters, Double> & Sendable
