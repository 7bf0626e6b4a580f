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

/// Spans of time as a person reads them.
enum Elapsed {
  /// A span: `0.4 s`, `12 s`, `3 min 20 s`, `2 h 5 min`.
  static func text(seconds: Double) -> String {
    if seconds < 9.95 { return "\((seconds * 10).rounded() / 10) s" }
    let whole = Int(seconds.rounded())
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3600) h \(whole % 3600 / 60) min"
  }
}
