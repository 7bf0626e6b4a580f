internal import Crypto
internal import Foundation
internal import Notation

/// A file that is written from start to end, and digested on the way.
final class OutputFile {
  let name: String
  /// Size.
  private(set) var bytes = 0
  private let path: String
  private let handle: FileHandle
  private var hash = SHA256()

  private static let chunk = 1 << 20

  /// Starts a file, or one over that an earlier execution left.
  init(name: String, directory: String) throws(OutputError) {
    self.name = name
    path = directory + "/" + name
    do {
      try Data().write(to: URL(fileURLWithPath: path))
      handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    } catch {
      throw .cannotCreate(path: path, reason: FileFailure.words(error))
    }
  }

  /// Goes on with a file of at least a size: what is beyond it is cut off, what is before it is digested and shown.
  init(name: String, directory: String, keeping size: Int, look: (Data) -> Void) throws(OutputError) {
    self.name = name
    path = directory + "/" + name
    do {
      handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
      while bytes < size, let data = try handle.read(upToCount: min(Self.chunk, size - bytes)), !data.isEmpty {
        look(data)
        hash.update(data: data)
        bytes += data.count
      }
      try handle.truncate(atOffset: UInt64(bytes))
    } catch {
      throw .cannotRead(path: path, reason: FileFailure.words(error))
    }
  }

  func write(_ contents: some Sequence<UInt8>) throws(OutputError) {
    let data = Data(contents)
    do {
      try handle.write(contentsOf: data)
    } catch {
      throw .cannotWrite(path: path, reason: FileFailure.words(error))
    }
    hash.update(data: data)
    bytes += data.count
  }

  /// Closes the file.
  func close() throws(OutputError) -> FileDigest {
    do {
      try handle.close()
    } catch {
      throw .cannotWrite(path: path, reason: FileFailure.words(error))
    }
    return FileDigest(name: name, bytes: bytes, sha256: SHA256Digest.text(hash.finalize()))
  }
}
