import Notation

extension ScenarioNode {
  /// A path of the command line that leads nowhere.
  struct MissingEntry: Error {
    /// The part of the path up to the list.
    let listPath: String
    /// What was looked for in the list.
    let name: String
    /// The names of its entries.
    let known: [String]
  }

  /// Puts a value where a dotted path leads; mappings on the way are made, entries of lists must be there.
  ///
  /// An entry of a list is named by its `name`, by its intervention, or by its position from 1. Names may hold dots.
  mutating func assign(_ value: ScenarioNode, at path: Substring, parents: [String] = []) throws(MissingEntry) {
    guard !path.isEmpty else {
      self = value
      return
    }
    if let elements {
      let (index, rest, label) = try find(path, in: elements, parents: parents)
      var element = elements[index]
      try element.assignInside(value, at: rest, parents: parents + [label])
      var all = elements
      all[index] = element
      content = .sequence(all)
      return
    }
    let (key, rest) = path.splitAtFirstDot
    var all = isEvidence ? [] : (entries ?? [])
    if let index = all.firstIndex(where: { $0.key == key }) {
      all[index].keySite = value.site
      try all[index].value.assign(value, at: rest, parents: parents + [String(key)])
    } else {
      // Below `parameters` the same words are groups of numbers, no lists.
      let isList = parents.isEmpty ? key == "programmes" || key == "partners" : key == "package"
      if isList, !rest.isEmpty {
        throw MissingEntry(
          listPath: (parents + [String(key)]).joined(separator: "."), name: String(rest.splitAtFirstDot.0), known: [])
      }
      var made = ScenarioNode(content: .mapping([]), site: value.site)
      try made.assign(value, at: rest, parents: parents + [String(key)])
      all.append(Entry(key: String(key), keySite: value.site, value: made))
    }
    content = .mapping(all)
    site = value.site
  }

  /// As `assign`, but an entry of a package is entered together with its intervention.
  private mutating func assignInside(
    _ value: ScenarioNode, at rest: Substring, parents: [String]
  ) throws(MissingEntry) {
    guard !rest.isEmpty, var only = packageEntry else { return try assign(value, at: rest, parents: parents) }
    try only.value.assign(value, at: rest, parents: parents)
    content = .mapping([only])
  }

  /// The intervention and its keys, where this is an entry of a package.
  var packageEntry: Entry? {
    guard let entries, entries.count == 1, let only = entries.first, only.value.entries != nil else { return nil }
    return only
  }

  /// The name by which paths know this entry of a list.
  var label: String? { packageEntry.map { $0.value["name"]?.text ?? $0.key } ?? self["name"]?.text }

  /// The name as it stands in the paths of messages: as much of it as a name may have.
  var pathLabel: String? { label.map { VisibleText.shown($0, atMost: NameRule.longest) } }

  private func find(
    _ path: Substring, in elements: [ScenarioNode], parents: [String]
  ) throws(MissingEntry) -> (index: Int, rest: Substring, label: String) {
    for (index, element) in elements.enumerated() {
      let label = element.label ?? "\(index + 1)"
      if path == label { return (index, "", label) }
      if path.hasPrefix(label + ".") { return (index, path.dropFirst(label.count + 1), label) }
    }
    let (name, rest) = path.splitAtFirstDot
    if let position = Int(name), elements.indices.contains(position - 1) {
      return (position - 1, rest, elements[position - 1].label ?? String(name))
    }
    throw MissingEntry(
      listPath: parents.joined(separator: "."), name: String(name),
      known: elements.enumerated().map { $1.label ?? "\($0 + 1)" })
  }
}

extension Substring {
  /// What stands before the first dot and after it.
  fileprivate var splitAtFirstDot: (Substring, Substring) {
    guard let dot = firstIndex(of: ".") else { return (self, "") }
    return (self[..<dot], self[index(after: dot)...])
  }
}
