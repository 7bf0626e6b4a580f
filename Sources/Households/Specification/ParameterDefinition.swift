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
  private let place: ParameterPlace

  init(
    _ path: String, _ place: ParameterPlace, _ unit: String,
    _ allowed: ClosedRange<Double>, _ source: String, _ summary: String
  ) {
    self.path = path
    self.place = place
    self.unit = unit
    self.allowed = allowed
    self.source = source
    self.summary = summary
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
}

/// Words for where numbers come from.
public enum Source {
  /// Whether a source says that there is no evidence, whatever reason follows: it begins with the word `assumed`.
  public static func isAssumed(_ source: String) -> Bool { source.lowercased().hasPrefix(assumed) }

  static let assumed = "assumed"
  static let calibrated =
    "assumed: rough fit to published patterns of the Pakistani panels, to be refined by calibration"
  static let scorecard =
    "proxy means test fitted to HIES 2015-16 (Pakistan Bureau of Statistics), R2 0.49, computed from the microdata"
}

/// Where a set of parameters keeps one of them.
typealias ParameterPlace = any WritableKeyPath<Parameters, Double> & Sendable
