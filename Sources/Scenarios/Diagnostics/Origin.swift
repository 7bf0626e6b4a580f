/// Where a value comes from.
public enum Origin: Hashable, Sendable, CustomStringConvertible {
  /// A place in a scenario file; line and column count from 1.
  case file(path: String, line: Int, column: Int)
  /// An option of the command line, such as `--set` or `--seed`.
  case commandLine(option: String)
  /// What the model takes when nobody says otherwise.
  case standard

  /// The form `file:line:column`, the option, or the word `default`.
  public var description: String {
    switch self {
    case .file(let path, let line, let column): "\(path):\(line):\(column)"
    case .commandLine(let option): option
    case .standard: "default"
    }
  }
}
