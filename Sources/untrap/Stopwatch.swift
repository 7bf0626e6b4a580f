internal import Foundation

/// When something started and how long it has taken.
struct Stopwatch {
  private let date = Date()
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant

  init() { start = clock.now }

  /// The start, ISO 8601.
  var started: String { date.ISO8601Format() }

  /// Seconds since the start.
  var seconds: Double { (clock.now - start) / .seconds(1) }
}
