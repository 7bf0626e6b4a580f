internal import Experiments

/// A line on the terminal that tells how far a longer run has come and how long it will still take.
final class ProgressDisplay {
  private let console: Console
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var lastUpdate: ContinuousClock.Instant
  private var isShown = false

  private static let patience = Duration.seconds(2)
  private static let interval = Duration.milliseconds(200)

  init(console: Console) {
    self.console = console
    start = clock.now
    lastUpdate = start
  }

  /// Shows how far the experiment has come, if it is time to.
  func update(_ progress: ExperimentProgress) {
    guard console.showsProgress else { return }
    let now = clock.now
    guard now - start > Self.patience, now - lastUpdate > Self.interval else { return }
    lastUpdate = now
    isShown = true
    let elapsed = (now - start) / .seconds(1)
    console.writeToError("\r" + Self.text(progress, elapsedSeconds: elapsed) + "\u{1B}[K")
  }

  /// Clears the line.
  func clear() {
    if isShown { console.writeToError("\r\u{1B}[K") }
    isShown = false
  }

  static func text(_ progress: ExperimentProgress, elapsedSeconds: Double) -> String {
    let what = progress.scenarioName ?? "households settle"
    let percent = Int(100 * progress.fraction)
    var text = "replication \(progress.replication) of \(progress.replications), \(what): \(percent)%"
    if progress.fraction > 0 {
      let left = elapsedSeconds * (1 - progress.fraction) / progress.fraction
      text += ", about \(Elapsed.text(seconds: left)) left"
    }
    return text
  }
}
