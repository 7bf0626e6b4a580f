internal import Notation

/// What stands above a table on the terminal.
enum Heading {
  /// A line and an empty one, in bold where colours are wanted; what cannot be seen is spelled out.
  static func text(_ line: String, isColored: Bool) -> String {
    let line = VisibleText.shown(line)
    return isColored ? "\u{1B}[1m\(line)\u{1B}[0m\n\n" : line + "\n\n"
  }
}
