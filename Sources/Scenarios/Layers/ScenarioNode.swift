/// Where a value or key stands, and how much of the line it takes.
struct Site: Hashable, Sendable {
  /// Where it begins.
  var origin: Origin
  /// Number of characters, at least 1.
  var length = 1
  /// What was typed after an option of the command line.
  var text: String?

  /// A value that nobody has given.
  static let standard = Site(origin: .standard)
}

/// A value of a scenario before it is known what it must be: YAML with the place of every part.
struct ScenarioNode: Sendable {
  /// What the value is made of.
  enum Content: Sendable {
    case scalar(text: String, isQuoted: Bool)
    case sequence([ScenarioNode])
    /// Keys with values, in the order of the file.
    case mapping([Entry])
  }

  struct Entry: Sendable {
    var key: String
    var keySite: Site
    var value: ScenarioNode
  }

  var content: Content
  /// Where it stands; a mapping or list that follows a key stands where its key does.
  var site: Site

  var entries: [Entry]? { if case .mapping(let entries) = content { entries } else { nil } }

  var elements: [ScenarioNode]? { if case .sequence(let elements) = content { elements } else { nil } }

  var text: String? { if case .scalar(let text, _) = content { text } else { nil } }

  /// The value of a key of a mapping.
  subscript(key: String) -> ScenarioNode? { entries?.first { $0.key == key }?.value }

  /// Whether this is a number that carries its evidence: `{value: 3, source: ...}`.
  var isEvidence: Bool { self["value"] != nil }

  /// What the content is, for messages.
  var found: Problem.Found {
    switch content {
    case .scalar(let text, let isQuoted):
      isQuoted ? .quoted(text) : ["", "~", "null"].contains(text) ? .nothing : .scalar(text)
    case .sequence: .list
    case .mapping: .mapping
    }
  }
}
