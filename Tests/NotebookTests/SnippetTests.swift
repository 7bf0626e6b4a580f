import Foundation
import TestSupport
import Testing

/// The snippets of the documentation; they are compiled with the package.
@Suite struct SnippetTests {
  private static let names: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(atPath: Tool.package.appending(path: "Snippets").path)
    return (files ?? []).filter { $0.hasSuffix(".swift") }.map { String($0.dropLast(6)) }.sorted()
  }()

  @Test("all are found")
  func all() { #expect(Self.names == ["DrawLuck", "MeasurePoverty", "RunAScenario"]) }

  @Test("each runs, and what it asserts is true", arguments: names)
  func run(name: String) throws {
    let outcome = try Tool.built(name).run([])
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
  }
}
