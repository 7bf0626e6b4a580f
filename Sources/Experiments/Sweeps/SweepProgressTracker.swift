internal import Synchronization

/// How far the points that run have come.
final class SweepProgressTracker: Sendable {
  private struct State {
    var done = 0
    var running: [Int: Double] = [:]
  }

  private let first: Int
  private let points: Int
  private let state = Mutex(State())

  init(first: Int, points: Int) {
    self.first = first
    self.points = points
  }

  func update(_ point: Int, fraction: Double, _ tell: (SweepProgress) -> Void) {
    state.withLock { state in
      if fraction < 1 {
        state.running[point] = fraction
      } else if state.running.removeValue(forKey: point) != nil {
        state.done += 1
      } else {
        return
      }
      // In the order of points, because sums of fractions depend on theirs.
      let running = state.running.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
      let share = (Double(state.done) + running) / Double(points - first)
      tell(SweepProgress(done: first + state.done, points: points, fraction: share))
    }
  }
}
