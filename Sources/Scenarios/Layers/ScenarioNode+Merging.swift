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
    for entry in upper {
      if let index = result.firstIndex(where: { $0.key == entry.key }) {
        result[index].keySite = entry.keySite
        result[index].value = result[index].value.overlaid(with: entry.value, key: entry.key)
      } else {
        result.append(entry)
      }
    }
    return ScenarioNode(content: .mapping(result), site: top.site)
  }

  private func merged(_ lower: [ScenarioNode], _ upper: [ScenarioNode]) -> [ScenarioNode] {
    var result = lower
    for element in upper {
      guard let label = element.label, let index = result.firstIndex(where: { $0.label == label }) else {
        result.append(element)
        continue
      }
      if element.removal != nil {
        result.remove(at: index)
      } else if element.packageEntry?.key == result[index].packageEntry?.key {
        result[index] = result[index].overlaid(with: element)
      } else {
        result[index] = element
      }
    }
    return result
  }

  /// What an entry of a named list says of its removal: a key of its own, or of its intervention.
  var removal: ScenarioNode? { (packageEntry?.value ?? self)["remove"] }
}
