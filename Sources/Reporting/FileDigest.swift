internal import Digests
internal import Foundation

/// A file by its name, size and SHA-256.
package struct FileDigest: Hashable, Sendable, Codable {
  /// The name, without directories.
  package let name: String
  package let bytes: Int
  /// SHA-256, as 64 hexadecimal digits.
  package let sha256: String

  private enum CodingKeys: String, CodingKey {
    case name = "file"
    case bytes, sha256
  }
}

extension FileDigest {
  package init(name: String, contents: [UInt8]) {
    self.init(name: name, bytes: contents.count, sha256: SHA256.text(of: contents))
  }

  /// Reads a file of results piece by piece.
  /// - Throws: `OutputError.cannotRead`.
  package init(path: String) throws(OutputError) {
    var digest = RunningDigest()
    let file = try RegularFile.open(path)
    while case let data = try RegularFile.piece(of: file, at: path), !data.isEmpty { digest.add(data) }
    self = digest.file(named: URL(fileURLWithPath: path).lastPathComponent)
  }

  /// Whether there is a regular file of its size.
  package func isWhole(at path: String) -> Bool { RegularFile.size(of: path) == bytes }
}

/// The digest of bytes that come piece by piece.
struct RunningDigest {
  /// Bytes so far.
  private(set) var bytes = 0
  private var hash = SHA256()

  /// SHA-256 of the bytes so far, as 64 hexadecimal digits.
  var sha256: String { hash.text }

  mutating func add(_ data: Data) {
    data.withUnsafeBytes { hash.update($0) }
    bytes += data.count
  }

  /// The bytes so far as a file.
  func file(named name: String) -> FileDigest { FileDigest(name: name, bytes: bytes, sha256: sha256) }
}
