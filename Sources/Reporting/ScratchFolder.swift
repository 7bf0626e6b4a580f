internal import Foundation
internal import Notation
internal import Synchronization

/// A temporary directory that goes with the object; what a process that was killed has left goes with the next one.
///
/// Each has a lock that the system releases when its process ends in whatever way, so that only those of the dead are
/// removed. Only this user can enter it.
public final class ScratchFolder: Sendable {
  /// Where it is.
  public let path: String
  private let lock: FileLock

  private static let prefix = "untrap-scratch-"
  private static let lockName = "lock"
  /// Those of this process.
  private static let living = Mutex<[String]>([])

  /// Makes a folder, after removing those that the dead have left.
  /// - Throws: `OutputError.cannotCreate`.
  public init() throws(OutputError) {
    let parent = FileManager.default.temporaryDirectory.path
    Self.tidy(parent)
    path = parent + "/" + Self.prefix + UUID().uuidString
    guard mkdir(path, 0o700) == 0 else {
      throw .cannotCreate(path: path, reason: FileFailure.words(errno))
    }
    guard let lock = try FileLock(path: path + "/" + Self.lockName) else { throw .locked(path: path) }
    self.lock = lock
    let own = path
    Self.living.withLock { $0.append(own) }
  }

  deinit {
    let own = path
    Self.living.withLock { living in living.removeAll { $0 == own } }
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Removes all folders of this process, which is about to end.
  public static func removeAll() {
    living.withLock { living in
      for path in living { try? FileManager.default.removeItem(atPath: path) }
      living = []
    }
  }

  /// Removes the folders of processes that have ended.
  private static func tidy(_ parent: String) {
    for name in OwnFiles.names(in: parent) where name.hasPrefix(prefix) {
      let path = parent + "/" + name
      // Without a lock it has just been made.
      guard RegularFile.isOwnDirectory(path), RegularFile.isRegular(path + "/" + lockName),
        let lock = try? FileLock(path: path + "/" + lockName)
      else { continue }
      withExtendedLifetime(lock) { try? FileManager.default.removeItem(atPath: path) }
    }
  }
}
