/// One thing that is wrong or doubtful in a scenario, as data: a renderer puts it into words.
public struct Diagnostic: Hashable, Sendable {
  /// Whether the scenario can still be used.
  public enum Severity: String, Sendable {
    /// The scenario cannot be used.
    case error
    /// The scenario can be used, but probably does not say what is meant.
    case warning
  }

  /// The characters that are meant, in their line.
  public struct Excerpt: Hashable, Sendable {
    /// The line, or the text that followed an option.
    public let text: String
    /// Where the meant characters begin, from 1.
    public let column: Int
    /// Number of meant characters, at least 1.
    public let length: Int
  }

  /// Whether the scenario can still be used.
  public let severity: Severity
  /// The file as it was named, or the option of the command line.
  public let file: String
  /// Line, from 1; nil where the whole file or an option is meant.
  public let line: Int?
  /// Column, from 1; nil where the whole file or an option is meant.
  public let column: Int?
  /// The dotted path of the key; empty where the whole file is meant.
  public let keyPath: String
  /// What is wrong.
  package let problem: Problem
  /// The name that was probably meant.
  public let suggestion: String?
  /// What stands at the place.
  public internal(set) var excerpt: Excerpt?

  /// The place in its file: `12:7`; empty where the whole file or an option is meant.
  public var place: String {
    guard let line, let column else { return "" }
    return "\(line):\(column)"
  }

  /// What is wrong with which key, in one line without the file.
  public var sentence: String {
    let key = keyPath.isEmpty ? "" : "\(keyPath): "
    return key + problem.message + (suggestion.map { "; did you mean '\($0)'?" } ?? "")
  }
}
