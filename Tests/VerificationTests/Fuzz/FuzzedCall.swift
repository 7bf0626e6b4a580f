import Foundation
import TestSupport
import Testing

/// A call of the program with files that somebody has broken.
struct FuzzedCall {
  /// What a call did that none may do.
  struct Offence: CustomStringConvertible {
    let description: String
  }

  private static let seconds = 20.0
  private static let bytes = 1_000_000_000
  private static let accepted: Set<Int32> = [0, 1, 64, 65]

  let arguments: [String]
  let directory: URL

  /// Makes the call; nil where it ended as calls may end.
  func offence() throws -> Offence? {
    let errors = directory.appending(path: "errors-\(UUID().uuidString)")
    try Data().write(to: errors)
    defer { try? FileManager.default.removeItem(at: errors) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Tool.built("untrap").command)
    process.arguments = arguments
    process.currentDirectoryURL = directory
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: errors)
    let start = ContinuousClock.now
    try process.run()
    while process.isRunning {
      if (ContinuousClock.now - start) / .seconds(1) > Self.seconds {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return Offence(description: "took more than \(Self.seconds) s")
      }
      usleep(1_000)
    }
    guard process.terminationReason == .exit, Self.accepted.contains(process.terminationStatus) else {
      return Offence(description: "ended with \(process.terminationStatus)")
    }
    var usage = rusage()
    if getrusage(RUSAGE_CHILDREN.rawValue, &usage) == 0, usage.ru_maxrss * 1024 > Self.bytes {
      return Offence(description: "or a call before it took more than \(Self.bytes) bytes of memory")
    }
    let printed = try Data(contentsOf: errors)
    if printed.contains(where: { ($0 < 0x20 && $0 != 0x0A) || $0 == 0x7F }) {
      return Offence(description: "printed a control character")
    }
    let isRaw = ["NSCocoaErrorDomain", "NSPOSIXErrorDomain"].contains { printed.range(of: Data($0.utf8)) != nil }
    return isRaw ? Offence(description: "printed an error of a library") : nil
  }
}
