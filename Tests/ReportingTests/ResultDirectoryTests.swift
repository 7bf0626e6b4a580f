import Foundation
import Testing

@testable import Reporting

@Suite("Directory of results")
struct ResultDirectoryTests {
  private let process = ProcessInfo.processInfo.processIdentifier

  @Test("results appear whole, under their name only")
  func publishing() throws {
    let place = try TemporaryDirectory()
    let directory = try ResultDirectory(path: place.path + "/deep/out", replacingResults: false)
    try place.write("{}", to: "deep/out.partial-\(process)/run.json")
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path + "/deep") == ["out.partial-\(process)"])
    try directory.publish()
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path + "/deep") == ["out"])
    #expect(try place.text("deep/out/run.json") == "{}")
  }

  @Test("a slash at the end changes nothing")
  func trailingSlash() throws {
    let place = try TemporaryDirectory()
    let directory = try ResultDirectory(path: place.path + "/out/", replacingResults: false)
    #expect(directory.partialPath == place.path + "/out.partial-\(process)")
  }

  @Test("a writer that stops leaves only the partial directory")
  func unfinished() throws {
    let place = try TemporaryDirectory()
    let directory = try ResultDirectory(path: place.path + "/out", replacingResults: false)
    let writer = try DatasetWriter(
      directory: directory, groupLevels: Fixture.groupLevels, measures: Fixture.measures,
      programmeNames: Fixture.programmeNames, comparison: true, microdata: true)
    try writer.take(Fixture.runs[0].result, of: Fixture.runs[0].run)
    #expect(try place.names == ["out.partial-\(process)"])
    #expect(!FileManager.default.fileExists(atPath: directory.partialPath + "/run.json"))
    directory.discard()
    #expect(try place.names == [])
  }

  @Test("earlier results stay unless they are to be replaced")
  func existing() throws {
    let place = try TemporaryDirectory()
    try Fixture.write(to: place.path + "/out", seconds: 1)
    let before = try place.text("out/run.json")
    #expect(throws: OutputError.resultsExist(path: place.path + "/out")) {
      _ = try ResultDirectory(path: place.path + "/out", replacingResults: false)
    }
    #expect(try place.names == ["out"])
    #expect(try place.text("out/run.json") == before)
    try Fixture.write(to: place.path + "/out", seconds: 3, replacing: true)
    #expect(try place.text("out/run.json") != before)
    #expect(try place.names == ["out"])
  }

  @Test("a directory of something else is left alone, whatever is asked for", arguments: [true, false])
  func otherDirectory(replacing: Bool) throws {
    let place = try TemporaryDirectory()
    try place.write("thesis", to: "out/chapter.txt")
    #expect(throws: OutputError.notResults(path: place.path + "/out")) {
      _ = try ResultDirectory(path: place.path + "/out", replacingResults: replacing)
    }
    #expect(try place.text("out/chapter.txt") == "thesis")
  }

  @Test("a file of the user's among the results keeps them from being replaced")
  func userFile() throws {
    let place = try TemporaryDirectory()
    try Fixture.write(to: place.path + "/out")
    try place.write("notes", to: "out/notes.txt")
    #expect(throws: OutputError.otherFiles(path: place.path + "/out", names: ["notes.txt"])) {
      _ = try ResultDirectory(path: place.path + "/out", replacingResults: true)
    }
    #expect(try place.text("out/notes.txt") == "notes")
  }

  @Test("an empty directory is as good as none")
  func emptyDirectory() throws {
    let place = try TemporaryDirectory()
    try FileManager.default.createDirectory(atPath: place.path + "/out", withIntermediateDirectories: true)
    try Fixture.write(to: place.path + "/out")
    #expect(try place.names == ["out"])
  }

  @Test("results that appear meanwhile are not overwritten, and the new ones are kept")
  func race() throws {
    let place = try TemporaryDirectory()
    let directory = try ResultDirectory(path: place.path + "/out", replacingResults: false)
    try place.write("{}", to: "out/run.json")
    #expect {
      try directory.publish()
    } throws: { error in
      guard case .cannotPublish(_, let partial, _) = error as? OutputError else { return false }
      return partial == directory.partialPath
    }
    #expect(try place.names == ["out", "out.partial-\(process)"])
  }

  @Test("a place that cannot be written is reported before anything is run")
  func unwritable() throws {
    let place = try TemporaryDirectory()
    try place.write("a file", to: "file")
    #expect {
      _ = try ResultDirectory(path: place.path + "/file/out", replacingResults: false)
    } throws: { error in
      guard case .cannotCreate = error as? OutputError else { return false }
      return true
    }
  }

  @Test(
    "messages say what can be done",
    arguments: [
      (
        OutputError.resultsExist(path: "out"),
        "out holds earlier results; give another directory with --out, or --force to replace them"
      ),
      (
        .notResults(path: "out"),
        "out exists and is not a directory of results (it has no run.json); give another directory with --out"
      ),
      (
        .otherFiles(path: "out", names: ["a.txt", "b"]),
        "out holds files that are not results (a.txt, b), which would be lost; move them, or give another directory "
          + "with --out"
      ),
      (
        .cannotWrite(path: "out/x.csv", reason: "no space left"),
        "cannot write out/x.csv: no space left; free some space, or give another directory with --out"
      ),
      (
        .cannotPublish(path: "out", partial: "out.partial-1", reason: "busy"),
        "cannot move the results to out: busy; they are complete in out.partial-1"
      ),
    ])
  func messages(error: OutputError, message: String) { #expect(error.description == message) }
}
