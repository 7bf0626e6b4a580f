internal import Digests
internal import Foundation
internal import Notation

/// Which parts of growing tables count: one line for each committed unit, with the sizes and digests that all tables then
/// had, those of the sums of all units where there are any, and a check of its own.
///
/// A line is written after what it vouches for. One that is torn does not count, nor does one that promises more than is
/// on disk, or other sums: the last line before it that tells of what is there does. One that was changed is refused.
final class Journal {
  /// The file in the directory of the tables; it is gone when they are published.
  static let fileName = "journal"

  /// What was committed, unit by unit, before the journal was opened.
  let entries: [JournalEntry]
  /// The unit that was committed last; nil where none was.
  private(set) var last: JournalEntry?
  private let path: String
  private let handle: FileHandle
  /// The check of the last line.
  private var check: String

  /// Opens the journal of the tables in a directory, or begins one.
  /// - Throws: `OutputError.changedJournal` where a line is not as it was written; nothing is changed then.
  init(tables: [String], sums: StoredSums? = nil, directory: String) throws(OutputError) {
    path = directory + "/" + Self.fileName
    let files = tables + (sums == nil ? [] : ["sums"])
    let header = (["unit"] + files).joined(separator: " ")
    var lines = [(entry: JournalEntry?.none, check: SHA256.text(of: header.utf8), end: header.utf8.count + 1)]
    var isThere = false
    if let text = try Self.text(at: path), case let found = Self.lines(of: text), let first = found.first {
      guard first == header else { throw .changedJournal(path: path, line: 1) }
      isThere = true
      let sizes = tables.map { RegularFile.size(of: directory + "/" + $0) ?? -1 }
      for (index, line) in found.enumerated().dropFirst() {
        let last = lines[index - 1]
        guard let entry = JournalEntry(line, after: last.check), entry.pieces.count == files.count,
          entry.unit > last.entry?.unit ?? 0
        else { throw .changedJournal(path: path, line: index + 1) }
        guard zip(entry.pieces, sizes).allSatisfy({ $0.size <= $1 }) else { break }
        lines.append((entry, entry.line(after: last.check).check, last.end + line.utf8.count + 1))
      }
    }
    if let sums = sums?.files {
      while let entry = lines[lines.count - 1].entry, sums[entry.pieces[tables.count]] == nil { lines.removeLast() }
    }
    handle = try isThere ? RegularFile.openForUpdating(path) : RegularFile.create(path)
    entries = lines.compactMap(\.entry)
    last = entries.last
    check = lines[lines.count - 1].check
    do {
      if !isThere { try handle.write(contentsOf: Data((header + "\n").utf8)) }
      try handle.truncate(atOffset: UInt64(lines[lines.count - 1].end))
      try handle.seekToEnd()
    } catch {
      throw .cannotCreate(path: path, reason: FileFailure.words(error))
    }
  }

  func append(_ entry: JournalEntry) throws(OutputError) {
    let line = entry.line(after: check)
    try RegularFile.writing(path) { try handle.write(contentsOf: Data((line.text + "\n").utf8)) }
    check = line.check
    last = entry
  }

  /// The number of the unit that was committed last, by the lines alone; 0 where none was.
  ///
  /// A line that was changed counts as a unit, so that nothing is thrown away for it.
  static func committed(in directory: String) -> Int {
    let units = (try? text(at: directory + "/" + fileName)).map { lines(of: $0).dropFirst() } ?? []
    guard let last = units.last else { return 0 }
    return max(last.split(separator: " ").first.flatMap { Int($0) } ?? units.count, 1)
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
