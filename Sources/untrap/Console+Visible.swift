internal import Notation

extension Console {
  /// A text in which nothing acts upon the terminal but line feeds and colours: names of files, and cells of results that
  /// others have made, may hold anything.
  static func visible(_ text: String) -> String {
    guard text.utf8.contains(0x1B) else { return shown(text) }
    var result = ""
    var rest = text[...]
    while let color = rest.firstMatch(of: /\u{1B}\[[0-9;]*m/) {
      result += shown(String(rest[..<color.range.lowerBound])) + color.output
      rest = rest[color.range.upperBound...]
    }
    return result + shown(String(rest))
  }

  private static func shown(_ text: String) -> String { VisibleText.shown(text, besides: ["\n"]) }
}
