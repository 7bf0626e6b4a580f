extension ScenarioNode {
  /// Lists whose entries are known by name, so that a layer can change or remove one of them.
  static let namedLists: Set = ["programmes", "partners", "package"]

  /// This value with another laid over it: mappings are merged key by key; programmes, partners and interventions of
  /// a package name by name, where `remove: true` takes one away; everything else is replaced.
  func overlaid(with top: ScenarioNode, key: String = "") -> ScenarioNode {
    if Self.namedLists.contains(key), let lower = elements, let upper = top.elements {
      return ScenarioNode(content: .sequence(merged(lower, upper)), site: top.site)
    }
    guard let lower = entries, let upper = top.entries, !isEvidence, !top.isEvidence else { return top }
    var result = lower
    var places = Dictionary(lower.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    for entry in upper {
      if let index = places[entry.key] {
        result[index].keySite = entry.keySite
        result[index].value = result[index].value.overlaid(with: entry.value, key: entry.key)
      } else {
        places[entry.key] = result.count
        result.append(entry)
      }
    }
    return ScenarioNode(content: .mapping(result), site: top.site)
  }

  private func merged(_ lower: [ScenarioNode], _ upper: [ScenarioNode]) -> [ScenarioNode] {
    // What is removed leaves a gap until the end, so that the others keep their places.
    var result: [ScenarioNode?] = lower
    var places: [String: [Int]] = [:]
    for (index, element) in lower.enumerated() {
      if let label = element.label { places[label, default: []].append(index) }
    }
    for element in upper {
      guard let label = element.label, let index = places[label]?.first, let earlier = result[index] else {
        if let label = element.label { places[label, default: []].append(result.count) }
        result.append(element)
        continue
      }
      if element.removal != nil {
        result[index] = nil
        places[label]?.removeFirst()
      } else if element.packageEntry?.key == earlier.packageEntry?.key {
        result[index] = earlier.overlaid(with: element)
      } else {
        result[index] = element
      }
    }
    return result.compactMap(\.self)
  }

  /// What an entry of a named list says of its removal: a key of its own, or of its intervention.
  var removal: ScenarioNode? { (packageEntry?.value ?? self)["remove"] }
}
