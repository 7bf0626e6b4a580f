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

  /// Reads a file piece by piece.
  /// - Parameter path: the file.
  /// - Throws: `OutputError.cannotRead`.
  public init(path: String) throws(OutputError) {
    var hash = SHA256()
    var bytes = 0
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? handle.close() }
      while let data = try handle.read(upToCount: 1 << 20), !data.isEmpty {
        hash.update(data: data)
        bytes += data.count
      }
    } catch {
      throw .cannotRead(path: path, reason: FileFailure.words(error))
    }
    self.init(
      name: URL(fileURLWithPath: path).lastPathComponent, bytes: bytes, sha256: SHA256Digest.text(hash.finalize()))
  }

  /// Whether a directory holds the file with its size.
  public func isWhole(in directory: String) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: directory + "/" + name)
    return (attributes?[.size] as? NSNumber)?.intValue == bytes
  }
}

/// SHA-256 digests as text.
enum SHA256Digest {
  /// The digest of some bytes, as 64 hexadecimal digits.
  static func text(of bytes: some Sequence<UInt8>) -> String {
    var hash = SHA256()
    hash.update(data: Data(bytes))
    return text(hash.finalize())
  }

  /// A digest as 64 hexadecimal digits.
  static func text(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef")
    return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
