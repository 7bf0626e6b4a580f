extension ScenarioNode {
  /// This value with another laid over it: mappings are merged key by key, programmes name by name, everything else
  /// is replaced.
  func overlaid(with top: ScenarioNode, key: String = "") -> ScenarioNode {
    if key == "programmes", let lower = elements, let upper = top.elements {
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
      if let name = element["name"]?.text, let index = result.firstIndex(where: { $0["name"]?.text == name }) {
        result[index] = result[index].overlaid(with: element)
      } else {
        result.append(element)
      }
    }
    return result
  }
}
