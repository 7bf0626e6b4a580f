internal import Crypto
internal import Foundation
internal import Notation

/// A file by its name, size and SHA-256.
public struct FileDigest: Hashable, Sendable {
  /// The name, without directories.
  public let name: String
  /// Size.
  public let bytes: Int
  /// SHA-256, as 64 hexadecimal digits.
  public let sha256: String

  init(name: String, bytes: Int, sha256: String) {
    self.name = name
    self.bytes = bytes
    self.sha256 = sha256
  }

  /// Digests what was read of a file.
  /// - Parameters:
  ///   - name: the name, without directories.
  ///   - contents: all of its bytes.
  public init(name: String, contents: [UInt8]) {
    self.init(name: name, bytes: contents.count, sha256: SHA256Digest.text(SHA256.hash(data: contents)))
  }

  /// Reads a file of results piece by piece.
  /// - Parameter path: the file.
  /// - Throws: `OutputError.cannotRead`.
  public init(path: String) throws(OutputError) {
    var digest = RunningDigest()
    let file = try RegularFile.open(path)
    while true {
      let data = try RegularFile.reading(path) { try file.read(upToCount: RegularFile.chunk) ?? Data() }
      if data.isEmpty { break }
      digest.add(data)
    }
    self = digest.file(named: URL(fileURLWithPath: path).lastPathComponent)
  }

  /// Whether a directory holds the file with its size.
  public func isWhole(in directory: String) -> Bool { isWhole(at: directory + "/" + name) }

  /// Whether there is a regular file of its size.
  public func isWhole(at path: String) -> Bool { RegularFile.size(of: path) == bytes }
}

/// The digest of bytes that come piece by piece.
struct RunningDigest {
  /// Bytes so far.
  private(set) var bytes = 0
  private var hash = SHA256()

  /// SHA-256 of the bytes so far, as 64 hexadecimal digits.
  var sha256: String { SHA256Digest.text(hash.finalize()) }

  mutating func add(_ data: Data) {
    hash.update(data: data)
    bytes += data.count
  }

  /// The bytes so far as a file.
  func file(named name: String) -> FileDigest { FileDigest(name: name, bytes: bytes, sha256: sha256) }
}

/// SHA-256 digests as text.
enum SHA256Digest {
  /// The digest of some bytes, as 64 hexadecimal digits.
  static func text(of bytes: some Sequence<UInt8>) -> String { text(SHA256.hash(data: Data(bytes))) }

  /// A digest as 64 hexadecimal digits.
  static func text(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef")
    return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
