package import Foundation
internal import Notation

/// Files as directories of results hold them: regular ones, opened without following links and without waiting.
///
/// Such a directory may come from anybody. A link, a named pipe or a device in the place of one of its files is refused,
/// both for reading and for writing. Paths that a user types are not opened here.
package enum RegularFile {
  /// Bytes that are read at once.
  static let chunk = 1 << 20

  /// All that stands in a file.
  /// - Throws: `OutputError.cannotRead`, also where it is not a regular file.
  package static func contents(of path: String) throws(OutputError) -> Data {
    let file = try open(path)
    defer { try? file.close() }
    return try reading(path) { try file.readToEnd() ?? Data() }
  }

  /// Whether there is something of that name, be it a file, a directory or a link to nothing.
  package static func isThere(_ path: String) -> Bool { status(path) != nil }

  /// Whether there is a regular file, and no link to one.
  package static func isRegular(_ path: String) -> Bool { status(path).map { isKind(S_IFREG, $0) } ?? false }

  /// Whether there is a directory, and no link to one.
  static func isDirectory(_ path: String) -> Bool { status(path).map { isKind(S_IFDIR, $0) } ?? false }

  /// Whether there is a directory that belongs to the user of this process.
  static func isOwnDirectory(_ path: String) -> Bool {
    status(path).map { isKind(S_IFDIR, $0) && $0.st_uid == geteuid() } ?? false
  }

  /// Bytes of a regular file; nil where there is none.
  static func size(of path: String) -> Int? {
    guard let status = status(path), isKind(S_IFREG, status) else { return nil }
    return Int(status.st_size)
  }

  /// Opens a file to be read.
  static func open(_ path: String) throws(OutputError) -> FileHandle {
    try opened(path, O_RDONLY, failure: OutputError.cannotRead)
  }

  /// Opens a file to be changed, which must have no other name: what is written to it appears nowhere else.
  static func openForUpdating(_ path: String) throws(OutputError) -> FileHandle {
    guard let status = status(path), status.st_nlink == 1 || !isKind(S_IFREG, status) else {
      let reason = isThere(path) ? "it is a hard link: another file would be changed with it" : "no such file"
      throw .cannotWrite(path: path, reason: reason)
    }
    return try opened(path, O_RDWR, failure: OutputError.cannotWrite)
  }

  /// Makes a file anew; what had its name before loses it, unchanged.
  static func create(_ path: String) throws(OutputError) -> FileHandle {
    unlink(path)
    let descriptor = Foundation.open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .cannotCreate(path: path, reason: FileFailure.words(errno)) }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// Makes a file anew with all that stands in it; where it cannot be written, the complaint may be of another.
  static func write(_ contents: Data, to path: String, for owner: String? = nil) throws(OutputError) {
    let file = try create(path)
    try writing(owner ?? path) {
      try file.write(contentsOf: contents)
      try file.close()
    }
  }

  /// Copies a file, piece by piece.
  static func copy(_ source: String, to target: String) throws(OutputError) {
    let (from, to) = (try open(source), try create(target))
    while true {
      let data = try piece(of: from, at: source)
      guard !data.isEmpty else { return }
      try writing(target) { try to.write(contentsOf: data) }
    }
  }

  /// Does what reads an open file.
  static func reading<Result>(_ path: String, _ body: () throws -> Result) throws(OutputError) -> Result {
    do { return try body() } catch { throw .cannotRead(path: path, reason: FileFailure.words(error)) }
  }

  /// Does what writes to an open file.
  static func writing<Result>(_ path: String, _ body: () throws -> Result) throws(OutputError) -> Result {
    do { return try body() } catch { throw .cannotWrite(path: path, reason: FileFailure.words(error)) }
  }

  /// The next piece of an open file; empty at its end.
  static func piece(of file: FileHandle, at path: String, atMost count: Int = chunk) throws(OutputError) -> Data {
    try reading(path) { try file.read(upToCount: count) ?? Data() }
  }

  // MARK: - The system's calls

  private static func opened(
    _ path: String, _ access: Int32, failure: (_ path: String, _ reason: String) -> OutputError
  ) throws(OutputError) -> FileHandle {
    // Before it is opened: that alone does something to some devices.
    if let status = status(path), let reason = refusal(status) { throw failure(path, reason) }
    let descriptor = Foundation.open(path, access | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, FileFailure.words(errno)) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, refusal(status) == nil else {
      close(descriptor)
      throw failure(path, "it is not a regular file")
    }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  private static func refusal(_ status: stat) -> String? {
    if isKind(S_IFREG, status) { return nil }
    if isKind(S_IFLNK, status) { return "it is a symbolic link, and results hold none" }
    return isKind(S_IFDIR, status) ? "it is a directory" : "it is not a regular file"
  }

  private static func status(_ path: String) -> stat? {
    var status = stat()
    return lstat(path, &status) == 0 ? status : nil
  }

  private static func isKind(_ kind: mode_t, _ status: stat) -> Bool { status.st_mode & S_IFMT == kind }
}
