internal import Synchronization

/// Counts the runs of one stage of a search, whichever threads they are made on, and tells how far it has come.
final class StageMeter: Sendable {
  private let stage: PortfolioProgress.Stage
  private let runs: Int
  private let done: Mutex<Int>
  /// Called by one thread at a time, under the lock.
  private nonisolated(unsafe) let tell: (PortfolioProgress) -> Void

  init(
    _ stage: PortfolioProgress.Stage, runs: Int, done: Int = 0, tell: @escaping (PortfolioProgress) -> Void
  ) {
    self.stage = stage
    self.runs = runs
    self.done = Mutex(done)
    self.tell = tell
  }

  /// A run is done.
  func advance() {
    done.withLock { done in
      done += 1
      tell(PortfolioProgress(stage: stage, fraction: min(1, Double(done) / Double(max(1, runs)))))
    }
  }
}
