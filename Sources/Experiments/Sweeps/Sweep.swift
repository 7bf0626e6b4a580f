internal import Households

/// Runs the same scenarios at every point of a design.
///
/// Each point is an experiment of its own: all its scenarios start from the same settled households and meet the same
/// luck, which is also that of the same replication at any other point. Points share out the threads; where fewer are
/// left than threads, the runs inside a point do. What points give is delivered in their order, and no worker is more
/// than a few points ahead, so that memory does not grow with the number of points.
public struct Sweep<Engine: Simulator>: Sendable {
  /// What is run at each point.
  public let plan: SweepPlan
  private let threads: Int
  private let prepare: @Sendable (_ point: Int, _ threads: Int) throws -> SweepPoint<Engine>

  /// Creates a sweep.
  /// - Parameters:
  ///   - plan: what is run at each point.
  ///   - threads: threads to use, at least 1; what points give does not depend on it.
  ///   - prepare: makes what runs at a point, counted from 0, on so many threads; throws `PointRefusal` where the point
  ///     cannot be run and is to be left out. Called on any thread.
  public init(
    plan: SweepPlan, threads: Int,
    prepare: @escaping @Sendable (_ point: Int, _ threads: Int) throws -> SweepPoint<Engine>
  ) {
    self.plan = plan
    self.threads = threads
    self.prepare = prepare
  }

  /// Runs all points.
  /// - Parameters:
  ///   - finished: points, from the first, that an earlier execution has run; they are not run again.
  ///   - sink: where the outcome of each point goes, in their order.
  ///   - progress: told after each quarter of each run.
  /// - Throws: what the sink throws, and what `prepare` throws but for refusals; points that run are then finished.
  public func run(
    after finished: Int = 0, into sink: any SweepSink, progress: (SweepProgress) -> Void = { _ in }
  ) throws {
    let tracker = SweepProgressTracker(first: finished, points: plan.points)
    let together = finished..<max(finished, plan.points - (plan.points - finished) % threads)
    try withoutActuallyEscaping(progress) { progress in
      nonisolated(unsafe) let tell = progress
      let report: @Sendable (Int, Double) -> Void = { point, fraction in
        tracker.update(point, fraction: fraction, tell)
      }
      if !together.isEmpty && threads > 1 { try runTogether(together, into: sink, report: report) }
      for point in (threads > 1 ? together.upperBound : finished)..<plan.points {
        try sink.take(try outcome(of: point, threads: threads, report: report))
      }
    }
  }

  /// Runs points at the same time, each on one thread.
  private func runTogether(
    _ points: Range<Int>, into sink: any SweepSink, report: @escaping @Sendable (Int, Double) -> Void
  ) throws {
    // The pool calls it on one thread at a time.
    nonisolated(unsafe) let sink = sink
    try OrderedPool(workers: threads).run(
      points,
      make: { point, _ in Result { try outcome(of: point, threads: 1, report: report) } },
      take: { result in
        try sink.take(try result.get())
        return true
      })
  }

  /// What the runs of a point give.
  private func outcome(
    of point: Int, threads: Int, report: @Sendable (Int, Double) -> Void
  ) throws -> PointOutcome {
    // What has not begun is not counted as done: also a point that is refused begins.
    report(point, 0)
    let prepared: SweepPoint<Engine>
    do {
      prepared = try prepare(point, threads)
    } catch let refusal as PointRefusal {
      report(point, 1)
      return PointOutcome(point: point, values: [], refusal: refusal.reason)
    }
    let collector = PointCollector(
      plan, groupLevels: prepared.engine.groupLevels, measures: Engine.measures,
      evaluation: prepared.scenarios[0].parameters.evaluation)
    let experiment = Experiment(
      engine: prepared.engine,
      plan: ExperimentPlan(
        scenarios: prepared.scenarios, replications: plan.replications,
        observeEvery: prepared.scenarios[0].quarters))
    let summary = try experiment.run(into: collector, progress: { report(point, $0.fraction) })
    report(point, 1)
    var outcome = PointOutcome(point: point, values: collector.values)
    (outcome.scenarios, outcome.reaches) = (prepared.scenarios, summary.reaches)
    return outcome
  }
}
