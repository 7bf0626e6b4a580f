internal import Households
internal import Notation

/// A scenario as it was run.
public struct ScenarioRecord: Hashable, Sendable, Codable {
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

  /// Its own file, then those that it extends.
  public var files: [String] { [file] + extends }
}

/// A value of a scenario and where it comes from.
public struct ValueRecord: Hashable, Sendable, Codable {
  /// Words, a number or a truth value.
  public enum Value: Hashable, Sendable {
    case text(String)
    case number(Double)
    case flag(Bool)

    /// The value for a reader.
    public var text: String {
      switch self {
      case .text(let text): text
      case .number(let number): NumberText.text(number)
      case .flag(let flag): flag ? "yes" : "no"
      }
    }
  }

  /// The dotted path by which it can be set.
  public var path: String
  /// The value.
  public var value: Value
  /// The unit; empty where there is none.
  public var unit: String
  /// Where it was set: a file and line, an option, or `default`.
  public var origin: String
  /// The evidence for it; `assumed` where there is none.
  public var source: String

  /// Creates a record.
  public init(path: String, value: Value, unit: String, origin: String, source: String) {
    self.path = path
    self.value = value
    self.unit = unit
    self.origin = origin
    self.source = source
  }

  /// Whether the value has no evidence behind it, whatever reason is given for choosing it.
  public var isAssumed: Bool { Source.isAssumed(source) }
}

extension ValueRecord.Value: Codable {
  /// Reads a value.
  /// - Parameter decoder: where it stands.
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else {
      self = .number(try container.decode(Double.self))
    }
  }

  /// Writes a value.
  /// - Parameter encoder: where it is written.
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    case .flag(let flag): try container.encode(flag)
    }
  }
}
