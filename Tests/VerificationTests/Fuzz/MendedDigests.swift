import Digests

@testable import Reporting

/// Digests as somebody would mend them who changes files on purpose.
enum MendedDigests {
  /// A record whose own digest fits.
  static func ofRecord(_ record: String) -> String {
    guard let digest = record.firstMatch(of: /"record_sha256": "([0-9a-f]*)"/)?.1 else { return record }
    let own = RunRecord.digest(of: record)
    return record.replacing("\"record_sha256\": \"\(digest)\"", with: "\"record_sha256\": \"\(own)\"")
  }

  /// A record that knows a file as it is now.
  static func ofRecord(_ record: String, file: String, contents: [UInt8]) -> String {
    guard let line = record.split(separator: "\n").first(where: { $0.contains("\"file\": \"\(file)\", \"bytes\"") }),
      let digest = line.firstMatch(of: /"sha256": "([0-9a-f]*)"/)?.1,
      let bytes = line.firstMatch(of: /"bytes": (\d+)/)?.1
    else { return record }
    let mended = line.replacing(digest, with: SHA256.text(of: contents))
      .replacing("\"bytes\": \(bytes)", with: "\"bytes\": \(contents.count)")
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

  /// A journal that knows sums as they are now.
  static func ofJournal(_ journal: String, sums contents: [UInt8], was: [UInt8]) -> String {
    func piece(_ bytes: [UInt8]) -> String { "\(bytes.count):\(SHA256.text(of: bytes).prefix(16))" }
    return ofJournal(journal.replacing(piece(was), with: piece(contents)))
  }

  /// A journal that knows a table as it is now: each piece has as many lines as it had.
  static func ofJournal(_ journal: String, table: String, contents: [UInt8], was: [UInt8]) -> String {
    var lines = journal.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let place = lines.first?.split(separator: " ").firstIndex(of: table[...]) else { return journal }
    let lineFeed = UInt8(ascii: "\n")
    let ends = contents.indices.filter { contents[$0] == lineFeed }.map { $0 + 1 }
    for index in lines.indices.dropFirst() {
      var parts = lines[index].split(separator: " ").map(String.init)
      guard parts.indices.contains(place), let size = parts[place].split(separator: ":").first.flatMap({ Int($0) })
      else {
        continue
      }
      let rows = was.prefix(size).count { $0 == lineFeed }
      let end = rows == 0 ? 0 : ends.count < rows ? contents.count : ends[rows - 1]
      parts[place] = "\(end):\(SHA256.text(of: contents.prefix(end)).prefix(16))"
      lines[index] = parts.joined(separator: " ")
    }
    return ofJournal(lines.joined(separator: "\n"))
  }
}
