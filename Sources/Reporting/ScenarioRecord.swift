internal import Households

/// A scenario as it was run.
public struct ScenarioRecord: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// Its file, from the folder that holds all scenario files of the call.
  public var file: String
  /// The files that it extends, one after the other.
  public var extends: [String]
  /// Every value it depends on.
  public var values: [ValueRecord]

  /// Creates a record.
  public init(name: String, file: String, extends: [String] = [], values: [ValueRecord]) {
    self.name = name
    self.file = file
    self.extends = extends
    self.values = values
  }
}

/// A value of a scenario and where it comes from.
public struct ValueRecord: Hashable, Sendable {
  /// How the value is written in JSON.
  public enum Kind: Sendable {
    case text, number, flag
  }

  /// The dotted path by which it can be set.
  public var path: String
  /// The value.
  public var value: String
  /// How the value is written in JSON.
  public var kind: Kind
  /// The unit; empty where there is none.
  public var unit: String
  /// Where it was set: a file and line, an option, or `default`.
  public var origin: String
  /// The evidence for it; `assumed` where there is none.
  public var source: String

  /// Creates a record.
  public init(path: String, value: String, kind: Kind, unit: String, origin: String, source: String) {
    self.path = path
    self.value = value
    self.kind = kind
    self.unit = unit
    self.origin = origin
    self.source = source
  }

  /// Whether the value has no evidence behind it, whatever reason is given for choosing it.
  public var isAssumed: Bool { Source.isAssumed(source) }
}
