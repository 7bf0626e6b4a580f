import Digests
import Foundation
import Testing

@testable import Reporting

@Suite("Tables that survive the end of their program")
struct TableSetTests {
  private struct Number: TableRow {
    let unit: Int
    static let table = Table("numbers", "Numbers.", key: ["unit"], [.column("unit", \Self.unit, "The unit.")])
  }

  private struct Word: TableRow {
    let word: String
    static let table = Table("words", "Words.", key: ["word"], [.column("word", \Self.word, "A word.")])
  }

  private static let schemas = [Number.schema, Word.schema]

  /// Adds the rows of a unit; those of some tables vary in number.
  private static func add(_ unit: Int, to tables: TableSet) throws {
    for _ in 0..<(unit % 3) { try tables.rows(Number.self).add(Number(unit: unit)) }
    try tables.rows(Word.self).add(Word(word: "\"unit\"\n\(unit), so"))
  }

  /// The files of an unbroken run.
  private static func whole(_ units: Int) throws -> (texts: [String], rows: [Int], digests: [FileDigest]) {
    let place = try TemporaryDirectory()
    let tables = try TableSet(schemas, directory: place.path)
    for unit in 1...units {
      try add(unit, to: tables)
      try tables.commit(unit)
    }
    let written = try tables.close()
    return (try schemas.map { try place.text($0.fileName) }, written.map(\.rows), written.map(\.digest))
  }

  @Test("a new set has committed nothing")
  func start() throws {
    let place = try TemporaryDirectory()
    let tables = try TableSet(Self.schemas, directory: place.path)
    #expect(tables.committed == 0)
    try tables.commit(1)
    #expect(tables.committed == 1)
    // The check of a line covers that of the line before.
    let header = "unit numbers.csv words.csv"
    let digests = ["unit\n", "word\n"].map { SHA256.text(of: $0.utf8).prefix(16) }
    let line = "1 5:\(digests[0]) 5:\(digests[1])"
    let check = SHA256.text(of: "\(SHA256.text(of: header.utf8)) \(line)".utf8)
    #expect(try place.text("journal") == "\(header)\n\(line) \(check)\n")
    #expect(try place.text("numbers.csv") == "unit\n")
  }

  @Test("it goes on after any unit as if it had never stopped", arguments: 0...5)
  func continuing(stoppedAfter: Int) throws {
    let whole = try Self.whole(5)
    let place = try TemporaryDirectory()
    do {
      let tables = try TableSet(Self.schemas, directory: place.path)
      for unit in stride(from: 1, through: stoppedAfter, by: 1) {
        try Self.add(unit, to: tables)
        try tables.commit(unit)
      }
      // What comes after the last commit does not count, on disk or not.
      try Self.add(77, to: tables)
      try tables[Word.schema].flush()
    }
    let tables = try TableSet(Self.schemas, directory: place.path)
    #expect(tables.committed == stoppedAfter)
    for unit in stride(from: stoppedAfter + 1, through: 5, by: 1) {
      try Self.add(unit, to: tables)
      try tables.commit(unit)
    }
    let written = try tables.close()
    #expect(try Self.schemas.map { try place.text($0.fileName) } == whole.texts)
    #expect(written.map(\.digest) == whole.digests)
    #expect(written.map(\.rows) == whole.rows)
    #expect(written.map(\.rows) == [1 + 2 + 0 + 1 + 2, 5])
  }

  /// A directory in which three units have been committed.
  private func threeUnits(_ place: borrowing TemporaryDirectory) throws -> String {
    let tables = try TableSet(Self.schemas, directory: place.path)
    for unit in 1...3 {
      try Self.add(unit, to: tables)
      try tables.commit(unit)
    }
    return try place.text("journal")
  }

  @Test("a torn line does not count", arguments: [1, 2, 5])
  func tornLine(cut: Int) throws {
    let place = try TemporaryDirectory()
    let journal = try threeUnits(place)
    try place.write(String(journal.dropLast(cut)), to: "journal")
    #expect(Journal.committed(in: place.path) == 2)
    let tables = try TableSet(Self.schemas, directory: place.path)
    #expect(tables.committed == 2)
    try Self.add(3, to: tables)
    try tables.commit(3)
    #expect(try place.text("journal") == journal)
    #expect(try Self.schemas.map { try place.text($0.fileName) } == Self.whole(3).texts)
  }

  @Test("a line that promises more than is on disk does not count")
  func lostRows() throws {
    let place = try TemporaryDirectory()
    let journal = try threeUnits(place)
    let words = try place.text("words.csv")
    try place.write(String(words.dropLast(1)), to: "words.csv")
    let tables = try TableSet(Self.schemas, directory: place.path)
    #expect(tables.committed == 2)
    try Self.add(3, to: tables)
    try tables.commit(3)
    #expect(try place.text("journal") == journal)
    #expect(try place.text("words.csv") == words)
  }

  @Test("a changed digit of a committed row is refused with its file and lines, and nothing is changed")
  func changedRow() throws {
    let place = try TemporaryDirectory()
    _ = try threeUnits(place)
    let before = try place.text("words.csv")
    // The rows of a unit have two lines each: a header, lines 2 and 3, 4 and 5, 6 and 7.
    for (digit, lines, journalLine) in [("1, so", 1...3, 2), ("2, so", 4...5, 3), ("3, so", 6...7, 4)] {
      let changed = before.replacing(digit, with: "7, so") + "a row that was not committed"
      try place.write(changed, to: "words.csv")
      let journal = try place.text("journal")
      let expected = OutputError.changedPiece(
        path: place.path + "/words.csv", lines: lines, journalLine: journalLine)
      #expect(throws: expected) { _ = try TableSet(Self.schemas, directory: place.path) }
      #expect(try place.text("words.csv") == changed)
      #expect(try place.text("journal") == journal)
      #expect(Journal.committed(in: place.path) == 3)
    }
    // The remedy that the message names.
    try place.write(before.replacing("3, so", with: "7, so"), to: "words.csv")
    let lines = try place.text("journal").split(separator: "\n").dropLast()
    try place.write(lines.joined(separator: "\n") + "\n", to: "journal")
    let tables = try TableSet(Self.schemas, directory: place.path)
    #expect(tables.committed == 2)
    try Self.add(3, to: tables)
    try tables.commit(3)
    #expect(try place.text("words.csv") == before)
  }

  @Test("a changed line of the journal is refused with its number, whichever digit it is")
  func changedJournal() throws {
    let place = try TemporaryDirectory()
    let journal = try threeUnits(place)
    let header = try #require(journal.firstIndex(of: "\n"))
    for place in journal.indices where place > header && journal[place] != "\n" {
      let directory = try TemporaryDirectory()
      _ = try threeUnits(directory)
      var changed = journal
      changed.replaceSubrange(place...place, with: journal[place] == "7" ? "6" : "7")
      try directory.write(changed, to: "journal")
      let line = journal[..<place].count { $0 == "\n" } + 1
      #expect(throws: OutputError.changedJournal(path: directory.path + "/journal", line: line)) {
        _ = try TableSet(Self.schemas, directory: directory.path)
      }
      #expect(try directory.text("journal") == changed)
      // It counts as work that is not to be thrown away.
      #expect(Journal.committed(in: directory.path) >= 1)
    }
    // A line that is left out or comes twice is found, too.
    let lines = journal.split(separator: "\n").map(String.init)
    for (others, line) in [([0, 2, 3], 2), ([0, 1, 1, 2], 3), ([0, 1, 3], 3)] {
      try place.write(others.map { lines[$0] + "\n" }.joined(), to: "journal")
      #expect(throws: OutputError.changedJournal(path: place.path + "/journal", line: line)) {
        _ = try TableSet(Self.schemas, directory: place.path)
      }
    }
  }

  @Test("a journal of more units than there can be is refused")
  func tooManyUnits() throws {
    let place = try TemporaryDirectory()
    _ = try threeUnits(place)
    #expect(throws: OutputError.self) { _ = try TableSet(Self.schemas, directory: place.path, limit: 2) }
    #expect(try TableSet(Self.schemas, directory: place.path, limit: 3).committed == 3)
  }

  @Test("a journal without a whole line begins anew")
  func tornHeader() throws {
    let place = try TemporaryDirectory()
    _ = try threeUnits(place)
    try place.write("unit num", to: "journal")
    #expect(try TableSet(Self.schemas, directory: place.path).committed == 0)
    #expect(try place.text("numbers.csv") == "")
  }

  @Test("the journal of other tables is refused, and keeps what is there even where no unit counts")
  func otherTables() throws {
    let place = try TemporaryDirectory()
    _ = try threeUnits(place)
    for journal in [try place.text("journal"), "unit words.csv numbers.csv\n1 12:"] {
      try place.write(journal, to: "journal")
      let error = #expect(throws: OutputError.self) {
        _ = try TableSet([Word.schema, Number.schema, Word.schema], directory: place.path)
      }
      #expect(error?.keepsAll == true && error?.description.contains("journal: line 1 is not as") == true)
      #expect(try place.text("journal") == journal)
    }
  }

  @Test("without a journal nothing is committed")
  func noJournal() throws {
    let place = try TemporaryDirectory()
    #expect(Journal.committed(in: place.path) == 0)
  }
}
