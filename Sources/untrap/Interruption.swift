internal import Foundation

/// Ends the program tidily when the user or the system asks it to stop.
final class Interruption {
  private let sources: [any DispatchSourceSignal]
  private static let numbers = [SIGINT, SIGTERM]

  /// Watches for SIGINT and SIGTERM as long as the object lives.
  /// - Parameters:
  ///   - console: where the end is announced.
  ///   - leave: removes what is half done and tells what is left; called on another thread.
  init(console: Console, leave: @escaping @Sendable () -> String) {
    sources = Interruption.numbers.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        console.fail("interrupted" + leave())
        // As a shell reports a program that a signal ended.
        exit(128 + number)
      }
      source.resume()
      return source
    }
  }

  deinit {
    for source in sources { source.cancel() }
    for number in Interruption.numbers { signal(number, SIG_DFL) }
  }
}
