internal import Notation
internal import Yams

/// Makes nodes that know their places of what the YAML library has read, within limits.
struct YAMLConversion {
  /// Makes a site of a line, a column and a length.
  let makeSite: (Int, Int, Int) -> Site
  private var values = 0
  /// Where what is being converted stands in the text: an alias stands where it is used.
  private var place = (line: 1, column: 1)
  private var keys: [String] = []

  init(makeSite: @escaping (Int, Int, Int) -> Site) { self.makeSite = makeSite }

  /// Converts a value with all that is in it.
  /// - Throws: `YAMLReading.Failure` where there are too many values, those of aliases included, or they lie too deep.
  /// - Complexity: O(values).
  mutating func convert(_ node: Node, depth: Int = 0) throws(YAMLReading.Failure) -> ScenarioNode {
    let (line, column) = (node.mark?.line ?? 1, node.mark?.column ?? 1)
    if (line, column) > place { place = (line, column) }
    values += 1
    guard values <= ReadingLimits.values else { throw failure(.tooManyValues(limit: ReadingLimits.values)) }
    guard depth <= ReadingLimits.depth else { throw failure(.tooDeep(limit: ReadingLimits.depth)) }
    switch node {
    case .scalar(let scalar):
      values += scalar.string.utf8.count / ReadingLimits.valueBytes
      let isQuoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
      let length = scalar.string.unicodeScalars.count + (isQuoted ? 2 : 0)
      return ScenarioNode(
        content: .scalar(text: scalar.string, isQuoted: isQuoted), site: makeSite(line, column, length))
    case .sequence(let sequence):
      var elements: [ScenarioNode] = []
      for element in sequence { elements.append(try convert(element, depth: depth + 1)) }
      return ScenarioNode(content: .sequence(elements), site: makeSite(line, column, 1))
    case .mapping(let mapping):
      var entries: [ScenarioNode.Entry] = []
      for pair in mapping {
        let key = try convert(pair.key, depth: depth + 1)
        keys.append(key.text ?? "")
        var value = try convert(pair.value, depth: depth + 1)
        keys.removeLast()
        if value.text == nil || value.found == .nothing { value.site = key.site }
        entries.append(ScenarioNode.Entry(key: key.text ?? "", keySite: key.site, value: value))
      }
      return ScenarioNode(content: .mapping(entries), site: makeSite(line, column, 1))
    case .alias:
      return ScenarioNode(content: .scalar(text: "", isQuoted: false), site: makeSite(line, column, 1))
    }
  }

  private func failure(_ problem: Problem) -> YAMLReading.Failure {
    let path = keys.map { VisibleText.shown($0, atMost: NameRule.longest) }.joined(separator: ".")
    return YAMLReading.Failure(problem: problem, place: place, keyPath: path)
  }
}
