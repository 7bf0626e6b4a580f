import Foundation
import TestSupport
import Testing

/// A call of the program with files that somebody has broken.
struct FuzzedCall {
  /// What a call did that none may do.
  struct Offence: CustomStringConvertible {
    let description: String
  }

  /// Seconds of the processor: how many others use the machine does not matter.
  private static let processorSeconds = 20
  /// A call that waits for something uses no processor.
  private static let wallSeconds = 300.0
  private static let bytes = 1_000_000_000
  private static let accepted: Set<Int32> = [0, 1, 64, 65]

  let arguments: [String]
  let directory: URL

  /// Makes the call; nil where it ended as calls may end.
  func offence() throws -> Offence? {
    let errors = directory.appending(path: "errors-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: errors) }
    let child = try Child(
      [Tool.built("untrap").command] + arguments, in: directory, errors: errors.path,
      processorSeconds: Self.processorSeconds)
    let end = child.wait(seconds: Self.wallSeconds)
    guard !end.wasEnded else { return Offence(description: "took more than \(Self.wallSeconds) s") }
    guard end.processorSeconds < Double(Self.processorSeconds) else {
      return Offence(description: "took more than \(Self.processorSeconds) s of the processor")
    }
    guard let code = end.exitCode, Self.accepted.contains(code) else {
      return Offence(description: end.exitCode.map { "ended with \($0)" } ?? "was ended by a signal")
    }
    guard end.bytes <= Self.bytes else { return Offence(description: "took \(end.bytes) bytes of memory") }
    let printed = try Data(contentsOf: errors)
    if printed.contains(where: { ($0 < 0x20 && $0 != 0x0A) || $0 == 0x7F }) {
      return Offence(description: "printed a control character")
    }
    let isRaw = ["NSCocoaErrorDomain", "NSPOSIXErrorDomain"].contains { printed.range(of: Data($0.utf8)) != nil }
    return isRaw ? Offence(description: "printed an error of a library") : nil
  }
}
