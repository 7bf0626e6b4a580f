import Foundation
import Testing

@testable import Reporting

@Suite("Sums of replications on disk")
struct StoredSumsTests {
  private struct Number: TableRow {
    let unit: Int
    static let table = Table("numbers", "Numbers.", key: ["unit"], [.column("unit", \Self.unit, "The unit.")])
  }

  private static func tables(_ place: borrowing TemporaryDirectory) throws -> TableSet {
    try TableSet([Number.schema], sums: StoredSums(directory: place.path), directory: place.path)
  }

  /// What some replications of one of several runs add up to.
  private static func sums(_ replications: Int, run: String) -> [UInt8] { Array("\(run) \(replications)\n".utf8) }

  /// Finishes replications until there are so many.
  private static func finish(_ replications: Int, run: String = "own", _ place: borrowing TemporaryDirectory) throws {
    let tables = try tables(place)
    for replication in tables.committed + 1..<replications + 1 {
      try tables.rows(Number.self).add(Number(unit: replication))
      let stored = StoredSums(directory: place.path)
      try tables.commit(
        replication, sums: stored.store(sums(replication, run: run), replications: replication))
    }
  }

  @Test("those of the last two replications are there, and the journal tells of the last")
  func turns() throws {
    let place = try TemporaryDirectory()
    try Self.finish(3, place)
    let (tables, stored) = (try Self.tables(place), StoredSums(directory: place.path))
    #expect(try stored.sums(tables.sums) == Self.sums(3, run: "own"))
    #expect(stored.files.count == 2)
    #expect(throws: OutputError.self) { try stored.sums(nil) }
    let first = JournalEntry.Piece(FileDigest(name: "sums.odd", contents: Self.sums(1, run: "own")))
    #expect(throws: OutputError.self) { try stored.sums(first) }
  }

  @Test(
    "it goes on from the last replication of which they are there as they were written, else from the start",
    arguments: [
      ("nothing", 5), ("last changed", 4), ("both changed", 0), ("last gone", 4), ("both gone", 0), ("swapped", 5),
      ("one line", 4), ("two lines", 0), ("another run", 0),
    ])
  func damaged(damage: String, committed: Int) throws {
    let place = try TemporaryDirectory()
    try Self.finish(5, place)
    let (journal, rows) = (try place.text("journal"), try place.text("numbers.csv"))
    let files = damage.hasPrefix("last") ? ["sums.odd"] : ["sums.odd", "sums.even"]
    let other = try TemporaryDirectory()
    try Self.finish(5, run: "other", other)
    switch damage {
    case "last changed", "both changed":
      for file in files { try place.write(place.text(file).replacing("own", with: "owe"), to: file) }
    case "last gone", "both gone":
      for file in files { try FileManager.default.removeItem(atPath: place.path + "/" + file) }
    case "swapped":
      let texts = try files.map { try place.text($0) }
      for (file, text) in zip(files, texts.reversed()) { try place.write(text, to: file) }
    case "one line", "two lines":
      let lines = journal.split(separator: "\n").dropLast(damage == "one line" ? 1 : 2)
      try place.write(lines.joined(separator: "\n") + "\n", to: "journal")
    case "another run": for file in files { try place.write(other.text(file), to: file) }
    default: break
    }
    #expect(try Self.tables(place).committed == committed)
    #expect(try place.text("journal").split(separator: "\n").count == committed + 1)
    try Self.finish(5, place)
    #expect(try place.text("journal") == journal)
    #expect(try place.text("numbers.csv") == rows)
  }
}
