import Foundation
import Testing

/// Whether the slow suite was asked for; `make verify` does.
enum Verification {
  static let isWanted = ProcessInfo.processInfo.environment["UNTRAP_VERIFY"] != nil
  static let reason: Comment = "slow: make verify runs it"
}
