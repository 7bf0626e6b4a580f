internal import Foundation
internal import Reporting
internal import Synchronization

/// Ends the program tidily when the user or the system asks it to stop.
///
/// Where one lives inside another, the inner one tells how.
final class Interruption {
  private let id: UInt
  private static let numbers = [SIGINT, SIGTERM]

  private struct Watch {
    var sources: [any DispatchSourceSignal] = []
    var ends: [(id: UInt, console: Console, leave: @Sendable () -> String)] = []
    var next: UInt = 0
  }

  private static let watch = Mutex(Watch())

  /// Watches for SIGINT and SIGTERM as long as the object lives; `leave` removes what is half done and tells what is
  /// left, on another thread.
  init(console: Console, leave: @escaping @Sendable () -> String) {
    id = Self.watch.withLock { watch in
      watch.next += 1
      watch.ends.append((watch.next, console, leave))
      if watch.ends.count == 1 { watch.sources = Self.numbers.map(Self.source) }
      return watch.next
    }
  }

  deinit {
    let own = id
    Self.watch.withLock { watch in
      watch.ends.removeAll { $0.id == own }
      guard watch.ends.isEmpty else { return }
      for source in watch.sources { source.cancel() }
      watch.sources = []
      for number in Self.numbers { signal(number, SIG_DFL) }
    }
  }

  private static func source(of number: Int32) -> any DispatchSourceSignal {
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler {
      guard let end = watch.withLock({ $0.ends.last }) else { return }
      end.console.fail("interrupted" + end.leave())
      ScratchFolder.removeAll()
      // As a shell reports a program that a signal ended. Other threads go on until then, so that what libraries clean up
      // on the way out would be taken from under them.
      _exit(128 + number)
    }
    source.resume()
    return source
  }
}

extension Console {
  /// Does what leaves nothing half done but temporary files, which go when it is interrupted.
  func interruptible<Result>(_ what: String, _ body: () throws -> Result) rethrows -> Result {
    let interruption = Interruption(console: self) { "; \(what)" }
    defer { withExtendedLifetime(interruption) {} }
    return try body()
  }
}
