internal import Synchronization

/// Shows populations that settle on several threads to a listener that sees one at a time.
final class SettlementAudience<Settled>: Sendable {
  private let lock = Mutex(())
  /// Called by one thread at a time, under the lock.
  private nonisolated(unsafe) let show: (Settled) -> Void

  init(_ show: @escaping (Settled) -> Void) { self.show = show }

  /// Shows a population.
  func show(_ settled: Settled) { lock.withLock { _ in show(settled) } }
}
