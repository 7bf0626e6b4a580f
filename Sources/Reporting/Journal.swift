internal import Digests
internal import Foundation
internal import Notation

/// Which parts of growing tables count: one line for each committed unit, with the sizes and digests that all tables then
/// had, and a check of its own.
///
/// A line is written after the rows it vouches for. One that is torn does not count, nor does one that promises more
/// than is on disk: the line before it does. One that was changed is refused.
final class Journal {
  /// The file in the directory of the tables; it is gone when they are published.
  static let fileName = "journal"

  /// What was committed, unit by unit, before the journal was opened.
  let entries: [JournalEntry]
  /// The number of the unit that was committed last, by the lines alone; 0 where there is none.
  ///
  /// A line that was changed counts as a unit, so that nothing is thrown away for it.
  private(set) var committed: Int
  private let path: String
  private let handle: FileHandle
  /// The check of the last line.
  private var check: String

  /// Opens the journal of the tables in a directory, or begins one.
  /// - Throws: `OutputError.changedJournal` where a line is not as it was written; nothing is changed then.
  init(tables: [String], directory: String) throws(OutputError) {
    path = directory + "/" + Self.fileName
    let header = (["unit"] + tables).joined(separator: " ")
    var entries: [JournalEntry] = []
    var check = SHA256.text(of: header.utf8)
    var kept = 0
    if let text = try Self.text(at: path), case let lines = Self.lines(of: text), let first = lines.first {
      guard first == header else { throw .changedJournal(path: path, line: 1) }
      kept = header.utf8.count + 1
      let sizes = tables.map { RegularFile.size(of: directory + "/" + $0) ?? -1 }
      for (index, line) in lines.enumerated().dropFirst() {
        guard let entry = JournalEntry(line, after: check), entry.pieces.count == tables.count,
          entries.last?.mayPrecede(entry) ?? true
        else { throw .changedJournal(path: path, line: index + 1) }
        guard zip(entry.pieces, sizes).allSatisfy({ $0.size <= $1 }) else { break }
        entries.append(entry)
        check = entry.line(after: check).check
        kept += line.utf8.count + 1
      }
    }
    handle = try kept == 0 ? RegularFile.create(path) : RegularFile.openForUpdating(path)
    self.entries = entries
    self.check = check
    committed = entries.last?.unit ?? 0
    do {
      try handle.truncate(atOffset: UInt64(kept))
      try handle.seekToEnd()
      if kept == 0 { try handle.write(contentsOf: Data((header + "\n").utf8)) }
    } catch {
      throw .cannotCreate(path: path, reason: FileFailure.words(error))
    }
  }

  func append(_ entry: JournalEntry) throws(OutputError) {
    let line = entry.line(after: check)
    try RegularFile.writing(path) { try handle.write(contentsOf: Data((line.text + "\n").utf8)) }
    check = line.check
    committed = entry.unit
  }

  /// The number of the unit that was committed last, by the lines alone; 0 where there is none.
  ///
  /// A line that was changed counts as a unit, so that nothing is thrown away for it.
  static func committed(in directory: String) -> Int {
    guard let text = try? text(at: directory + "/" + fileName) else { return 0 }
    let units = lines(of: text).dropFirst()
    return units.last.map { line in
      let number = line.split(separator: " ").first.flatMap { Int($0) }
      return max(number ?? units.count, 1)
    } ?? 0
  }

  // MARK: - Text

  /// The lines that are whole.
  private static func lines(of text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }

  private static func text(at path: String) throws(OutputError) -> String? {
    guard RegularFile.isThere(path) else { return nil }
    return String(decoding: try RegularFile.contents(of: path), as: UTF8.self)
  }
}
