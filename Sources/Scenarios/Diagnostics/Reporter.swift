/// Collects diagnostics while a scenario is read, and finds the lines they are about.
struct Reporter {
  /// What has been reported, in order of discovery.
  private(set) var diagnostics: [Diagnostic] = []
  private var texts: [(name: String, lines: [Substring])] = []

  /// Whether something makes the scenario unusable.
  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Makes the text of a file or of an option known, so that excerpts can be shown.
  mutating func add(text: String, of name: String) {
    texts.append((name, text.split(separator: "\n", omittingEmptySubsequences: false)))
  }

  /// Reports a problem at a site.
  mutating func report(
    _ problem: Problem, at site: Site, _ keyPath: String, suggestion: String? = nil,
    severity: Diagnostic.Severity = .error
  ) {
    var file = ""
    var place: (line: Int, column: Int)?
    switch site.origin {
    case .file(let path, let line, let column):
      file = path
      place = (line, column)
    case .commandLine(let option): file = option
    case .standard: file = "default"
    }
    let diagnostic = Diagnostic(
      severity: severity, file: file, line: place?.line, column: place?.column, keyPath: keyPath,
      problem: problem, suggestion: suggestion, excerpt: excerpt(at: site))
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }

  /// Reports a problem of a whole file.
  mutating func report(_ problem: Problem, in file: String) {
    diagnostics.append(
      Diagnostic(
        severity: .error, file: file, line: nil, column: nil, keyPath: "", problem: problem, suggestion: nil,
        excerpt: nil))
  }

  /// Takes over what others have reported.
  mutating func add(_ others: [Diagnostic]) {
    for diagnostic in others where !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }

  /// What has been reported, by file in the order of reading, then by line and column.
  func sorted() -> [Diagnostic] {
    let ranks = Dictionary(texts.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let keyed = diagnostics.enumerated().map { index, diagnostic in
      (ranks[diagnostic.file] ?? texts.count, diagnostic.line ?? 0, diagnostic.column ?? 0, index, diagnostic)
    }
    return keyed.sorted { ($0.0, $0.1, $0.2, $0.3) < ($1.0, $1.1, $1.2, $1.3) }.map(\.4)
  }

  private func excerpt(at site: Site) -> Diagnostic.Excerpt? {
    switch site.origin {
    case .file(let path, let line, let column):
      guard let lines = texts.first(where: { $0.name == path })?.lines, lines.indices.contains(line - 1) else {
        return nil
      }
      return Diagnostic.Excerpt(text: String(lines[line - 1]), column: column, length: site.length)
    case .commandLine(let option):
      guard let text = site.text else { return nil }
      return Diagnostic.Excerpt(text: "\(option) \(text)", column: option.count + 2, length: text.count)
    case .standard: return nil
    }
  }
}
