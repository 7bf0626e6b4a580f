internal import Foundation

/// The text of a file that a call or another file names: UTF-8, with or without a byte order mark.
public enum InputText {
  /// Why there is no text.
  public struct Failure: Error {
    /// The reason in words that follow "cannot be read:".
    public let reason: String

    /// Creates a failure.
    public init(reason: String) { self.reason = reason }

    /// A failure for what has more bytes than are read.
    /// - Parameters:
    ///   - kind: what it should be, such as `a CSV file`.
    ///   - limit: bytes that are read at most.
    public init(tooLargeFor kind: String, limit: Int) {
      self.init(reason: "it has more than \(limit / 1_000_000) MB; give \(kind) of at most that size")
    }
  }

  /// Reads a file, or a pipe to its end.
  /// - Parameters:
  ///   - path: the file; `/dev/stdin` is the standard input.
  ///   - kind: what is to be given instead of a directory, such as `a CSV file`.
  ///   - limit: bytes that are read at most.
  ///   - allowsPipes: whether it may be a pipe or a device, which keeps whoever reads it waiting.
  /// - Returns: the bytes.
  /// - Throws: `Failure` where there is no such file, or it cannot be read or is too large.
  public static func bytes(
    path: String, kind: String, limit: Int, allowsPipes: Bool
  ) throws(Failure) -> [UInt8] {
    // Where it may only be a file, opening must not wait for the other end of a pipe.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | (allowsPipes ? 0 : O_NONBLOCK))
    guard descriptor >= 0 else {
      let number = errno
      throw Failure(reason: number == ENOENT || number == ENOTDIR ? "no such file" : FileFailure.words(number))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Failure(reason: FileFailure.words(errno)) }
    let type = status.st_mode & S_IFMT
    if type == S_IFDIR { throw Failure(reason: "it is a directory; give \(kind)") }
    guard allowsPipes || type == S_IFREG else { throw Failure(reason: "it is no file; give \(kind)") }
    var bytes: [UInt8] = []
    if type == S_IFREG { bytes.reserveCapacity(min(Int(status.st_size), limit) + 1) }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Foundation.read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Failure(reason: FileFailure.words(errno)) }
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
      guard bytes.count <= limit else { throw Failure(tooLargeFor: kind, limit: limit) }
    }
  }

  /// The text of some bytes, a byte order mark included.
  /// - Throws: `Failure` where they are no UTF-8.
  public static func text(_ bytes: [UInt8]) throws(Failure) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    throw Failure(reason: isWide ? "it is UTF-16 text; save it as UTF-8" : "it is not UTF-8 text")
  }

  /// A text without the byte order mark that editors put before it.
  public static func withoutMark(_ text: String) -> String {
    text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }
}

/// Why a file cannot be used, in words for those who do not know the system's.
public enum FileFailure {
  /// The words for an error's number (`errno`).
  public static func words(_ number: Int32) -> String {
    switch number {
    case ENOENT: "no such file or directory"
    case ENOTDIR: "a file stands where a directory is needed"
    case EEXIST: "something is there already"
    case EACCES, EPERM: "permission denied"
    case EISDIR: "it is a directory"
    case ENAMETOOLONG: "its name is too long"
    case ELOOP: "its links lead in a circle"
    case EROFS: "it is on a disk that cannot be written"
    case ENOSPC, EDQUOT: "no space is left"
    default: String(cString: strerror(number)).lowercased()
    }
  }

  /// The words for what a library threw.
  public static func words(_ error: any Error) -> String {
    if let number = systemNumber(of: error) { return words(number) }
    switch (error as? CocoaError)?.code {
    case .fileNoSuchFile, .fileReadNoSuchFile: return words(ENOENT)
    case .fileReadNoPermission, .fileWriteNoPermission: return words(EACCES)
    case .fileWriteFileExists: return words(EEXIST)
    case .fileWriteOutOfSpace: return words(ENOSPC)
    case .fileWriteVolumeReadOnly: return words(EROFS)
    case .fileReadTooLarge: return words(EFBIG)
    case .some: return "the system refuses it"
    case nil: return "\(error)"
    }
  }

  /// The system's number behind an error of Foundation.
  private static func systemNumber(of error: any Error) -> Int32? {
    if let error = error as? POSIXError { return error.code.rawValue }
    let error = error as NSError
    if error.domain == NSPOSIXErrorDomain { return Int32(error.code) }
    return (error.userInfo[NSUnderlyingErrorKey] as? any Error).flatMap(systemNumber)
  }
}
