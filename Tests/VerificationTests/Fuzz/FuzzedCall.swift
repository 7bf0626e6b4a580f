import Foundation
import TestSupport
import Testing

/// A call of the program with files that somebody has broken.
struct FuzzedCall {
  /// What a call did that none may do.
  struct Offence: CustomStringConvertible {
    let description: String
  }

  /// What a call came to.
  struct Outcome {
    let isRefused: Bool
    let offence: Offence?
  }

  /// Seconds of the processor: how many others use the machine does not matter.
  private static let processorSeconds = 20
  /// After so many seconds of the clock a call that has used less than this part of what it could have waits for something.
  private static let waitingSeconds = 20.0
  private static let waitingPart = 0.1
  private static let wallSeconds = 300.0
  private static let bytes = 1_000_000_000
  private static let accepted: Set<Int32> = [0, 1, 64, 65]

  let arguments: [String]
  let directory: URL

  /// Makes the call; nil where it ended as calls may end.
  func offence() throws -> Offence? { try outcome().offence }

  /// Makes the call.
  ///
  /// What draws draws nothing: what is read for it matters.
  func outcome() throws -> Outcome {
    let errors = directory.appending(path: "errors-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: errors) }
    let child = try Child(
      ["/usr/bin/env", "UNTRAP_PYTHON=true", Tool.built("untrap").command] + arguments, in: directory,
      errors: errors.path, processorSeconds: Self.processorSeconds)
    let end = child.wait(seconds: Self.wallSeconds)
    let offence = try Self.offence(of: end, share: Self.freeShare) ?? Self.offence(of: Data(contentsOf: errors))
    return Outcome(isRefused: end.exitCode != 0, offence: offence)
  }

  /// The share of a processor that a call can have beside what else runs.
  private static var freeShare: Double {
    var load = 0.0
    guard getloadavg(&load, 1) == 1, load > 0 else { return 1 }
    return min(1, Double(ProcessInfo.processInfo.activeProcessorCount) / load)
  }

  static func offence(of end: Child.End, share: Double) -> Offence? {
    guard !end.wasEnded else { return Offence(description: "took more than \(wallSeconds) s") }
    guard end.seconds < waitingSeconds || end.processorSeconds >= waitingPart * share * end.seconds else {
      return Offence(description: "waited for most of \(end.seconds) s")
    }
    guard end.processorSeconds < Double(processorSeconds) else {
      return Offence(description: "took more than \(processorSeconds) s of the processor")
    }
    guard let code = end.exitCode, accepted.contains(code) else {
      return Offence(description: end.exitCode.map { "ended with \($0)" } ?? "was ended by a signal")
    }
    return end.bytes <= bytes ? nil : Offence(description: "took \(end.bytes) bytes of memory")
  }

  private static func offence(of printed: Data) -> Offence? {
    if printed.contains(where: { ($0 < 0x20 && $0 != 0x0A) || $0 == 0x7F }) {
      return Offence(description: "printed a control character")
    }
    let isRaw = ["NSCocoaErrorDomain", "NSPOSIXErrorDomain"].contains { printed.range(of: Data($0.utf8)) != nil }
    return isRaw ? Offence(description: "printed an error of a library") : nil
  }
}
