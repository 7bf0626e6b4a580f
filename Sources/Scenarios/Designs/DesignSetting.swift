import Designs

/// A value that a design lays over its scenarios, from its `set`.
struct DesignSetting {
  /// The value by its dotted path.
  let setting: Design.Setting
  /// The same as it is laid over the scenarios.
  let override: ScenarioOverride
  /// Where the key stands.
  let site: Site

  /// The values under `set`, each by its dotted path; what is wrong is reported.
  static func list(_ node: ScenarioNode?, to reporter: inout Reporter) -> [DesignSetting] {
    guard let node else { return [] }
    guard let entries = node.entries else {
      reporter.report(.wrongKind(found: node.found, expected: Shape.settings.expectation), at: node.site, "set")
      return []
    }
    guard entries.count <= ReadingLimits.settings else {
      reporter.report(.tooManyEntries(entries.count, limit: ReadingLimits.settings), at: node.site, "set")
      return []
    }
    return entries.compactMap { entry in
      guard case .scalar(let text, let isQuoted) = entry.value.content, entry.value.found != .nothing else {
        let expected = "a word or a number; name what is further inside by its dotted path"
        reporter.report(.wrongKind(found: entry.value.found, expected: expected), at: entry.keySite, "set.\(entry.key)")
        return nil
      }
      let value = isQuoted ? "'" + text.replacing("'", with: "''") + "'" : text
      return DesignSetting(
        setting: Design.Setting(path: entry.key, value: value),
        override: ScenarioOverride(path: entry.key, value: value, at: entry.value.site), site: entry.keySite)
    }
  }

  /// Reports settings that no scenario has a place for.
  static func reportUnused(_ settings: [DesignSetting], in scenarios: [DesignScenario], to reporter: inout Reporter) {
    for setting in settings where scenarios.allSatisfy({ !$0.layers.passedOver([setting.override]).isEmpty }) {
      reporter.report(
        .unknownPath(setting.setting.path), at: setting.site, "set.\(setting.setting.path)",
        suggestion: scenarios.map(\.loaded).nearestPath(to: setting.setting.path))
    }
  }
}
