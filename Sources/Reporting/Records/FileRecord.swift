internal import Digests

/// A file by its digest, with its rows where it is a table, and whole where it is a scenario file, so that it can be read
/// again from there.
package struct FileRecord: Hashable, Sendable, Codable {
  /// Its name: of a scenario file from the folder that holds all of them, of others without directories.
  package let name: String
  package let bytes: Int
  package let rows: Int?
  /// SHA-256, as 64 hexadecimal digits.
  package let sha256: String
  /// The lines of a text, so that a reader sees them as they stand in the file; nil for a survey, which is large and
  /// private, and for results.
  private let lines: [String]?

  private enum CodingKeys: String, CodingKey {
    case name = "file"
    case bytes, rows, sha256
    case lines = "text"
  }

  /// A file that is not recorded whole, under its own name unless another is given.
  package init(_ digest: FileDigest, name: String? = nil, rows: Int? = nil) {
    self.name = name ?? digest.name
    bytes = digest.bytes
    self.rows = rows
    sha256 = digest.sha256
    lines = nil
  }

  package init(name: String, text: String) {
    self.name = name
    bytes = text.utf8.count
    rows = nil
    sha256 = SHA256.text(of: text.utf8)
    lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// What stands in it; nil where it is not recorded whole.
  package var text: String? { lines?.joined(separator: "\n") }

  package var digest: FileDigest { FileDigest(name: name, bytes: bytes, sha256: sha256) }

  /// Whether its text does not have the digest that stands beside it.
  var isChanged: Bool { text.map { SHA256.text(of: $0.utf8) != sha256 } ?? false }
}
