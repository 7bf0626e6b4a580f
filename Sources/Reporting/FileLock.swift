internal import Foundation
internal import Notation

/// A lock on a file that lasts as long as the object, or until the process ends in whatever way.
final class FileLock: Sendable {
  private let descriptor: Int32

  /// Locks a file, which is made if it is not there.
  /// - Returns: nil where another process holds the lock.
  init?(path: String) throws(OutputError) {
    descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .cannotCreate(path: path, reason: FileFailure.words(errno)) }
    // Some network file systems know no locks; to work without is better than not to work there.
    guard flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK else { return }
    close(descriptor)
    return nil
  }

  /// Writes a text into a file that is empty.
  func mark(_ text: String) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size == 0 else { return }
    _ = text.utf8.withContiguousStorageIfAvailable { write(descriptor, $0.baseAddress, $0.count) }
  }

  deinit { close(descriptor) }
}
