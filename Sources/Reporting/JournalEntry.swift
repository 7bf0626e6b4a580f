internal import Digests

/// A committed unit as a line of a journal: `unit size:digest size:digest ... check`.
struct JournalEntry: Hashable {
  /// A table, or the sums of all units, when the unit was committed.
  struct Piece: Hashable {
    /// Its bytes, from its start.
    let size: Int
    /// The first 16 digits of the SHA-256 of these bytes.
    ///
    /// They are enough to tell what has changed by chance or mistake. Who changes a file on purpose can change its digest
    /// too, and is found by `verify`.
    let digest: String

    private static let digits = 16
  }

  /// Its number; units that are not listed lie before the first.
  let unit: Int
  /// What each table held, and the sums where there are any.
  let pieces: [Piece]
}

extension JournalEntry {
  /// Reads a line by the check of the one before, which vouches for all lines until there; nil where it is not as it
  /// was written.
  init?(_ line: Substring, after check: String) {
    guard let space = line.lastIndex(of: " "), line[line.index(after: space)...] == Self.check(line[..<space], check)
    else { return nil }
    let parts = line[..<space].split(separator: " ", omittingEmptySubsequences: false)
    let pieces = parts.dropFirst().compactMap(Piece.init)
    guard let unit = parts.first.flatMap({ Int($0) }), unit >= 1, pieces.count == parts.count - 1 else { return nil }
    self.init(unit: unit, pieces: pieces)
  }

  /// The line, without its end, and its check.
  func line(after check: String) -> (text: String, check: String) {
    let text = ([unit.description] + pieces.map(\.text)).joined(separator: " ")
    let own = Self.check(text[...], check)
    return (text + " " + own, own)
  }

  /// The check of a line: the SHA-256 of the check before it and its own text.
  static func check(_ text: Substring, _ before: String) -> String { SHA256.text(of: (before + " " + text).utf8) }
}

extension JournalEntry.Piece {
  /// A file by what has been written of it.
  init(_ file: FileDigest) { self.init(size: file.bytes, digest: String(file.sha256.prefix(Self.digits))) }

  /// Reads a piece; nil where it is none.
  fileprivate init?(_ text: Substring) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let size = Int(parts[0]), size >= 0, parts[1].count == Self.digits else { return nil }
    self.init(size: size, digest: String(parts[1]))
  }

  fileprivate var text: String { "\(size):\(digest)" }
}
