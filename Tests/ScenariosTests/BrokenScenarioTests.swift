import Foundation
import Scenarios
import Testing

/// Every broken scenario has its full message beside it, in a file of the same name that ends in `.expected`.
struct BrokenScenarioTests {
  static let names: [String] = {
    let folder = Fixtures.folder.appending(path: "broken").path
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }()

  @Test func coversManyMistakes() {
    #expect(Self.names.count >= 40)
  }

  @Test(arguments: names)
  func rendersTheFullMessage(name: String) throws {
    let path = Fixtures.folder.appending(path: "broken/\(name).expected")
    let expected = try String(contentsOf: path, encoding: .utf8)
      .replacing("{keys of parameters}", with: Fixtures.keys(below: ""))
      .replacing("{keys of parameters.shocks}", with: Fixtures.keys(below: "shocks."))
    #expect(Fixtures.problems("broken/\(name).yaml") == expected)
  }

  @Test func namesTheMissingFile() {
    #expect(Fixtures.problems("nowhere.yaml") == "nowhere.yaml: error: cannot be read: no such file\n")
    #expect(
      Fixtures.problems("broken")
        == "broken: error: cannot be read: it is a directory; give a scenario file\n")
  }

  @Test func coloursOnRequest() {
    let path = Fixtures.folder.appending(path: "broken/unknown-key.yaml").path
    #expect(throws: ScenarioError.self) { try ScenarioLoader.load(path: path) }
    do throws(ScenarioError) {
      _ = try ScenarioLoader.load(path: path)
    } catch {
      #expect(error.rendered(color: true).contains("\u{1B}[31merror\u{1B}[0m: yeers: unknown key"))
      #expect(error.rendered(color: true).contains("\u{1B}[32m^~~~~\u{1B}[0m"))
      #expect(error.diagnostics.map(\.suggestion) == ["years"])
    }
  }
}
