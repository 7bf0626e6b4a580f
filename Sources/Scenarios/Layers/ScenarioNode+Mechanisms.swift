import Households

extension ScenarioNode {
  /// Sets the parameters by which the mechanisms under `without` are switched off; unknown words are left to the checker.
  mutating func switchOffMechanisms() {
    guard let list = self["without"] else { return }
    for word in list.elements ?? [list] {
      guard let mechanism = word.text.flatMap(Mechanism.init(rawValue:)) else { continue }
      for setting in mechanism.settings {
        func entry(_ key: String, _ text: String, isQuoted: Bool) -> Entry {
          let value = ScenarioNode(content: .scalar(text: text, isQuoted: isQuoted), site: word.site)
          return Entry(key: key, keySite: word.site, value: value)
        }
        let value = ScenarioNode(
          content: .mapping([
            entry("value", "\(setting.value)", isQuoted: false),
            entry("source", "without \(mechanism.rawValue)", isQuoted: true),
          ]), site: word.site)
        // Only lists have entries that can be missing, and parameters are not in any.
        try? assign(value, at: "parameters.\(setting.path)"[...])
      }
    }
  }
}
