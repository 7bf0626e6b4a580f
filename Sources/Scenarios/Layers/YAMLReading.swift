internal import Yams

/// Turns YAML text into nodes that know their places.
///
/// This is the only file that knows the YAML library.
enum YAMLReading {
  /// Why a text cannot be used.
  struct Failure: Error {
    /// What is wrong.
    let problem: Problem
    /// Where, from 1; nil where the parser does not say.
    let place: (line: Int, column: Int)?
    /// Number of characters that are meant.
    var length = 1
    /// The key that is meant.
    var keyPath = ""
  }

  /// Reads one document.
  /// - Parameters:
  ///   - yaml: the text.
  ///   - makeSite: makes a site of a line, a column and a length.
  /// - Returns: the root; nil where the document is empty.
  /// - Throws: `Failure` where the text is not YAML or repeats a key.
  static func read(_ yaml: String, makeSite: @escaping (Int, Int, Int) -> Site) throws(Failure) -> ScenarioNode? {
    do {
      return try compose(yaml: yaml).map { convert($0, makeSite) }
    } catch let error as YamlError {
      throw failure(error, yaml: yaml)
    } catch {
      throw Failure(problem: .invalidYAML("\(error)"), place: nil)
    }
  }

  private static func convert(_ node: Node, _ makeSite: @escaping (Int, Int, Int) -> Site) -> ScenarioNode {
    let site = { (length: Int) in makeSite(node.mark?.line ?? 1, node.mark?.column ?? 1, length) }
    switch node {
    case .scalar(let scalar):
      let isQuoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
      let length = scalar.string.unicodeScalars.count + (isQuoted ? 2 : 0)
      return ScenarioNode(
        content: .scalar(text: scalar.string, isQuoted: isQuoted), site: site(length))
    case .sequence(let sequence):
      return ScenarioNode(content: .sequence(sequence.map { convert($0, makeSite) }), site: site(1))
    case .mapping(let mapping):
      let entries = mapping.map { pair in
        let key = convert(pair.key, makeSite)
        var value = convert(pair.value, makeSite)
        if value.text == nil || value.found == .nothing { value.site = key.site }
        return ScenarioNode.Entry(key: key.text ?? "", keySite: key.site, value: value)
      }
      return ScenarioNode(content: .mapping(entries), site: site(1))
    case .alias:
      return ScenarioNode(content: .scalar(text: "", isQuoted: false), site: site(1))
    }
  }

  private static func failure(_ error: YamlError, yaml: String) -> Failure {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return Failure(problem: .invalidYAML(clarified(problem)), place: (mark.line, mark.column))
    case .reader(let problem, let offset, _, _):
      let before = yaml.prefix(offset ?? 0)
      let line = before.count(where: \.isNewline) + 1
      let column = before.reversed().prefix { !$0.isNewline }.count + 1
      return Failure(problem: .invalidYAML(problem), place: offset == nil ? nil : (line, column))
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.min() ?? ""
      let second = secondPlace(of: key, after: context.mark, in: yaml)
      return Failure(
        problem: .duplicateKey(firstLine: context.mark.line), place: second, length: key.count, keyPath: key)
    default:
      return Failure(problem: .invalidYAML("\(error)"), place: nil)
    }
  }

  /// The parser's words, with the remedy for the commonest mistakes.
  private static func clarified(_ problem: String) -> String {
    switch problem {
    case "but found another document": "a line '---' begins a second document; keep one"
    case "found character that cannot start any token": problem + " (indent with spaces, not with tabs)"
    default: problem
    }
  }

  /// Where a key stands the second time: at the same column further down, else later in the same line.
  private static func secondPlace(of key: String, after first: Mark, in yaml: String) -> (line: Int, column: Int) {
    let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines.indices.dropFirst(first.line) {
      let rest = lines[line].unicodeScalars.dropFirst(first.column - 1)
      let before = lines[line].unicodeScalars.prefix(first.column - 1)
      if before.allSatisfy({ $0 == " " || $0 == "-" }), String(rest).hasPrefix(key + ":") {
        return (line + 1, first.column)
      }
    }
    guard lines.indices.contains(first.line - 1) else { return (first.line, first.column) }
    let line = Array(lines[first.line - 1])
    for start in line.indices.dropFirst(first.column) where String(line[start...]).hasPrefix(key + ":") {
      return (first.line, start + 1)
    }
    return (first.line, first.column)
  }
}
