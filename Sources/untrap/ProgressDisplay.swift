internal import Experiments

/// A line on the terminal that tells how far a longer run has come and how long it will still take.
final class ProgressDisplay {
  private let console: Console
  /// Whether precision decides how many replications there will be.
  private let isOpenEnded: Bool
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var lastUpdate: ContinuousClock.Instant
  private var isShown = false
  private var startFraction: Double?
  private var stage: PortfolioProgress.Stage?
  private var stageStart: ContinuousClock.Instant

  private static let patience = Duration.seconds(2)
  private static let interval = Duration.milliseconds(200)

  init(console: Console, isOpenEnded: Bool = false) {
    self.console = console
    self.isOpenEnded = isOpenEnded
    start = clock.now
    lastUpdate = start
    stageStart = start
  }

  /// Shows how far the experiment has come, if it is time to.
  func update(_ progress: ExperimentProgress) {
    show(Self.words(progress, isOpenEnded: isOpenEnded), fraction: progress.fraction)
  }

  /// Shows how far the sweep has come, if it is time to.
  func update(_ progress: SweepProgress) {
    show("\(progress.done) of \(progress.points) points", fraction: progress.fraction)
  }

  /// Shows how far the search has come, if it is time to; the time left is that of its stage.
  func update(_ progress: PortfolioProgress) {
    if stage != progress.stage { (stage, stageStart, startFraction) = (progress.stage, clock.now, nil) }
    show(Self.words(progress.stage), fraction: progress.fraction)
  }

  private func show(_ what: @autoclosure () -> String, fraction: Double) {
    guard console.showsProgress else { return }
    let startFraction = startFraction ?? fraction
    self.startFraction = startFraction
    let now = clock.now
    guard now - start > Self.patience, now - lastUpdate > Self.interval else { return }
    lastUpdate = now
    isShown = true
    let elapsed = (now - stageStart) / .seconds(1)
    console.writeToError("\r" + Self.text(what(), fraction, from: startFraction, elapsedSeconds: elapsed) + "\u{1B}[K")
  }

  func clear() {
    if isShown { console.writeToError("\r\u{1B}[K") }
    isShown = false
  }

  // MARK: - Words

  static func words(_ progress: ExperimentProgress, isOpenEnded: Bool = false) -> String {
    let what = progress.scenarioName ?? "households settle"
    return "replication \(progress.replication) of \(isOpenEnded ? "about " : "")\(progress.replications), \(what)"
  }

  private static func words(_ stage: PortfolioProgress.Stage) -> String {
    switch stage {
    case .round(let number, let rounds, let mixes): "round \(number) of \(rounds), \(mixes) mixes"
    case .final(let mixes): "\(mixes) mixes are compared"
    }
  }

  /// What goes on, the share of it that is done, and how long the rest will take, from the share that was done when this
  /// execution began and the time since then.
  static func text(_ what: String, _ fraction: Double, from startFraction: Double = 0, elapsedSeconds: Double) -> String
  {
    let text = "\(what): \(Int(100 * fraction))%"
    guard fraction > startFraction else { return text }
    let left = elapsedSeconds * (1 - fraction) / (fraction - startFraction)
    return text + ", about \(Elapsed.text(seconds: left)) left"
  }
}
