/// A JSON value whose objects keep their order, so that the same record has the same bytes.
indirect enum JSONValue {
  case text(String)
  case whole(Int)
  case unsigned(UInt64)
  case real(Double)
  /// A number or truth value that is spelled already.
  case literal(String)
  case truth(Bool)
  case list([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// The JSON text without a final line feed: indented by two spaces a level, short records each on one line.
  func rendered(indent: Int = 0) -> String {
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
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension JSONValue: ExpressibleByStringLiteral {
  init(stringLiteral value: String) { self = .text(value) }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(elements.map { ($0.0, $0.1) }) }
}
