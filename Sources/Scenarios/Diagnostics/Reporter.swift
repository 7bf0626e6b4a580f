/// Collects diagnostics while a scenario is read, and finds the lines they are about.
struct Reporter {
  /// What has been reported, in order of discovery.
  private(set) var diagnostics: [Diagnostic] = []
  /// Where each stands, as far as it was reported here.
  private var sites: [Site?] = []
  private var texts: [(name: String, lines: SourceLines)] = []
  /// Indices of diagnostics by what tells most of them apart.
  private var known: [Key: [Int]] = [:]

  private struct Key: Hashable {
    let file: String
    let line: Int?
    let column: Int?
    let keyPath: String
  }

  /// Whether something makes the scenario unusable.
  private(set) var hasErrors = false

  /// Makes the text of a file or of an option known, so that excerpts can be shown.
  mutating func add(text: String, of name: String) { texts.append((name, SourceLines(text))) }

  /// Reports a problem at a site.
  ///
  /// What was probably meant is looked for only as long as it can be among what is shown.
  mutating func report(
    _ problem: Problem, at site: Site, _ keyPath: String, suggestion: @autoclosure () -> String? = nil,
    severity: Diagnostic.Severity = .error
  ) {
    let (file, line, column): (String, Int?, Int?) =
      switch site.origin {
      case .file(let path, let line, let column): (path, line, column)
      case .commandLine, .standard: (site.origin.description, nil, nil)
      }
    let isShown = diagnostics.count < ScenarioError.shownAtMost
    add(
      Diagnostic(
        severity: severity, file: file, line: line, column: column, keyPath: keyPath,
        problem: problem, suggestion: isShown ? suggestion() : nil), at: site)
  }

  /// Reports a problem of the value of a key, or of the record where the key is not given.
  mutating func report(
    _ problem: Problem, at record: CheckedRecord, _ key: String, severity: Diagnostic.Severity = .error
  ) {
    report(problem, at: record.site(of: key), record.path(of: key), severity: severity)
  }

  /// Reports a problem of a whole file.
  mutating func report(_ problem: Problem, in file: String) {
    add(
      Diagnostic(severity: .error, file: file, line: nil, column: nil, keyPath: "", problem: problem, suggestion: nil),
      at: nil)
  }

  /// Takes over what others have reported.
  mutating func add(_ others: [Diagnostic]) {
    for diagnostic in others { add(diagnostic, at: nil) }
  }

  private mutating func add(_ diagnostic: Diagnostic, at site: Site?) {
    let key = Key(file: diagnostic.file, line: diagnostic.line, column: diagnostic.column, keyPath: diagnostic.keyPath)
    let isKnown = known[key, default: []].contains { index in
      diagnostics[index].severity == diagnostic.severity && diagnostics[index].problem == diagnostic.problem
    }
    guard !isKnown else { return }
    known[key, default: []].append(diagnostics.count)
    diagnostics.append(diagnostic)
    sites.append(site)
    if diagnostic.severity == .error { hasErrors = true }
  }

  /// What has been reported, by file in the order of reading, then by line and column; those that are shown with their
  /// lines.
  func sorted() -> [Diagnostic] {
    let ranks = Dictionary(texts.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let keyed = diagnostics.enumerated().map { index, diagnostic in
      (ranks[diagnostic.file] ?? texts.count, diagnostic.line ?? 0, diagnostic.column ?? 0, index)
    }
    return keyed.sorted(by: <).enumerated().map { position, place in
      var diagnostic = diagnostics[place.3]
      if position < ScenarioError.shownAtMost, let site = sites[place.3] { diagnostic.excerpt = excerpt(at: site) }
      return diagnostic
    }
  }

  /// All that has been reported, as an error.
  var error: ScenarioError { ScenarioError(diagnostics: sorted()) }

  private func excerpt(at site: Site) -> Diagnostic.Excerpt? {
    let width = DiagnosticRenderer.widestLine
    switch site.origin {
    case .file(let path, let line, let column):
      guard let lines = texts.first(where: { $0.name == path })?.lines,
        let found = lines.excerpt(line: line, column: column, atMost: width)
      else { return nil }
      return Diagnostic.Excerpt(text: found.text, column: found.column, length: site.length)
    case .commandLine(let option):
      guard let text = site.text else { return nil }
      return Diagnostic.Excerpt(text: "\(option) \(text)", column: option.count + 2, length: text.count)
    case .standard: return nil
    }
  }
}

/// Names of which each may be given once.
struct UniqueNames {
  private var first: [String: Origin] = [:]

  /// Notes a name, and reports it where it has been given before.
  mutating func note(_ name: String, at site: Site, _ path: String, to reporter: inout Reporter) {
    if let earlier = first[name] {
      reporter.report(.duplicateName(name, firstOrigin: earlier), at: site, path)
    } else {
      first[name] = site.origin
    }
  }

  /// Notes the name of a programme or partner.
  mutating func note(_ record: CheckedRecord, to reporter: inout Reporter) {
    guard let name = record["name"], let text = name.text else { return }
    note(text, at: name.site, record.path(of: "name"), to: &reporter)
  }
}
