import Foundation
import Scenarios
import Testing

/// Editors put a byte order mark before a text; it is read, and kept in what is recorded of the file.
struct ByteOrderMarkTests {
  private static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "untrap-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["minimal.yaml", "programme.yaml"] {
      let text = try String(contentsOf: Fixtures.folder.appending(path: "valid/\(name)"), encoding: .utf8)
      try ("\u{FEFF}" + text).write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }
    return folder
  }

  @Test func scenariosAreRead() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let loaded = try ScenarioLoader.load(path: folder.path + "/programme.yaml")
    #expect(loaded.resolved.map(\.value) == (try Fixtures.load("programme")).resolved.map(\.value))
    #expect(loaded.sources.count == 2)
    #expect(loaded.sources.allSatisfy { $0.text.unicodeScalars.first == "\u{FEFF}" })
    #expect(try ScenarioLoader.load(sources: loaded.sources).resolved == loaded.resolved)
  }

  @Test func columnsCountFromTheTextItself() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try "\u{FEFF}nmae: x\nextends: minimal.yaml\n".write(
      to: folder.appending(path: "it.yaml"), atomically: true, encoding: .utf8)
    do throws(ScenarioError) {
      _ = try ScenarioLoader.load(path: folder.path + "/it.yaml")
      Issue.record("it was read")
    } catch {
      #expect(error.description.contains("/it.yaml:1:1: error: nmae: unknown key\n    nmae: x\n    ^~~~\n"))
    }
  }

  @Test func otherEncodingsAreNamed() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "untrap-\(UUID().uuidString).yaml")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data([0xFF, 0xFE, 0x6E, 0x00]).write(to: file)
    do throws(ScenarioError) {
      _ = try ScenarioLoader.load(path: file.path)
      Issue.record("it was read")
    } catch {
      #expect(error.description.contains("cannot be read: it is UTF-16 text; save it as UTF-8"))
    }
  }
}
