/// A JSON value whose objects keep their order, so that the same record has the same bytes.
public indirect enum JSONValue: Sendable {
  /// Text.
  case text(String)
  /// A whole number.
  case whole(Int)
  /// A whole number that is not negative.
  case unsigned(UInt64)
  /// A number; `null` where it is not finite.
  case real(Double)
  /// A number or truth value that is spelled already.
  case literal(String)
  /// A truth value.
  case truth(Bool)
  /// Values in order.
  case list([JSONValue])
  /// Members in order.
  case object([(key: String, value: JSONValue)])

  /// Texts in order.
  public static func texts(_ texts: some Sequence<String>) -> JSONValue { .list(texts.map { .text($0) }) }

  /// The JSON text without a final line feed: indented by two spaces a level, short records each on one line.
  public func rendered(indent: Int = 0) -> String {
    switch self {
    case .text(let text): Self.quoted(text)
    case .whole(let whole): whole.description
    case .unsigned(let whole): whole.description
    case .real(let real): real.isFinite ? NumberText.text(real) : "null"
    case .literal(let literal): literal
    case .truth(let truth): truth.description
    case .list(let elements):
      Self.block(
        "[", elements.map { $0.rendered(indent: indent + 1) }, "]", indent: indent,
        mayBeOneLine: elements.allSatisfy(\.isScalar))
    case .object(let members):
      Self.block(
        "{", members.map { Self.quoted($0.key) + ": " + $0.value.rendered(indent: indent + 1) }, "}", indent: indent,
        mayBeOneLine: members.allSatisfy(\.value.isScalar))
    }
  }

  /// The JSON text on one line without spaces, for machines.
  public var compact: String {
    switch self {
    case .list(let elements): "[" + elements.map(\.compact).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { Self.quoted($0.key) + ":" + $0.value.compact }.joined(separator: ",") + "}"
    default: rendered()
    }
  }

  private static let lineLength = 200

  private var isScalar: Bool {
    switch self {
    case .list, .object: false
    default: true
    }
  }

  private static func block(
    _ open: String, _ elements: [String], _ close: String, indent: Int, mayBeOneLine: Bool
  ) -> String {
    let line = open + elements.joined(separator: ", ") + close
    if elements.isEmpty || (mayBeOneLine && line.utf8.count <= lineLength) { return line }
    let margin = String(repeating: "  ", count: indent)
    return open + "\n" + elements.map { margin + "  " + $0 }.joined(separator: ",\n") + "\n" + margin + close
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      // Line breaks of Unicode too, which end a line of JavaScript's older readers.
      case _ where scalar.value < 0x20 || scalar == "\u{2028}" || scalar == "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension JSONValue: ExpressibleByStringLiteral {
  /// Text.
  public init(stringLiteral value: String) { self = .text(value) }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
  /// Members in order.
  public init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(elements.map { ($0.0, $0.1) }) }
}

extension JSONValue: ExpressibleByArrayLiteral {
  /// Values in order.
  public init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
}

extension JSONValue: ExpressibleByIntegerLiteral {
  /// A whole number.
  public init(integerLiteral value: Int) { self = .whole(value) }
}

extension JSONValue: ExpressibleByFloatLiteral {
  /// A number.
  public init(floatLiteral value: Double) { self = .real(value) }
}

extension JSONValue: ExpressibleByBooleanLiteral {
  /// A truth value.
  public init(booleanLiteral value: Bool) { self = .truth(value) }
}
