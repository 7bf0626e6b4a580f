internal import Experiments

/// A line on the terminal that tells how far a longer run has come and how long it will still take.
final class ProgressDisplay {
  private let console: Console
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var lastUpdate: ContinuousClock.Instant
  private var isShown = false
  private let isOpenEnded: Bool
  private var startFraction: Double?
  private var stage: PortfolioProgress.Stage?
  private var stageStart: ContinuousClock.Instant

  private static let patience = Duration.seconds(2)
  private static let interval = Duration.milliseconds(200)

  /// Creates a display.
  /// - Parameters:
  ///   - console: where it shows.
  ///   - isOpenEnded: whether precision decides how many replications there will be.
  init(console: Console, isOpenEnded: Bool = false) {
    self.console = console
    self.isOpenEnded = isOpenEnded
    start = clock.now
    lastUpdate = start
    stageStart = start
  }

  /// Shows how far the experiment has come, if it is time to.
  func update(_ progress: ExperimentProgress) {
    update(fraction: progress.fraction) { startFraction, elapsed in
      Self.text(progress, isOpenEnded: isOpenEnded, startFraction: startFraction, elapsedSeconds: elapsed)
    }
  }

  /// Shows how far the sweep has come, if it is time to.
  func update(_ progress: SweepProgress) {
    update(fraction: progress.fraction) { startFraction, elapsed in
      "\(progress.done) of \(progress.points) points: "
        + Self.share(progress.fraction, startFraction: startFraction, elapsedSeconds: elapsed)
    }
  }

  /// Shows how far the search has come, if it is time to; the time left is that of its stage.
  func update(_ progress: PortfolioProgress) {
    if stage != progress.stage {
      (stage, stageStart, startFraction) = (progress.stage, clock.now, nil)
    }
    update(fraction: progress.fraction) { startFraction, _ in
      let elapsed = (clock.now - stageStart) / .seconds(1)
      return Self.words(progress.stage) + ": "
        + Self.share(progress.fraction, startFraction: startFraction, elapsedSeconds: elapsed)
    }
  }

  private static func words(_ stage: PortfolioProgress.Stage) -> String {
    switch stage {
    case .round(let number, let rounds, let mixes): "round \(number) of \(rounds), \(mixes) mixes"
    case .final(let mixes): "\(mixes) mixes are compared"
    }
  }

  private func update(fraction: Double, text: (_ startFraction: Double, _ elapsedSeconds: Double) -> String) {
    guard console.showsProgress else { return }
    let startFraction = startFraction ?? fraction
    self.startFraction = startFraction
    let now = clock.now
    guard now - start > Self.patience, now - lastUpdate > Self.interval else { return }
    lastUpdate = now
    isShown = true
    let elapsed = (now - start) / .seconds(1)
    console.writeToError("\r" + text(startFraction, elapsed) + "\u{1B}[K")
  }

  /// Clears the line.
  func clear() {
    if isShown { console.writeToError("\r\u{1B}[K") }
    isShown = false
  }

  /// What to show.
  /// - Parameters:
  ///   - progress: how far the experiment has come.
  ///   - isOpenEnded: whether precision decides how many replications there will be.
  ///   - startFraction: how far it had come when this execution began.
  ///   - elapsedSeconds: time since then.
  /// - Returns: a line.
  static func text(
    _ progress: ExperimentProgress, isOpenEnded: Bool = false, startFraction: Double = 0, elapsedSeconds: Double
  ) -> String {
    let what = progress.scenarioName ?? "households settle"
    let all = (isOpenEnded ? "about " : "") + "\(progress.replications)"
    return "replication \(progress.replication) of \(all), \(what): "
      + share(progress.fraction, startFraction: startFraction, elapsedSeconds: elapsedSeconds)
  }

  /// The share that is done, and how long the rest will take.
  private static func share(_ fraction: Double, startFraction: Double, elapsedSeconds: Double) -> String {
    let percent = "\(Int(100 * fraction))%"
    guard fraction > startFraction else { return percent }
    let left = elapsedSeconds * (1 - fraction) / (fraction - startFraction)
    return percent + ", about \(Elapsed.text(seconds: left)) left"
  }
}
