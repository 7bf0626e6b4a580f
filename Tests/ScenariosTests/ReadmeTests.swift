import Foundation
import Households
import Scenarios
import Testing

@Suite struct ReadmeTests {
  @Test("the scenario of the README can be run as it is written")
  func scenario() throws {
    let readme = try String(
      contentsOf: Fixtures.scenarios.deletingLastPathComponent().appending(path: "README.md"), encoding: .utf8)
    let start = try #require(readme.range(of: "```yaml\n")).upperBound
    let end = try #require(readme.range(of: "```", range: start..<readme.endIndex)).lowerBound
    let text = readme[start..<end].replacing(
      "extends: ", with: "extends: " + Fixtures.scenarios.path + "/", maxReplacements: 1)
    let file = FileManager.default.temporaryDirectory.appending(path: "readme-\(UUID().uuidString).yaml")
    try text.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let loaded = try ScenarioLoader.load(path: file.path)
    #expect(loaded.warnings.isEmpty)
    #expect(loaded.scenario.programmes.map(\.name).last == "Cash for the poorest")
    #expect(loaded.scenario.parameters.shocks.illnessProbability == 0.08)
  }
}
