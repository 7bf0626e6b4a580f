internal import Foundation
internal import Notation

/// A lock on a file that lasts as long as the object, or until the process ends in whatever way.
final class FileLock: Sendable {
  /// Whether the lock keeps others out: some network file systems know no locks.
  let isKept: Bool
  private let descriptor: Int32

  /// Locks a file, which is made if it is not there; nil where another process holds the lock.
  ///
  /// `attempt` asks the system for the lock of an open file: 0, or why it is not given.
  init?(path: String, attempt: (Int32) -> Int32 = FileLock.ask) throws(OutputError) {
    descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .cannotCreate(path: path, reason: FileFailure.words(errno)) }
    let refusal = attempt(descriptor)
    isKept = refusal == 0
    guard refusal == EWOULDBLOCK else { return }
    close(descriptor)
    return nil
  }

  /// The system's answer; without locks it is better to work than not to.
  private static func ask(_ descriptor: Int32) -> Int32 {
    flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? 0 : errno
  }

  /// Makes a text what the file holds.
  func mark(_ text: String) {
    let bytes = Array(text.utf8)
    pwrite(descriptor, bytes, bytes.count, 0)
    ftruncate(descriptor, off_t(bytes.count))
  }

  deinit { close(descriptor) }
}
