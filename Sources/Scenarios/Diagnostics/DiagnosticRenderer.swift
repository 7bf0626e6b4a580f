/// Puts diagnostics into words for a terminal.
struct DiagnosticRenderer {
  /// Names that are listed before the rest is cut off.
  private static let longestList = 24
  /// Columns of a source line that are shown before it is cut off.
  private static let widestLine = 100

  /// Whether to mark severity and caret with ANSI colours.
  var color: Bool

  /// The message with its place, the line it is about, and hints; ends with a newline.
  func render(_ diagnostic: Diagnostic) -> String {
    var place = diagnostic.file
    if let line = diagnostic.line, let column = diagnostic.column { place += ":\(line):\(column)" }
    let severity = painted(diagnostic.severity.rawValue, diagnostic.severity == .error ? "31" : "33")
    let keyPath = diagnostic.keyPath.isEmpty ? "" : "\(diagnostic.keyPath): "
    var text = "\(place): \(severity): \(keyPath)\(diagnostic.problem.message)\n"
    if let excerpt = diagnostic.excerpt { text += render(excerpt) }
    text += hints(of: diagnostic)
    return text
  }

  private func render(_ excerpt: Diagnostic.Excerpt) -> String {
    let characters = excerpt.text.unicodeScalars.map { $0 == "\t" ? " " : Character($0) }
    let indentation = characters.prefix { $0 == " " }.count
    let start = max(0, excerpt.column - 1 - indentation)
    let shown = characters.dropFirst(indentation)
    guard start < Self.widestLine else { return "" }
    let line = shown.count > Self.widestLine ? String(shown.prefix(Self.widestLine)) + "..." : String(shown)
    let length = max(1, min(excerpt.length, min(shown.count, Self.widestLine) - start))
    let caret = "^" + String(repeating: "~", count: length - 1)
    return "    \(line)\n    " + String(repeating: " ", count: start) + painted(caret, "32") + "\n"
  }

  private func hints(of diagnostic: Diagnostic) -> String {
    var hints: [String] = []
    if let suggestion = diagnostic.suggestion { hints.append("did you mean '\(suggestion)'?") }
    if let known = diagnostic.problem.knownNames, !known.names.isEmpty {
      let rest = known.names.count > Self.longestList ? ", ..." : ""
      hints.append("\(known.title): " + known.names.prefix(Self.longestList).joined(separator: ", ") + rest)
    }
    return hints.isEmpty ? "" : "  \(hints.joined(separator: " "))\n"
  }

  private func painted(_ text: String, _ code: String) -> String {
    color ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
