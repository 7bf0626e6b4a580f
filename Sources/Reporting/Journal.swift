internal import Foundation
internal import Notation

/// Which parts of growing tables count: one line for each committed unit, with the sizes that all tables then had.
///
/// A line is written after the rows it vouches for. One that is torn does not count, nor does one that promises more
/// than is on disk: the line before it does.
final class Journal {
  /// The file in the directory of the tables; it is gone when they are published.
  static let fileName = "journal"

  /// What was committed last; nil where nothing was.
  private(set) var last: Entry?
  private let path: String
  private let handle: FileHandle

  /// A committed unit.
  struct Entry: Hashable {
    /// Its number; units that are not listed lie before the first.
    let unit: Int
    /// Bytes of each table.
    let sizes: [Int]
  }

  /// Opens the journal of the tables in a directory, or begins one.
  init(tables: [String], directory: String) throws(OutputError) {
    path = directory + "/" + Self.fileName
    let header = Self.header(tables)
    var kept = 0
    if let text = try Self.text(at: path) {
      let lines = Self.lines(of: text)
      guard lines.isEmpty || lines[0] == header else {
        throw .cannotRead(path: path, reason: "it is of other tables; remove the directory and run anew")
      }
      let sizes = tables.map { Self.size(of: directory + "/" + $0) }
      for line in lines.dropFirst() {
        guard let entry = Entry(line), entry.sizes.count == sizes.count, zip(entry.sizes, sizes).allSatisfy(<=) else {
          break
        }
        last = entry
        kept += line.utf8.count + 1
      }
      if !lines.isEmpty { kept += header.utf8.count + 1 }
    }
    do {
      if kept == 0 { try Data((header + "\n").utf8).write(to: URL(fileURLWithPath: path)) }
      handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
      if kept > 0 { try handle.truncate(atOffset: UInt64(kept)) }
      try handle.seekToEnd()
    } catch {
      throw .cannotCreate(path: path, reason: FileFailure.words(error))
    }
  }

  /// Makes a unit count.
  func append(_ entry: Entry) throws(OutputError) {
    do {
      try handle.write(contentsOf: Data((entry.line + "\n").utf8))
    } catch {
      throw .cannotWrite(path: path, reason: FileFailure.words(error))
    }
    last = entry
  }

  /// The number of the unit that was committed last, by the lines alone.
  /// - Parameter directory: where the journal is.
  /// - Returns: 0 where there is no journal or nothing in it.
  static func committed(in directory: String) -> Int {
    guard let text = try? text(at: directory + "/" + fileName) else { return 0 }
    return lines(of: text).dropFirst().last.flatMap { Entry($0) }?.unit ?? 0
  }

  // MARK: - Text

  private static func header(_ tables: [String]) -> String { (["unit"] + tables).joined(separator: " ") }

  /// The lines that are whole.
  private static func lines(of text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }

  private static func text(at path: String) throws(OutputError) -> String? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    do {
      return String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    } catch {
      throw .cannotRead(path: path, reason: FileFailure.words(error))
    }
  }

  private static func size(of path: String) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.size] as? NSNumber)?.intValue ?? -1
  }
}

extension Journal.Entry {
  /// Reads a line; nil where it is none.
  init?(_ line: Substring) {
    let numbers = line.split(separator: " ", omittingEmptySubsequences: false).map { Int($0) }
    let known = numbers.compactMap(\.self)
    guard known.count == numbers.count, let first = known.first else { return nil }
    self.init(unit: first, sizes: Array(known.dropFirst()))
  }

  fileprivate var line: String { ([unit] + sizes).map(\.description).joined(separator: " ") }
}
