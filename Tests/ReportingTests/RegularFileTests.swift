import Foundation
import Testing

@testable import Reporting

@Suite("Files that may come from anybody")
struct RegularFileTests {
  /// What is in the place of a table in a stranger's folder.
  enum Trap: CaseIterable {
    case link, pipe, folder, device

    func set(at path: String, place: String) throws {
      switch self {
      case .link:
        try "secret".write(toFile: place + "/secret", atomically: true, encoding: .utf8)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: place + "/secret")
      case .pipe: try #require(mkfifo(path, 0o600) == 0)
      case .folder: try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      case .device: try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/zero")
      }
    }
  }

  @Test("nothing but a regular file is read, and nobody waits", .timeLimit(.minutes(1)), arguments: Trap.allCases)
  func reading(trap: Trap) throws {
    let place = try TemporaryDirectory()
    let path = place.path + "/table.csv"
    try trap.set(at: path, place: place.path)
    #expect(throws: OutputError.self) { try RegularFile.contents(of: path) }
    #expect(throws: OutputError.self) { try FileDigest(path: path) }
    #expect(throws: OutputError.self) { try CSVReader(path: path) }
    #expect(RegularFile.size(of: path) == nil && RegularFile.isThere(path) && !RegularFile.isRegular(path))
  }

  @Test("a table is never written through what stands in its place", .timeLimit(.minutes(1)), arguments: Trap.allCases)
  func writing(trap: Trap) throws {
    let place = try TemporaryDirectory()
    let path = place.path + "/table.csv"
    try trap.set(at: path, place: place.path)
    #expect(throws: OutputError.self) { try RegularFile.openForUpdating(path) }
    if trap == .folder {
      #expect(throws: OutputError.self) { try OutputFile(name: "table.csv", directory: place.path) }
      return
    }
    try OutputFile(name: "table.csv", directory: place.path).write("rows".utf8)
    #expect(try place.text("table.csv") == "rows")
    #expect(RegularFile.isRegular(path))
    if trap == .link { #expect(try place.text("secret") == "secret") }
  }

  @Test("a file of two names is not written under either")
  func hardLink() throws {
    let place = try TemporaryDirectory()
    try place.write("mine", to: "mine.txt")
    try FileManager.default.linkItem(atPath: place.path + "/mine.txt", toPath: place.path + "/table.csv")
    #expect(throws: OutputError.self) { try RegularFile.openForUpdating(place.path + "/table.csv") }
    try OutputFile(name: "table.csv", directory: place.path).write("rows".utf8)
    #expect(try place.text("mine.txt") == "mine")
    #expect(try place.text("table.csv") == "rows")
  }

  @Test("results with a trap in them are not compared", .timeLimit(.minutes(1)), arguments: Trap.allCases)
  func comparison(trap: Trap) throws {
    let place = try TemporaryDirectory()
    for name in ["out", "again"] { try Fixture.write(to: place.path + "/" + name) }
    let record = try RunRecord(directory: place.path + "/out")
    try FileManager.default.removeItem(atPath: place.path + "/out/costs.csv")
    try trap.set(at: place.path + "/out/costs.csv", place: place.path)
    #expect(throws: OutputError.self) {
      try ResultComparison(place.path + "/out", again: place.path + "/again", recorded: record.outputs)
    }
    #expect(throws: OutputError.self) { try ResultIdentity.text(of: place.path + "/out") }
    #expect(throws: OutputError.self) {
      try ResultDirectory(path: place.path + "/out", replacingResults: true, discardingUnfinished: true)
    }
  }
}

@Suite("Files that appear whole or not at all")
struct PlacedFileTests {
  @Test("what is there stays, unless it is what may be replaced")
  func earlier() throws {
    let place = try TemporaryDirectory()
    let path = place.path + "/page.html"
    let (careful, forced) = (
      PlacedFile(path: path, earlier: .none), PlacedFile(path: path, earlier: .replaced { $0 == Data("page".utf8) })
    )
    try careful.write(Data("page".utf8))
    #expect(throws: PlacedFile.Refusal.exists) { try careful.write(Data("other".utf8)) }
    try forced.write(Data("thesis".utf8))
    #expect(throws: PlacedFile.Refusal.self) { try forced.write(Data("page".utf8)) }
    #expect(try place.text("page.html") == "thesis")
    #expect(try place.names == ["page.html"])
  }

  @Test("of several files all are written or none: those before the one that fails are as they were")
  func together() throws {
    let place = try TemporaryDirectory()
    try place.write("earlier", to: "b.yaml")
    func files(_ last: String) -> [(file: PlacedFile, contents: Data)] {
      ["a.yaml", "b.yaml", last].map { name in
        (PlacedFile(path: place.path + "/" + name, earlier: .replaced { _ in true }), Data("new".utf8))
      }
    }
    #expect(throws: PlacedFile.Refusal.self) { try PlacedFile.write(files("nowhere/c.yaml")) }
    #expect(try place.names == ["b.yaml"])
    #expect(try place.text("b.yaml") == "earlier")
    try PlacedFile.write(files("c.yaml"))
    #expect(try place.names == ["a.yaml", "b.yaml", "c.yaml"])
    #expect(try place.text("b.yaml") == "new")
  }

  @Test("links, pipes, devices and files of results are left alone", arguments: RegularFileTests.Trap.allCases)
  func traps(trap: RegularFileTests.Trap) throws {
    let place = try TemporaryDirectory()
    try trap.set(at: place.path + "/page.html", place: place.path)
    let file = PlacedFile(path: place.path + "/page.html", earlier: .replaced { _ in true })
    #expect(throws: PlacedFile.Refusal.self) { try file.write(Data("page".utf8)) }
    try Fixture.write(to: place.path + "/out")
    let table = PlacedFile(path: place.path + "/out/costs.csv", earlier: .replaced { _ in true })
    #expect(throws: PlacedFile.Refusal.self) { try table.check() }
  }
}

@Suite("Temporary folders")
struct ScratchFolderTests {
  @Test("a folder goes with its object, and those of the dead with the next one")
  func lifetimes() throws {
    let parent = FileManager.default.temporaryDirectory.path
    // A process that was killed leaves a folder with a lock that nobody holds; that of a user has none.
    let (dead, living, foreign) = (
      parent + "/untrap-scratch-\(UUID().uuidString)", parent + "/untrap-scratch-\(UUID().uuidString)",
      parent + "/untrap-scratch-\(UUID().uuidString)"
    )
    for path in [dead, living, foreign] {
      try FileManager.default.createDirectory(atPath: path + "/results", withIntermediateDirectories: true)
    }
    defer { for path in [living, foreign] { try? FileManager.default.removeItem(atPath: path) } }
    try Data().write(to: URL(fileURLWithPath: dead + "/lock"))
    let lock = try #require(try FileLock(path: living + "/lock"))
    var folder: ScratchFolder? = try ScratchFolder()
    let path = try #require(folder?.path)
    #expect(FileManager.default.fileExists(atPath: path))
    #expect(!FileManager.default.fileExists(atPath: dead))
    #expect(FileManager.default.fileExists(atPath: living) && FileManager.default.fileExists(atPath: foreign))
    folder = nil
    #expect(!FileManager.default.fileExists(atPath: path))
    withExtendedLifetime(lock) {}
  }

  /// A folder of a process that may be alive.
  private func folder(in place: borrowing TemporaryDirectory) throws -> String {
    let name = "untrap-scratch-\(UUID().uuidString)"
    try place.write("", to: name + "/lock")
    return name
  }

  @Test("where locks do not work nobody is taken for dead")
  func withoutLocks() throws {
    let place = try TemporaryDirectory()
    let name = try folder(in: place)
    let unkept = try #require(try FileLock(path: place.path + "/other") { _ in ENOLCK })
    #expect(!unkept.isKept)
    ScratchFolder.tidy(place.path) { path in (try? FileLock(path: path) { _ in EOPNOTSUPP }) ?? nil }
    #expect(try place.names == ["other", name].sorted())
    ScratchFolder.tidy(place.path)
    #expect(try place.names == ["other"])
  }

  @Test("a folder whose lock somebody else takes first is made anew, under another name")
  func race() throws {
    let place = try TemporaryDirectory()
    let parent = place.path
    var tried: [String] = []
    let (path, lock) = try ScratchFolder.make(in: parent) { path throws(OutputError) in
      tried.append(path)
      switch tried.count {
      case 1: return nil
      case 2:
        // It was tidied away between its making and its lock.
        try? FileManager.default.removeItem(atPath: path)
        return try FileLock(path: path + "/lock")
      case 3:
        let lock = try FileLock(path: path + "/lock")
        try? FileManager.default.removeItem(atPath: path)
        return lock
      default: return try FileLock(path: path + "/lock")
      }
    }
    #expect(tried.count == 4 && Set(tried).count == 4)
    #expect(path == tried[3] && FileManager.default.fileExists(atPath: path + "/lock"))
    #expect(try FileLock(path: path + "/lock") == nil)
    withExtendedLifetime(lock) {}
  }
}
