import Foundation
import Testing

@testable import Reporting

@Suite("Directory of results")
struct ResultDirectoryTests {
  private func begin(_ path: String, replacing: Bool = false, discarding: Bool = false) throws -> ResultDirectory {
    try ResultDirectory(path: path, replacingResults: replacing, discardingUnfinished: discarding)
  }

  @Test("results appear whole, under their name only")
  func publishing() throws {
    let place = try TemporaryDirectory()
    let directory = try begin(place.path + "/deep/out")
    try place.write(Fixture.mark, to: "deep/out.partial/run.json")
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path + "/deep") == ["out.partial"])
    try directory.publish()
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path + "/deep") == ["out"])
    #expect(try place.text("deep/out/run.json") == Fixture.mark)
  }

  @Test("a slash at the end changes nothing")
  func trailingSlash() throws {
    let place = try TemporaryDirectory()
    let directory = try begin(place.path + "/out/")
    #expect(directory.partialPath == place.path + "/out.partial")
  }

  @Test("a writer that stops leaves only the partial directory")
  func unfinished() throws {
    let place = try TemporaryDirectory()
    let directory = try begin(place.path + "/out")
    let writer = try Fixture.writer(into: directory)
    try writer.take(Fixture.runs[0].result, of: Fixture.runs[0].run)
    #expect(try place.names == ["out.partial"])
    #expect(!FileManager.default.fileExists(atPath: directory.partialPath + "/run.json"))
    directory.discard()
    #expect(try place.names == [])
  }

  @Test("no other process writes where one does, and its end lets others in")
  func lock() throws {
    let place = try TemporaryDirectory()
    let path = place.path + "/out"
    do {
      let directory = try begin(path)
      #expect(throws: OutputError.locked(path: path)) { _ = try begin(path, replacing: true, discarding: true) }
      #expect(throws: OutputError.locked(path: path)) { _ = try ResultDirectory(resuming: path) }
      withExtendedLifetime(directory) {}
    }
    _ = try begin(path)
  }

  /// Leaves some replications unfinished.
  private func leave(_ replications: Int, at path: String, replacing: Bool = false) throws {
    let directory = try begin(path, replacing: replacing)
    let writer = try Fixture.writer(into: directory)
    try directory.begin(Fixture.record, execution: Fixture.execution())
    for replication in stride(from: 1, through: replications, by: 1) { try Fixture.take(replication, into: writer) }
    try writer.take(Fixture.runs[0].result, of: Fixture.runs[0].run)
  }

  @Test("finished replications are not thrown away unless they are to be")
  func unfinishedResults() throws {
    let place = try TemporaryDirectory()
    let path = place.path + "/out"
    try leave(1, at: path)
    #expect(throws: OutputError.unfinishedResults(path: path, state: "1 of 2 replications")) { _ = try begin(path) }
    #expect(try place.names == ["out.partial"])
    _ = try begin(path, discarding: true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: path + ".partial") == ["lock"])
  }

  @Test("what has finished nothing is cleared away")
  func nothingFinished() throws {
    let place = try TemporaryDirectory()
    try leave(0, at: place.path + "/out")
    try place.write("half a line", to: "out.partial/summary.csv")
    _ = try begin(place.path + "/out")
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path + "/out.partial") == ["lock"])
  }

  @Test(
    "there is something to resume, or it is said what there is instead",
    arguments: ["out", "out.partial", "out.partial/"])
  func resuming(name: String) throws {
    let place = try TemporaryDirectory()
    let path = place.path + "/out"
    #expect(throws: OutputError.nothingToResume(path: path, isComplete: false)) {
      _ = try ResultDirectory(resuming: place.path + "/" + name)
    }
    try leave(1, at: path)
    do {
      let directory = try ResultDirectory(resuming: place.path + "/" + name)
      #expect(directory.path == path)
      #expect(directory.committed == 1)
      #expect(directory.recipe?.simulation?.replications == 2)
      #expect(directory.recipe?.replacesResults == false)
      directory.discard()
    }
    try Fixture.write(to: path)
    #expect(throws: OutputError.nothingToResume(path: path, isComplete: true)) {
      _ = try ResultDirectory(resuming: place.path + "/" + name)
    }
    try leave(1, at: path, replacing: true)
    #expect(try ResultDirectory(resuming: path).recipe?.replacesResults == true)
  }

  /// Leaves earlier results as a process does that dies while it publishes.
  private func setAside(_ place: borrowing TemporaryDirectory) throws {
    try place.write(Fixture.mark, to: "out.replaced/results/run.json")
    try place.write(SetAsideResults.mark, to: "out.replaced/" + SetAsideResults.markName)
  }

  /// Leaves complete results as a process does that dies before they are in their place.
  private func leaveComplete(_ path: String, lock: String? = nil) throws {
    try Fixture.write(to: path + ".new", seconds: 7)
    try FileManager.default.moveItem(atPath: path + ".new", toPath: path + ".partial")
    try lock?.write(toFile: path + ".partial/lock", atomically: false, encoding: .utf8)
  }

  @Test("results that were complete but not yet in their place are only moved there")
  func unpublished() throws {
    let place = try TemporaryDirectory()
    let path = place.path + "/out"
    try leaveComplete(path, lock: ResultLocation.replacingMark)
    let record = try place.text("out.partial/run.json")
    // A process that died while it published had moved the earlier results aside.
    try setAside(place)
    #expect(throws: OutputError.unfinishedResults(path: path, state: "all results")) {
      _ = try begin(path, replacing: true)
    }
    #expect(try place.names == ["out", "out.partial"])
    let directory = try ResultDirectory(resuming: path)
    #expect(directory.recipe == nil)
    try directory.publish()
    #expect(try place.names == ["out"])
    #expect(try place.text("out/run.json") == record)
    #expect(try !FileManager.default.contentsOfDirectory(atPath: path).contains("lock"))
  }

  @Test(
    "results that nobody has asked to replace stay though others are complete beside them",
    arguments: [nil, ResultLocation.lockMark])
  func unpublishedBesideResults(lock: String?) throws {
    let place = try TemporaryDirectory()
    let path = place.path + "/out"
    try Fixture.write(to: path)
    let before = try place.text("out/run.json")
    try leaveComplete(path, lock: lock)
    let directory = try ResultDirectory(resuming: path)
    #expect(throws: OutputError.self) { try directory.publish() }
    #expect(try place.text("out/run.json") == before)
    #expect(try place.names == ["out", "out.partial"])
  }

  @Test("whether results may be replaced is on disk from the start", arguments: [true, false])
  func replacingMark(replacing: Bool) throws {
    let place = try TemporaryDirectory()
    let path = place.path + "/out"
    for earlier in [true, false] {
      _ = try begin(path, replacing: earlier)
      _ = try begin(path, replacing: replacing)
      #expect(ResultLocation(path: path).mayReplaceResults == replacing)
      let mark = replacing ? ResultLocation.replacingMark : ResultLocation.lockMark
      #expect(try place.text("out.partial/lock") == mark)
    }
  }

  @Test(
    "what looks complete and is not as it was written takes the place of nothing",
    arguments: [
      ["run.json"], ["summary.csv"], ["outcomes.csv"], ["extra.csv"], ["run.json", "summary.csv"],
      ["{\"format\":\"untrap-x\"}"],
    ])
  func damaged(changes: [String]) throws {
    let place = try TemporaryDirectory()
    let path = place.path + "/out"
    try Fixture.write(to: path)
    let before = try place.text("out/run.json")
    try leaveComplete(path)
    for name in changes {
      switch name {
      case "run.json":
        let text = try place.text("out.partial/run.json")
        try place.write(text.replacing("\"seed\": 7", with: "\"seed\": 8"), to: "out.partial/run.json")
      case "summary.csv": try place.write("group\nall\n", to: "out.partial/summary.csv")
      case "outcomes.csv": try FileManager.default.removeItem(atPath: path + ".partial/" + name)
      // Of a known name, but not of these results.
      case "extra.csv": try place.write("x", to: "out.partial/classes.csv")
      default: try place.write(name, to: "out.partial/run.json")
      }
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: path + ".partial").sorted()
    func isRefusal(_ error: any Error) -> Bool {
      guard case .changedResults(path + ".partial", let reason) = error as? OutputError else { return false }
      let file = changes == ["extra.csv"] ? "classes.csv" : changes[0].hasPrefix("{") ? "run.json" : changes[0]
      return reason.contains(file)
    }
    #expect { _ = try ResultDirectory(resuming: path) } throws: { isRefusal($0) }
    let others = try FileManager.default.contentsOfDirectory(atPath: path + ".partial").filter { $0 != "lock" }
    #expect(others.sorted() == names)
    #expect(try place.text("out/run.json") == before)
    // Nor is it said to be all results where there are none.
    try FileManager.default.removeItem(atPath: path)
    #expect { _ = try begin(path) } throws: { isRefusal($0) }
    #expect(ResultDirectory.obstacle(at: path, replacingResults: false).map(isRefusal) == true)
    _ = try begin(path, discarding: true)
  }

  @Test("complete results are never discarded")
  func completeResults() throws {
    let place = try TemporaryDirectory()
    let directory = try begin(place.path + "/out")
    try place.write(Fixture.mark, to: "out.partial/run.json")
    directory.discard()
    #expect(try place.names == ["out.partial"])
    #expect(directory.stage == .growing)
    try directory.publish()
    #expect(directory.stage == .published)
    directory.discard()
    #expect(try place.names == ["out"])
  }

  @Test("earlier results return to their place though no partial directory is left")
  func recovery() throws {
    let place = try TemporaryDirectory()
    let path = place.path + "/out"
    try setAside(place)
    #expect(throws: OutputError.resultsExist(path: path)) { _ = try begin(path) }
    #expect(try place.names == ["out"])
    // This time the new results had come to their place.
    try setAside(place)
    try place.write(ResultLocation.lockMark, to: "out/lock")
    #expect(throws: OutputError.nothingToResume(path: path, isComplete: true)) {
      _ = try ResultDirectory(resuming: path)
    }
    #expect(try place.names == ["out"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["run.json"])
  }

  @Test("a recipe that was half written is no result")
  func halfWrittenRecipe() throws {
    let place = try TemporaryDirectory()
    try leaveComplete(place.path + "/out")
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path + "/out.partial").sorted()
    try place.write("{", to: "out.partial/recipe.json.new")
    try ResultDirectory(resuming: place.path + "/out").publish()
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path + "/out").sorted() == names)
  }

  @Test("a directory of the user's that has the name of a partial one is left alone")
  func otherPartial() throws {
    let place = try TemporaryDirectory()
    let path = place.path + "/out"
    try place.write("thesis", to: "out.partial/chapter.txt")
    let refusal = OutputError.notUnfinishedResults(path: path + ".partial", names: ["chapter.txt"])
    #expect(throws: refusal) { _ = try begin(path, replacing: true, discarding: true) }
    #expect(throws: refusal) { _ = try ResultDirectory(resuming: path) }
    #expect(ResultDirectory.obstacle(at: path, replacingResults: true) == refusal)
    #expect(try FileManager.default.contentsOfDirectory(atPath: path + ".partial") == ["chapter.txt"])
  }

  @Test(
    "what is not ours is never moved or removed, whatever its name and whatever is asked for",
    arguments: ["out.partial/summary.csv", "out.partial/lock", "out.partial/journal", "out.partial/run.json"])
  func notOurs(file: String) throws {
    let place = try TemporaryDirectory()
    try place.write("mine", to: file)
    let name = try #require(file.split(separator: "/").last.map(String.init))
    #expect(throws: OutputError.self) { _ = try begin(place.path + "/out", replacing: true, discarding: true) }
    #expect(throws: OutputError.self) { _ = try ResultDirectory(resuming: place.path + "/out") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path + "/out.partial") == [name])
    #expect(try place.text(file) == "mine")
  }

  @Test("a user's files among unfinished results keep these from being cleared")
  func userFileInPartial() throws {
    let place = try TemporaryDirectory()
    try leave(1, at: place.path + "/out")
    try place.write("thesis", to: "out.partial/notes.txt")
    let refusal = OutputError.notUnfinishedResults(path: place.path + "/out.partial", names: ["notes.txt"])
    #expect(throws: refusal) { _ = try begin(place.path + "/out", discarding: true) }
    #expect(throws: refusal) { _ = try ResultDirectory(resuming: place.path + "/out") }
    #expect(try place.text("out.partial/notes.txt") == "thesis")
  }

  @Test("a link in the place of unfinished results, or of one of their files, is not followed")
  func linksInPartial() throws {
    let place = try TemporaryDirectory()
    try place.write("mine", to: "precious.csv")
    try leave(1, at: place.path + "/out")
    for name in ["outcomes.csv", "journal", "summary.csv", "recipe.json.new", "lock"] {
      let file = place.path + "/out.partial/" + name
      try? FileManager.default.moveItem(atPath: file, toPath: place.path + "/kept")
      try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: place.path + "/precious.csv")
      #expect(throws: OutputError.notUnfinishedResults(path: place.path + "/out.partial", names: [name])) {
        _ = try ResultDirectory(resuming: place.path + "/out")
      }
      try FileManager.default.removeItem(atPath: file)
      try? FileManager.default.moveItem(atPath: place.path + "/kept", toPath: file)
    }
    try FileManager.default.moveItem(atPath: place.path + "/out.partial", toPath: place.path + "/elsewhere")
    try FileManager.default.createSymbolicLink(
      atPath: place.path + "/out.partial", withDestinationPath: place.path + "/elsewhere")
    #expect(throws: OutputError.notUnfinishedResults(path: place.path + "/out.partial", names: [])) {
      _ = try ResultDirectory(resuming: place.path + "/out")
    }
    #expect(try place.text("precious.csv") == "mine")
  }

  @Test("a user's directory where earlier results are put aside stays, and is told before anything is run")
  func userReplaced() throws {
    let place = try TemporaryDirectory()
    let path = place.path + "/out"
    try place.write("thesis", to: "out.replaced/chapter.txt")
    // A copy of results that a user has made is a user's, too.
    try Fixture.write(to: place.path + "/out")
    for prepare in [{}, { try Fixture.write(to: place.path + "/out.replaced/results") }] {
      try prepare()
      #expect(throws: OutputError.resultsExist(path: path)) { _ = try begin(path) }
      #expect(throws: OutputError.inTheWay(path: path + ".replaced")) { _ = try begin(path, replacing: true) }
      #expect(ResultDirectory.obstacle(at: path, replacingResults: true) == .inTheWay(path: path + ".replaced"))
      #expect(throws: OutputError.self) { _ = try ResultDirectory(resuming: path) }
      #expect(try place.text("out.replaced/chapter.txt") == "thesis")
    }
    try Fixture.write(to: place.path + "/fresh")
    #expect(try place.text("out.replaced/chapter.txt") == "thesis")
  }

  @Test("a record that is not of untrap makes no results of what stands beside it")
  func foreignRecord() throws {
    let place = try TemporaryDirectory()
    try place.write("{\"name\": \"my run\"}", to: "out/run.json")
    #expect(throws: OutputError.notResults(path: place.path + "/out")) {
      _ = try begin(place.path + "/out", replacing: true)
    }
    #expect(try place.names == ["out"])
  }

  @Test("results go where a link leads, and the link stays")
  func link() throws {
    let place = try TemporaryDirectory()
    try FileManager.default.createDirectory(atPath: place.path + "/disk", withIntermediateDirectories: true)
    for (target, from) in [("disk/results", "relative"), (place.path + "/disk/absolute", "absolute")] {
      let link = place.path + "/" + from
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
      for _ in 1...2 { try Fixture.write(to: link, replacing: true) }
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
      #expect(FileManager.default.fileExists(atPath: link + "/run.json"))
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: place.path + "/disk").sorted() == ["absolute", "results"])
    try FileManager.default.createSymbolicLink(atPath: place.path + "/circle", withDestinationPath: "circle")
    #expect(throws: OutputError.self) { _ = try begin(place.path + "/circle") }
  }

  @Test(
    "no results take the place of the current directory, of home, or of what holds them", arguments: [".", "..", "/"])
  func protected(path: String) throws {
    #expect {
      _ = try begin(path, replacing: true, discarding: true)
    } throws: { error in
      guard case .protected(path, _) = error as? OutputError else { return false }
      return true
    }
    #expect(throws: OutputError.self) { _ = try ResultDirectory(resuming: path) }
    let home = try #require(ProcessInfo.processInfo.environment["HOME"])
    #expect(ResultDirectory.obstacle(at: home, replacingResults: true) != nil)
  }

  @Test("every file of a dataset has a name that is known where no record vouches for it")
  func ownNames() throws {
    let place = try TemporaryDirectory()
    try Fixture.write(to: place.path + "/out")
    try FileManager.default.removeItem(atPath: place.path + "/out/run.json")
    try FileManager.default.moveItem(atPath: place.path + "/out", toPath: place.path + "/out.partial")
    try place.write(ResultLocation.lockMark, to: "out.partial/lock")
    _ = try begin(place.path + "/out")
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path + "/out.partial") == ["lock"])
  }

  @Test("earlier results stay unless they are to be replaced")
  func existing() throws {
    let place = try TemporaryDirectory()
    try Fixture.write(to: place.path + "/out", seconds: 1)
    let before = try place.text("out/run.json")
    #expect(throws: OutputError.resultsExist(path: place.path + "/out")) {
      _ = try begin(place.path + "/out")
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
      _ = try begin(place.path + "/out", replacing: replacing)
    }
    #expect(try place.text("out/chapter.txt") == "thesis")
  }

  @Test("a file of the user's among the results keeps them from being replaced")
  func userFile() throws {
    let place = try TemporaryDirectory()
    try Fixture.write(to: place.path + "/out")
    try place.write("notes", to: "out/notes.txt")
    #expect(throws: OutputError.otherFiles(path: place.path + "/out", names: ["notes.txt"])) {
      _ = try begin(place.path + "/out", replacing: true)
    }
    #expect(try place.text("out/notes.txt") == "notes")
  }

  @Test("a copy of an input is no result, whatever the format of the record", arguments: [3, 2, 1])
  func inputCopy(form: Int) throws {
    let place = try TemporaryDirectory()
    let path = place.path + "/out"
    try Fixture.write(to: path)
    var record = try place.text("out/run.json").replacing("untrap-run/3", with: "untrap-run/\(form)")
    // The key that the third form has added.
    if form < 3 { record = record.replacing("\n  \"detail\": \"population\",", with: "") }
    #expect(record.contains("\"detail\"") == (form == 3))
    try place.write(record, to: "out/run.json")
    try place.write("name: Base", to: "out/base.yaml")
    #expect(throws: OutputError.otherFiles(path: path, names: ["base.yaml"])) {
      _ = try begin(path, replacing: true)
    }
    try FileManager.default.removeItem(atPath: path + "/base.yaml")
    _ = try begin(path, replacing: true)
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
    let directory = try begin(place.path + "/out")
    try place.write(Fixture.mark, to: "out/run.json")
    #expect {
      try directory.publish()
    } throws: { error in
      guard case .cannotPublish(_, let partial, _) = error as? OutputError else { return false }
      return partial == directory.partialPath
    }
    #expect(try place.names == ["out", "out.partial"])
  }

  @Test("a place that cannot be written is reported before anything is run")
  func unwritable() throws {
    let place = try TemporaryDirectory()
    try place.write("a file", to: "file")
    #expect {
      _ = try begin(place.path + "/file/out")
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
        .locked(path: "out"), "another untrap is writing out"
      ),
      (
        .unfinishedResults(path: "out", state: "12 of 200 replications"),
        "out.partial holds 12 of 200 replications of a run that was stopped; untrap resume out finishes it, --force "
          + "starts anew"
      ),
      (
        .extraFiles(path: "out", names: ["a.txt"]),
        "out holds files that are not results (a.txt), which would be lost; move them"
      ),
      (.noResults(path: "out", isUnfinished: false), "out holds no results (no run.json)"),
      (
        .noResults(path: "out", isUnfinished: true),
        "out holds no results (no run.json); untrap resume out finishes the run that was stopped"
      ),
      (
        .notUnfinishedResults(path: "out.partial", names: ["a.txt"]),
        "out.partial is where unfinished results go, but holds other files (a.txt), which would be lost; move them"
      ),
      (
        .changedResults(path: "out.partial", reason: "outcomes.csv, summary.csv"),
        "out.partial holds results that are not as they were written (outcomes.csv, summary.csv); nothing was changed. "
          + "Put the files back as they were, or run the command again with --force"
      ),
      (
        .nothingFinished(path: "out"),
        "nothing to resume: the run that was stopped had finished nothing of out; run the command again"
      ),
      (.nothingToResume(path: "out", isComplete: true), "nothing to resume: out is complete"),
      (.nothingToResume(path: "out", isComplete: false), "nothing to resume: there is no out.partial"),
      (
        .cannotPublish(path: "out", partial: "out.partial-1", reason: "busy"),
        "cannot move the results to out: busy; they are complete in out.partial-1"
      ),
    ])
  func messages(error: OutputError, message: String) { #expect(error.description == message) }
}
