import Notation

extension ScenarioNode {
  /// Characters without a shape that descriptions and other prose may hold.
  static let allowedInProse: Set<Unicode.Scalar> = ["\n", "\r", "\t"]

  /// Keys and words, here and below, that hold characters which cannot be seen, with where they stand.
  func hidden(path: String = "") -> [(problem: Problem, site: Site, path: String)] {
    switch content {
    case .scalar(let text, _):
      let found = VisibleText.hidden(in: text, besides: Self.allowedInProse)
      return found.isEmpty ? [] : [(.hiddenCharacters(text, found.map(VisibleText.spelled)), site, path)]
    case .sequence(let elements):
      return elements.enumerated().flatMap { $1.hidden(path: "\(path).\($1.pathLabel ?? "\($0 + 1)")") }
    case .mapping(let entries):
      return entries.flatMap { entry in
        let key = VisibleText.shown(entry.key, atMost: NameRule.longest)
        let inner = path.isEmpty ? key : "\(path).\(key)"
        let found = VisibleText.hidden(in: entry.key)
        return
          (found.isEmpty
          ? [] : [(.hiddenCharacters(entry.key, found.map(VisibleText.spelled)), entry.keySite, path)])
          + entry.value.hidden(path: inner)
      }
    }
  }
}
