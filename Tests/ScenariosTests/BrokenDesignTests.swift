import Foundation
import Scenarios
import Testing

/// Every broken design has its full message beside it, in a file of the same name that ends in `.expected`.
struct BrokenDesignTests {
  static let names: [String] = {
    let folder = Fixtures.folder.appending(path: "designs/broken").path
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }()

  @Test func coversManyMistakes() {
    #expect(Self.names.count >= 18)
  }

  @Test(arguments: names)
  func rendersTheFullMessage(name: String) throws {
    let path = Fixtures.folder.appending(path: "designs/broken/\(name).expected")
    #expect(
      Fixtures.problems(ofDesign: "designs/broken/\(name).yaml") == (try String(contentsOf: path, encoding: .utf8)))
  }

  @Test func namesTheMissingFile() {
    #expect(
      Fixtures.problems(ofDesign: "designs/nowhere.yaml")
        == "designs/nowhere.yaml: error: cannot be read: no such file\n")
  }
}

extension Fixtures {
  /// The rendered problems of a design that is to be swept, with paths relative to the fixtures.
  static func problems(ofDesign path: String) -> String {
    do throws(ScenarioError) {
      _ = try DesignLoader.load(
        path: folder.appending(path: path).path, purpose: .sweep, measures: ["headcount_ratio"])
      return "loaded"
    } catch {
      return relative(error.rendered(color: false))
    }
  }
}
