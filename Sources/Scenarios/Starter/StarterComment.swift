/// Turns the marks of a template into comments.
///
/// `#@ path` becomes what the key of that path means, `#= path` the list of all keys, or all interventions, that may
/// stand there.
enum StarterComment {
  private static let column = 40
  private static let lineLength = 110

  /// A line of a template with its mark, if it has one, turned into a comment.
  static func explained(_ line: Substring) -> String {
    if let mark = line.firstRange(of: "#@ ") {
      let field = field(line[mark.upperBound...])
      let before = line[..<mark.lowerBound]
      let isAlone = before.allSatisfy { $0 == " " }
      return (isAlone ? String(before) : padded(before)) + "# " + meaning(of: field)
    }
    if let mark = line.firstRange(of: "#= ") {
      return list(alternatives(of: field(line[mark.upperBound...])), margin: String(line[..<mark.lowerBound]))
    }
    return String(line)
  }

  private static func field(_ path: Substring) -> Field {
    guard let field = ScenarioSchema.root.field(at: path.split(separator: ".").map(String.init)) else {
      preconditionFailure("the starter explains a key '\(path)' that no scenario has")
    }
    return field
  }

  private static func padded(_ text: Substring) -> String {
    let end = text.lastIndex { $0 != " " }.map { text.index(after: $0) } ?? text.startIndex
    let key = text[..<end]
    return key + String(repeating: " ", count: max(2, column - key.count))
  }

  private static func meaning(of field: Field) -> String {
    var text = field.summary.hasSuffix(".") ? String(field.summary.dropLast()) : field.summary
    if case .choice(let words) = field.shape, !words.allSatisfy({ text.contains($0) }) {
      text += ": " + listed(words, last: "or")
    }
    return field.unit.isEmpty ? text : "\(text) (\(field.unit))"
  }

  private static func alternatives(of field: Field) -> [String] {
    switch field.shape {
    case .record(let record): record.fields.map(\.key)
    case .list(of: .variant(let variants), _, _, _, _): variants.map(\.name)
    default: preconditionFailure("the starter lists what '\(field.key)' may hold, which is no keys")
    }
  }

  private static func list(_ words: [String], margin: String) -> String {
    var lines = [margin + "# all that may stand here:"]
    for (index, word) in words.enumerated() {
      let word = " " + word + (index == words.count - 1 ? "" : ",")
      if lines[lines.count - 1].count + word.count > lineLength { lines.append(margin + "#") }
      lines[lines.count - 1] += word
    }
    return lines.joined(separator: "\n")
  }
}

extension Record {
  /// The field where a path of keys leads, through lists and interventions; nil where it leads nowhere.
  func field(at path: [String]) -> Field? {
    guard let key = path.first, let field = field(key) else { return nil }
    return path.count == 1 ? field : field.shape.field(at: Array(path.dropFirst()))
  }
}

extension Shape {
  fileprivate func field(at path: [String]) -> Field? {
    switch self {
    case .record(let record): record.field(at: path)
    case .list(let element, _, _, _, _): element.field(at: path)
    case .variant(let variants): variants.first { $0.name == path[0] }?.record.field(at: Array(path.dropFirst()))
    default: nil
    }
  }
}
