package import Experiments

/// The results of an experiment, written as always but to a temporary directory that goes with the object.
package final class ScratchDataset {
  package let path: String
  private let folder: ScratchFolder
  /// Seconds that writing the summaries took, after the last run.
  package private(set) var closingSeconds = 0.0
  package private(set) var bytes = 0
  /// What `size` told of the settled world.
  package private(set) var settledSize = 0

  /// Runs an experiment and writes what it gives; `size` tells something of a settled world that is wanted afterwards.
  package init<Engine: Simulator>(
    engine: Engine, plan: ExperimentPlan, record: RunRecord, size: (Engine.Settled) -> Int = { _ in 0 }
  ) throws {
    folder = try ScratchFolder()
    path = folder.path + "/results"
    let directory = try ResultDirectory(path: path, replacingResults: false, discardingUnfinished: false)
    do {
      let writer = try DatasetWriter(
        directory: directory, plan: plan, groupLevels: engine.groupLevels, measures: Engine.measures)
      var settledSize = 0
      let summary = try Experiment(engine: engine, plan: plan).run(into: writer, hasSettled: { settledSize = size($0) })
      self.settledSize = settledSize
      let clock = ContinuousClock()
      let start = clock.now
      bytes = try writer.finish(summary, record: record) { .unknown }.reduce(0) { $0 + $1.bytes }
      try directory.publish()
      closingSeconds = (clock.now - start) / .seconds(1)
    } catch {
      directory.discard()
      throw error
    }
  }
}
