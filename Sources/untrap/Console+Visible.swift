internal import Notation

extension Console {
  /// A text of several lines in which nothing acts upon the terminal but line feeds and, where they are kept, colours: names
  /// of files, and cells of results that others have made, may hold anything.
  static func visible(_ text: String, keepsColors: Bool) -> String {
    guard keepsColors, text.utf8.contains(0x1B) else { return lines(text) }
    var result = ""
    var rest = text[...]
    while let color = rest.firstMatch(of: /\u{1B}\[[0-9;]*m/) {
      result += lines(String(rest[..<color.range.lowerBound])) + color.output
      rest = rest[color.range.upperBound...]
    }
    return result + lines(String(rest))
  }

  /// A text of one line, with nothing that acts upon the terminal.
  static func visible(line: String) -> String { VisibleText.shown(line) }

  private static func lines(_ text: String) -> String { VisibleText.shown(text, besides: ["\n"]) }
}
