internal import Foundation

/// Ends the program tidily when the user or the system asks it to stop.
final class Interruption {
  private let sources: [any DispatchSourceSignal]

  /// Watches for SIGINT and SIGTERM as long as the object lives.
  /// - Parameters:
  ///   - console: where the end is announced.
  ///   - cleanUp: removes what is half done; called on another thread.
  init(console: Console, cleanUp: @escaping @Sendable () -> Void) {
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        cleanUp()
        console.fail("interrupted; no results were written")
        // As a shell reports a program that a signal ended.
        exit(128 + number)
      }
      source.resume()
      return source
    }
  }

  deinit {
    for source in sources { source.cancel() }
  }
}
