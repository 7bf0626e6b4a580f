internal import Foundation
internal import Notation
internal import Synchronization

/// A temporary directory that goes with the object; what a process that was killed has left goes with the next one.
///
/// Each has a lock that the system releases when its process ends in whatever way, so that only those of the dead are
/// removed. Only this user can enter it.
package final class ScratchFolder: Sendable {
  package let path: String
  private let lock: FileLock

  private static let prefix = "untrap-scratch-"
  private static let lockName = "lock"
  private static let triesAtMost = 100
  /// Those of this process.
  private static let living = Mutex<[String]>([])

  /// Makes a folder, after removing those that the dead have left.
  /// - Throws: `OutputError.cannotCreate`.
  package init() throws(OutputError) {
    let parent = FileManager.default.temporaryDirectory.path
    Self.tidy(parent)
    let (path, lock) = try Self.make(in: parent) { path throws(OutputError) in
      try FileLock(path: path + "/" + Self.lockName)
    }
    self.path = path
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
  package static func removeAll() {
    living.withLock { living in
      for path in living { try? FileManager.default.removeItem(atPath: path) }
      living = []
    }
  }

  /// Makes a folder that is locked: another process that tidies up may be faster than the lock, and take it, or take the
  /// folder away; then one is made under another name.
  static func make(
    in parent: String, locking: (_ path: String) throws(OutputError) -> FileLock?
  ) throws(OutputError) -> (path: String, lock: FileLock) {
    for _ in 1...triesAtMost {
      let path = parent + "/" + Self.prefix + UUID().uuidString
      guard mkdir(path, 0o700) == 0 else {
        throw .cannotCreate(path: path, reason: FileFailure.words(errno))
      }
      let lock: FileLock?
      do throws(OutputError) { lock = try locking(path) } catch {
        // Where the folder is there still, something else is the matter.
        guard !RegularFile.isThere(path) else { throw error }
        continue
      }
      if let lock, RegularFile.isRegular(path + "/" + lockName) { return (path, lock) }
    }
    throw .cannotCreate(path: parent + "/" + prefix, reason: "other processes take every lock")
  }

  /// Removes the folders of processes that have ended, which only locks can tell.
  static func tidy(
    _ parent: String,
    locking: (_ path: String) -> FileLock? = { path in (try? FileLock(path: path)) ?? nil }
  ) {
    for name in OwnFiles.names(in: parent) where name.hasPrefix(prefix) {
      let path = parent + "/" + name
      // Without a lock it has just been made.
      guard RegularFile.isOwnDirectory(path), RegularFile.isRegular(path + "/" + lockName),
        let lock = locking(path + "/" + lockName), lock.isKept
      else { continue }
      withExtendedLifetime(lock) { try? FileManager.default.removeItem(atPath: path) }
    }
  }
}
