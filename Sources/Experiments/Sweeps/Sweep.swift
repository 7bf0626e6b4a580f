internal import Households

extension SweepPlan {
  /// Runs the same scenarios at every point of a design.
  ///
  /// Each point is an experiment of its own: all its scenarios start from the same settled households and meet the same
  /// luck, which is also that of the same replication at any other point. Points share out the threads; where fewer are
  /// left than threads, the runs inside a point do. What points give is delivered in their order, and no worker is more
  /// than a few points ahead, so that memory does not grow with the number of points.
  ///
  /// - Parameters:
  ///   - threads: threads to use, at least 1; what points give does not depend on it.
  ///   - finished: points, from the first, that an earlier execution has run; they are not run again.
  ///   - take: takes the outcome of each point, in their order, by one thread at a time.
  ///   - progress: told after each quarter of each run.
  ///   - prepare: makes what runs at a point, counted from 0, on so many threads; throws `PointRefusal` where the point
  ///     cannot be run and is to be left out. Called on any thread.
  /// - Throws: what `take` throws, and what `prepare` throws but for refusals; points that run are then finished.
  public func sweep<Engine: Simulator>(
    threads: Int, after finished: Int = 0, into take: @escaping (PointOutcome) throws -> Void,
    progress: (SweepProgress) -> Void = { _ in },
    prepare: @escaping @Sendable (_ point: Int, _ threads: Int) throws -> SweepPoint<Engine>
  ) throws {
    let tracker = SweepProgressTracker(first: finished, points: points)
    try withoutActuallyEscaping(progress) { progress in
      nonisolated(unsafe) let tell = progress
      let report: @Sendable (Int, Double) -> Void = { point, fraction in
        tracker.update(point, fraction: fraction, tell)
      }
      try OrderedPool.share(finished..<points, among: threads) { point, isAlone, _ in
        Result { try outcome(of: point, threads: isAlone ? threads : 1, prepare: prepare, report: report) }
      } take: {
        try take($0.get())
      }
    }
  }

  /// What the runs of a point give.
  private func outcome<Engine: Simulator>(
    of point: Int, threads: Int, prepare: (_ point: Int, _ threads: Int) throws -> SweepPoint<Engine>,
    report: @Sendable (Int, Double) -> Void
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
      self, groupLevels: prepared.engine.groupLevels, measures: Engine.measures,
      evaluation: prepared.scenarios[0].parameters.evaluation)
    let experiment = Experiment(
      engine: prepared.engine,
      plan: ExperimentPlan(
        scenarios: prepared.scenarios, replications: replications,
        observeEvery: prepared.scenarios[0].quarters))
    let summary = try experiment.run(into: collector, progress: { report(point, $0.fraction) })
    report(point, 1)
    return PointOutcome(
      point: point, values: collector.values, scenarios: prepared.scenarios, reaches: summary.reaches)
  }
}
