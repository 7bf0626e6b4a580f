import Digests
import Foundation

@testable import Reporting

/// Changes texts as accidents and strangers do, the same for the same seed: for records, journals and tables.
struct RecordMutations {
  private var state: UInt64

  /// What is put in the place of numbers and words.
  private static let values = [
    "0", "-1", "1", "2", "0.5", "-0", "1e400", "1e-320", "1e18", "9223372036854775807", "9223372036854775808",
    "-9223372036854775808", "nan", "inf", "INF", "", "null", "true", "[]", "{}", "\"\"", "\"x\"", "x", "../x",
    "\u{202E}",
    "\u{0}", "0x10", "1,5", "[0]", "\"", "\n", "99999", "all", "joint",
  ]

  init(seed: UInt64) { state = seed }

  /// A number from 0 to below a count (SplitMix64, Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195).
  mutating func next(below count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, count)))
  }

  /// One of some values.
  mutating func one<Value>(of values: [Value]) -> Value { values[next(below: values.count)] }

  /// A text with one to three changes.
  mutating func changed(_ text: String) -> String {
    var text = text
    for _ in 0...next(below: 3) { text = changedOnce(text) }
    return text
  }

  private mutating func changedOnce(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let (place, other) = (next(below: lines.count), next(below: lines.count))
    switch next(below: 9) {
    case 0: lines.remove(at: place)
    case 1: lines.swapAt(place, other)
    case 2: lines.insert(lines[place], at: other)
    case 3: return String(text.prefix(next(below: text.count)))
    default: lines[place] = changedLine(lines[place])
    }
    return lines.joined(separator: "\n")
  }

  /// Changes one of the words and numbers of a line: what stands between its marks.
  private mutating func changedLine(_ line: String) -> String {
    let marks = ",:[]{} \""
    var parts: [String] = [""]
    for character in line {
      if marks.contains(character) {
        parts += [String(character), ""]
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    let words = parts.indices.filter { !parts[$0].isEmpty && !marks.contains(parts[$0]) }
    guard !words.isEmpty else { return line + one(of: Self.values) }
    parts[one(of: words)] = one(of: Self.values)
    return parts.joined()
  }
}

/// Digests as somebody would mend them who changes files on purpose.
enum MendedDigests {
  /// A record whose own digest fits.
  static func ofRecord(_ record: String) -> String {
    guard let digest = record.firstMatch(of: /"record_sha256": "([0-9a-f]*)"/)?.1 else { return record }
    return record.replacing("\"record_sha256\": \"\(digest)\"", with: "\"record_sha256\": \"\(own(record))\"")
  }

  private static func own(_ record: String) -> String { StoredRecord.digest(of: record) }

  /// A record that knows a file as it is now.
  static func ofRecord(_ record: String, file: String, contents: String) -> String {
    guard let line = record.split(separator: "\n").first(where: { $0.contains("\"file\": \"\(file)\", \"bytes\"") }),
      let digest = line.firstMatch(of: /"sha256": "([0-9a-f]*)"/)?.1,
      let bytes = line.firstMatch(of: /"bytes": (\d+)/)?.1
    else { return record }
    let mended = line.replacing(digest, with: SHA256.text(of: contents.utf8))
      .replacing("\"bytes\": \(bytes)", with: "\"bytes\": \(contents.utf8.count)")
    return ofRecord(record.replacing(line, with: mended))
  }

  /// A journal whose checks fit its lines.
  static func ofJournal(_ journal: String) -> String {
    let lines = journal.split(separator: "\n", omittingEmptySubsequences: false)
    guard let header = lines.first else { return journal }
    var check = SHA256.text(of: header.utf8)
    var mended = [String(header)]
    for line in lines.dropFirst() {
      guard let space = line.lastIndex(of: " ") else {
        mended.append(String(line))
        continue
      }
      check = JournalEntry.check(line[..<space], check)
      mended.append("\(line[..<space]) \(check)")
    }
    return mended.joined(separator: "\n")
  }

  /// A journal that knows a table as it is now, up to the sizes that it has.
  static func ofJournal(_ journal: String, table: String, contents: String) -> String {
    var lines = journal.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let place = lines.first?.split(separator: " ").firstIndex(of: table[...]) else { return journal }
    let bytes = Data(contents.utf8)
    for index in lines.indices.dropFirst() {
      var parts = lines[index].split(separator: " ").map(String.init)
      guard parts.indices.contains(place), let size = parts[place].split(separator: ":").first.flatMap({ Int($0) })
      else {
        continue
      }
      parts[place] = "\(size):\(SHA256.text(of: bytes.prefix(size)).prefix(16))"
      lines[index] = parts.joined(separator: " ")
    }
    return ofJournal(lines.joined(separator: "\n"))
  }
}
