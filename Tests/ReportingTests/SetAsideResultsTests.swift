import Foundation
import Testing

@testable import Reporting

@Suite("Results that are set aside")
struct SetAsideResultsTests {
  private func begin(_ path: String, replacing: Bool = false) throws -> ResultDirectory {
    try ResultDirectory(path: path, replacingResults: replacing, discardingUnfinished: replacing)
  }

  /// Leaves earlier results as a process does that dies while it publishes.
  private func setAside(_ place: borrowing TemporaryDirectory) throws {
    try Fixture.write(to: place.path + "/out.replaced/results")
    try place.write(SetAsideResults.mark, to: "out.replaced/" + SetAsideResults.markName)
  }

  @Test("a refused call leaves them where they are", arguments: [false, true])
  func refusedCall(replacing: Bool) throws {
    let place = try TemporaryDirectory()
    let path = place.path + "/out"
    try setAside(place)
    let record = try place.text("out.replaced/results/run.json")
    try place.write("mine", to: "out/notes.txt")
    #expect(throws: OutputError.notResults(path: path)) { _ = try begin(path, replacing: replacing) }
    #expect(throws: OutputError.self) { _ = try ResultDirectory(resuming: path) }
    #expect(try place.text("out.replaced/results/run.json") == record)
    #expect(try place.text("out/notes.txt") == "mine")
    // When the way is free they return.
    try FileManager.default.removeItem(atPath: path)
    #expect(throws: OutputError.resultsExist(path: path)) { _ = try begin(path) }
    #expect(try place.names == ["out"])
    #expect(try place.text("out/run.json") == record)
  }

  @Test("an empty directory of the user's that has the name is left alone, and told before anything is run")
  func emptyDirectory() throws {
    let place = try TemporaryDirectory()
    let path = place.path + "/out"
    try Fixture.write(to: path)
    try FileManager.default.createDirectory(atPath: path + ".replaced", withIntermediateDirectories: true)
    #expect(throws: OutputError.inTheWay(path: path + ".replaced")) { _ = try begin(path, replacing: true) }
    #expect(ResultDirectory.obstacle(at: path, replacingResults: true) == .inTheWay(path: path + ".replaced"))
    #expect(try place.names == ["out", "out.replaced"])
  }

  @Test("a user's file among them stays, and is told before anything is run")
  func userFile() throws {
    let place = try TemporaryDirectory()
    let path = place.path + "/out"
    try Fixture.write(to: path)
    try setAside(place)
    try place.write("thesis", to: "out.replaced/results/chapter.txt")
    #expect(throws: OutputError.inTheWay(path: path + ".replaced")) { _ = try begin(path, replacing: true) }
    #expect(ResultDirectory.obstacle(at: path, replacingResults: true) == .inTheWay(path: path + ".replaced"))
    #expect(try place.names == ["out", "out.replaced"])
    #expect(try place.text("out.replaced/results/chapter.txt") == "thesis")
    #expect(FileManager.default.fileExists(atPath: path + ".replaced/results/run.json"))
    // Without it they make way.
    try FileManager.default.removeItem(atPath: path + ".replaced/results/chapter.txt")
    try Fixture.write(to: path, replacing: true)
    #expect(try place.names == ["out"])
  }

  @Test("a directory that cannot be listed is not taken for an empty one")
  func unlistable() throws {
    let place = try TemporaryDirectory()
    try place.write("a file", to: "file")
    try FileManager.default.createDirectory(atPath: place.path + "/empty", withIntermediateDirectories: true)
    #expect(OwnFiles.isEmpty(place.path + "/empty"))
    for name in ["file", "nowhere"] {
      #expect(!OwnFiles.isEmpty(place.path + "/" + name))
      #expect(throws: OutputError.self) { try OwnFiles.listing(of: place.path + "/" + name) }
    }
  }

  @Test(
    "nor are results put in the place of one",
    .enabled(if: geteuid() != 0, "the superuser lists every directory"))
  func closedDirectory() throws {
    let place = try TemporaryDirectory()
    let path = place.path + "/out"
    try place.write("thesis", to: "out/chapter.txt")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path) }
    #expect {
      _ = try begin(path, replacing: true)
    } throws: { error in
      guard case .cannotRead(path, _) = error as? OutputError else { return false }
      return true
    }
  }

  @Test("finished parts whose recipe is gone are kept unless they are to be discarded")
  func missingRecipe() throws {
    let place = try TemporaryDirectory()
    let path = place.path + "/out"
    do {
      let directory = try begin(path)
      let writer = try Fixture.writer(into: directory)
      try directory.begin(Fixture.record, execution: Fixture.execution())
      try Fixture.take(1, into: writer)
    }
    try FileManager.default.removeItem(atPath: path + ".partial/recipe.json")
    let tables = try place.text("out.partial/outcomes.csv")
    #expect(throws: OutputError.missingRecipe(path: path + ".partial/recipe.json")) {
      _ = try ResultDirectory(resuming: path)
    }
    #expect(throws: OutputError.unfinishedResults(path: path, state: "1 finished parts")) { _ = try begin(path) }
    #expect(try place.text("out.partial/outcomes.csv") == tables)
    _ = try begin(path, replacing: true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: path + ".partial") == ["lock"])
  }

  @Test("results are not replaced by what is read from them", arguments: ["", "/households.csv"])
  func source(file: String) throws {
    let place = try TemporaryDirectory()
    let path = place.path + "/out"
    try Fixture.write(to: path)
    try FileManager.default.createSymbolicLink(atPath: place.path + "/link", withDestinationPath: "out")
    for source in [path + file, place.path + "/link" + file] {
      let refusal = OutputError.holdsSource(path: path, source: source)
      #expect(throws: refusal) {
        _ = try ResultDirectory(path: path, replacingResults: true, discardingUnfinished: true, keeping: [source])
      }
      #expect(ResultDirectory.obstacle(at: path, replacingResults: true, keeping: [source]) == refusal)
    }
    #expect(ResultDirectory.obstacle(at: path, replacingResults: true, keeping: [path + "-other"]) == nil)
    #expect(try place.names == ["link", "out"])
  }

  @Test("what keeps results from their place is told in its own words")
  func reason() throws {
    let place = try TemporaryDirectory()
    let path = place.path + "/out"
    let directory = try begin(path)
    try place.write("thesis", to: "out/chapter.txt")
    #expect(
      throws: OutputError.cannotPublish(
        path: path, partial: path + ".partial", reason: OutputError.notResults(path: path).description)
    ) {
      try directory.publish()
    }
    #expect(try place.text("out/chapter.txt") == "thesis")
  }
}
