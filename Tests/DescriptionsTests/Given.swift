import Foundation
import Scenarios

/// Scenarios for tests.
enum Given {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../scenarios").standardizedFileURL

  /// The files of the scenarios that come with the program.
  static let shippedNames: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.sorted()
  }()

  /// The scenarios that come with the program, read once.
  static let shipped: [String: LoadedScenario] = Dictionary(
    uniqueKeysWithValues: shippedNames.compactMap { name in (try? shipped(name, [])).map { (name, $0) } })

  /// A scenario that comes with the program, with values laid over it.
  static func shipped(_ name: String, _ overrides: [ScenarioOverride]) throws -> LoadedScenario {
    try ScenarioLoader.load(path: folder.appending(path: name).path, overrides: overrides)
  }

  /// A small place with more keys.
  static func scenario(_ keys: String = "", file: String = "small.yaml", set: String...) throws -> LoadedScenario {
    try ScenarioLoader.load(
      sources: [ScenarioSource(path: file, text: place + keys)], overrides: set.map(ScenarioOverride.init(set:)))
  }

  /// A small place with a programme for an item of a package, after more keys in YAML's flow style.
  static func programme(_ item: String, _ keys: String = "", set: String...) throws -> LoadedScenario {
    let text =
      place + """
        programmes:
          - name: Census
            partner: Bureau
            from: 2019-Q1
            until: 2019-Q1
            price_year: 2016
            package: [{poverty_survey: {}}, {social_mobilisation: {organisers: 1}}, {coaching: {quarters: 2}}]
          - {name: Plan, partner: Fund, where: {district: Kasur}, from: 2019-Q2, until: 2021-Q4,
             price_year: 2016\(keys), package: [{\(item)}]}
        """
    return try ScenarioLoader.load(
      sources: [ScenarioSource(path: "plan.yaml", text: text)], overrides: set.map(ScenarioOverride.init(set:)))
  }

  private static let place = """
    name: Small place
    start: 2019-Q1
    population:
      official_headcount: {rural: 0.135}
      places:
        - district: Kasur
          tehsil: Kasur
          settlement_type: rural
          households: 7_800
          union_councils: 2
          survey: {province: Punjab, region: rural}

    """
}
