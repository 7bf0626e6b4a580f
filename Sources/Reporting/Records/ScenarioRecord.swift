internal import Households
internal import Notation

/// A scenario as it was run.
package struct ScenarioRecord: Hashable, Sendable, Codable {
  package var name: String
  /// Its file, from the folder that holds all scenario files of the call.
  package var file: String
  /// The files that it extends, one after the other.
  package var extends: [String]
  /// Every value it depends on.
  package var values: [ValueRecord]

  package init(name: String, file: String, extends: [String] = [], values: [ValueRecord]) {
    self.name = name
    self.file = file
    self.extends = extends
    self.values = values
  }

  /// Its own file, then those that it extends.
  package var files: [String] { [file] + extends }
}

/// A value of a scenario and where it comes from.
package struct ValueRecord: Hashable, Sendable, Codable {
  /// Words, a number or a truth value.
  package enum Value: Hashable, Sendable {
    case text(String)
    case number(Double)
    case flag(Bool)

    /// The value for a reader.
    package var text: String {
      switch self {
      case .text(let text): text
      case .number(let number): NumberText.text(number)
      case .flag(let flag): flag ? "yes" : "no"
      }
    }
  }

  /// The dotted path by which it can be set.
  package var path: String
  package var value: Value
  /// The unit; empty where there is none.
  package var unit: String
  /// Where it was set: a file and line, an option, or `default`.
  package var origin: String
  /// The evidence for it; `assumed` where there is none.
  package var source: String

  package init(path: String, value: Value, unit: String, origin: String, source: String) {
    self.path = path
    self.value = value
    self.unit = unit
    self.origin = origin
    self.source = source
  }

  /// Whether the value has no evidence behind it, whatever reason is given for choosing it.
  package var isAssumed: Bool { Source.isAssumed(source) }
}

extension ValueRecord.Value: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else {
      self = .number(try container.decode(Double.self))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    case .flag(let flag): try container.encode(flag)
    }
  }
}
