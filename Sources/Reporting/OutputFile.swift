internal import Crypto
internal import Foundation

/// A file that is written once, from start to end, and digested on the way.
final class OutputFile {
  let name: String
  private let path: String
  private let handle: FileHandle
  private var hash = SHA256()
  private var bytes = 0

  init(name: String, directory: String) throws(OutputError) {
    self.name = name
    path = directory + "/" + name
    do {
      try Data().write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
      handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    } catch {
      throw .cannotCreate(path: path, reason: error.localizedDescription)
    }
  }

  func write(_ contents: some Sequence<UInt8>) throws(OutputError) {
    let data = Data(contents)
    do {
      try handle.write(contentsOf: data)
    } catch {
      throw .cannotWrite(path: path, reason: error.localizedDescription)
    }
    hash.update(data: data)
    bytes += data.count
  }

  /// Closes the file.
  func close() throws(OutputError) -> FileDigest {
    do {
      try handle.close()
    } catch {
      throw .cannotWrite(path: path, reason: error.localizedDescription)
    }
    return FileDigest(name: name, bytes: bytes, sha256: SHA256Digest.text(hash.finalize()))
  }
}
