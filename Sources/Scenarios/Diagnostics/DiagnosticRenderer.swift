import Notation

/// Puts diagnostics into words for a terminal.
struct DiagnosticRenderer {
  /// Names that are listed before the rest is cut off.
  private static let longestList = 24
  /// Columns of a source line that are shown before it is cut off.
  static let widestLine = 100
  /// Characters of a key's path that are shown.
  private static let longestPath = 400

  /// Whether to mark severity and caret with ANSI colours.
  var color: Bool

  /// The message with its place, the line it is about, and hints; ends with a newline.
  func render(_ diagnostic: Diagnostic) -> String {
    var place = VisibleText.shown(diagnostic.file)
    if let line = diagnostic.line, let column = diagnostic.column { place += ":\(line):\(column)" }
    let severity = painted(diagnostic.severity.rawValue, diagnostic.severity == .error ? "31" : "33")
    let path = VisibleText.shown(diagnostic.keyPath, atMost: Self.longestPath)
    // What a message quotes is cut already; nothing in it may act upon the terminal.
    let message = VisibleText.shown(diagnostic.problem.message)
    var text = "\(place): \(severity): \(path.isEmpty ? "" : "\(path): ")\(message)\n"
    if let excerpt = diagnostic.excerpt { text += render(excerpt) }
    text += hints(of: diagnostic)
    return text
  }

  private func render(_ excerpt: Diagnostic.Excerpt) -> String {
    let scalars = excerpt.text.unicodeScalars.map { $0 == "\t" ? " " : $0 }
    let indentation = scalars.prefix { $0 == " " }.count
    let start = max(0, excerpt.column - 1 - indentation)
    let shown = scalars.dropFirst(indentation)
    guard start < Self.widestLine else { return "" }
    let isCut = shown.count > Self.widestLine
    // A character that is spelled out would move the caret, so that it is a single mark here; the message spells it.
    let line = Self.visible(shown.prefix(Self.widestLine)) + (isCut ? "..." : "")
    let length = max(1, min(excerpt.length, min(shown.count, Self.widestLine) - start))
    let caret = "^" + String(repeating: "~", count: length - 1)
    return "    \(line)\n    " + String(repeating: " ", count: start) + painted(caret, "32") + "\n"
  }

  /// A line of characters, each of which takes one place.
  private static func visible(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    let text = String(String.UnicodeScalarView(scalars))
    let hidden = Set(VisibleText.hidden(in: text))
    return String(String.UnicodeScalarView(scalars.map { hidden.contains($0) ? "\u{FFFD}" : $0 }))
  }

  private func hints(of diagnostic: Diagnostic) -> String {
    var hints: [String] = []
    if let suggestion = diagnostic.suggestion { hints.append("did you mean '\(shown(suggestion))'?") }
    if let known = diagnostic.problem.knownNames, !known.names.isEmpty {
      let rest = known.names.count > Self.longestList ? ", ..." : ""
      hints.append("\(known.title): " + known.names.prefix(Self.longestList).map(shown).joined(separator: ", ") + rest)
    }
    return hints.isEmpty ? "" : "  \(hints.joined(separator: " "))\n"
  }

  private func shown(_ text: String) -> String { VisibleText.shown(text, atMost: VisibleText.quotedAtMost) }

  private func painted(_ text: String, _ code: String) -> String {
    color ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
