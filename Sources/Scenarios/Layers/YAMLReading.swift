internal import Yams

/// Turns YAML text into nodes that know their places.
///
/// This is the only file that knows the YAML library.
enum YAMLReading {
  /// Why a text cannot be used.
  struct Failure: Error {
    let problem: Problem
    /// Where, from 1; nil where the parser does not say.
    let place: (line: Int, column: Int)?
    /// Number of characters that are meant.
    var length = 1
    /// The key that is meant.
    var keyPath = ""
  }

  /// Reads one document, whose values stand at sites made of line, column and length; nil where it is empty.
  /// - Throws: `Failure` where the text is not YAML, repeats a key, or holds more than is read.
  static func read(_ yaml: String, makeSite: @escaping (Int, Int, Int) -> Site) throws(Failure) -> ScenarioNode? {
    if let place = SourceLines.placeOfBrackets(deeperThan: ReadingLimits.openBrackets, in: yaml) {
      throw Failure(problem: .tooDeep(limit: ReadingLimits.depth), place: place)
    }
    do {
      // Keys are compared as they are written: what they could mean besides text is never asked.
      if let withoutAliases = AliasedText(yaml), let root = try compose(yaml: withoutAliases.text, .basic) {
        try withoutAliases.checkKeys(of: root)
      }
      guard let root = try compose(yaml: yaml, .basic) else { return nil }
      var conversion = YAMLConversion(makeSite: makeSite)
      return try conversion.convert(root)
    } catch let error as YamlError {
      throw failure(error, yaml: yaml)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(problem: .invalidYAML("\(error)"), place: nil)
    }
  }

  private static func failure(_ error: YamlError, yaml: String) -> Failure {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return Failure(problem: .invalidYAML(clarified(problem)), place: (mark.line, mark.column))
    case .reader(let problem, let offset, _, _):
      return Failure(problem: .invalidYAML(problem), place: offset.map { SourceLines.place(after: yaml.prefix($0)) })
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.min() ?? ""
      let first = (context.mark.line, context.mark.column)
      let place = SourceLines(yaml).secondKey(key, after: first)
      guard !NumberReading.isPartOfNumber(key) else { return Failure(problem: .commaInNumber, place: place) }
      return Failure(
        problem: .duplicateKey(firstLine: context.mark.line), place: place, length: key.count, keyPath: key)
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
}
