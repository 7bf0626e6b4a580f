import Dispatch
import Synchronization

/// A fixed number of workers that share out numbered pieces of work.
public struct WorkerTeam: Sendable {
  /// Number of workers; each has an index from 0 that selects its scratch memory.
  public let count: Int

  /// Creates a team.
  /// - Parameter count: number of workers, at least 1.
  public init(count: Int) {
    precondition(count > 0, "a team has at least one worker")
    self.count = count
  }

  /// Does every piece of work once, on all workers, and returns when the last is done.
  ///
  /// Which worker does which piece depends on the moment; results must not.
  ///
  /// - Parameters:
  ///   - pieces: number of pieces.
  ///   - body: does one piece; called with the piece and the worker that does it.
  public func share(_ pieces: Int, _ body: @Sendable (_ piece: Int, _ worker: Int) -> Void) {
    guard count > 1, pieces > 1 else {
      for piece in 0..<pieces { body(piece, 0) }
      return
    }
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: min(count, pieces)) { worker in
      while true {
        let piece = next.add(1, ordering: .relaxed).oldValue
        guard piece < pieces else { return }
        body(piece, worker)
      }
    }
  }
}
