import Foundation
import Households
import Testing

@testable import Scenarios

/// Files beside the tests, found from the place of this file.
enum Fixtures {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
  static let scenarios = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../scenarios").standardizedFileURL

  /// The words of all that may stand in a package.
  static var interventions: [String] { PackageSchema.entries.map(\.name) }

  static func load(_ name: String, _ overrides: ScenarioOverride...) throws -> LoadedScenario {
    try load(name, overrides: overrides)
  }

  static func load(_ name: String, overrides: [ScenarioOverride]) throws -> LoadedScenario {
    try ScenarioLoader.load(path: folder.appending(path: "valid/\(name).yaml").path, overrides: overrides)
  }

  /// The rendered problems of a scenario, with paths relative to the fixtures.
  static func problems(_ path: String, _ overrides: ScenarioOverride...) -> String {
    do throws(ScenarioError) {
      let loaded = try ScenarioLoader.load(path: folder.appending(path: path).path, overrides: overrides)
      return "loaded: " + ScenarioError.rendered(loaded.warnings, color: false)
    } catch {
      return relative(error.rendered(color: false))
    }
  }

  static func relative(_ text: String) -> String { text.replacing(folder.path + "/", with: "") }

  /// The keys of a group of parameters, as messages list them; the catalogue grows, the expected texts need not.
  static func keys(below prefix: String) -> String {
    var keys: [String] = []
    for definition in Parameters.catalogue where definition.path.hasPrefix(prefix) {
      let key = String(definition.path.dropFirst(prefix.count).prefix { $0 != "." })
      if !keys.contains(key) { keys.append(key) }
    }
    return keys.prefix(24).joined(separator: ", ") + (keys.count > 24 ? ", ..." : "")
  }
}
