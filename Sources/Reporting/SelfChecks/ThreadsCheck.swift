public import Experiments
internal import Foundation
public import Households
internal import Notation

/// The number of threads does not change a byte of the results.
///
/// A comparison is run by each engine and written as always: once with a record of every household, where threads share
/// out the households of a run, and once without, where they share out runs.
public struct ThreadsCheck<Engine: Simulator>: SelfCheck {
  /// The promise in plain words.
  public let promise = "the number of threads changes no byte"
  private let engines: [(threads: Int, engine: Engine)]
  private let scenario: Scenario
  private let replications: Int
  private let record: (Engine) -> RunRecord

  /// Prepares the check.
  /// - Parameters:
  ///   - engines: the same engine on different numbers of threads; made for the scenario.
  ///   - scenario: the scenario, which is compared with itself without programmes.
  ///   - replications: replications to run.
  ///   - record: what is recorded of an engine's results.
  public init(
    engines: [(threads: Int, engine: Engine)], scenario: Scenario, replications: Int,
    record: @escaping (Engine) -> RunRecord
  ) {
    self.engines = engines
    self.scenario = scenario
    self.replications = replications
    self.record = record
  }

  /// Runs, writes and compares.
  /// - Returns: the verdict.
  /// - Throws: `OutputError`.
  public func verdict() throws -> SelfCheckVerdict {
    var (differing, files, bytes) = (0, 0, 0)
    for microdataAt in [[0, scenario.quarters], []] as [Set<Int>] {
      var reference: [Substring]?
      for (_, engine) in engines {
        let dataset = try ScratchDataset(engine: engine, plan: plan(microdataAt: microdataAt), record: record(engine))
        // A line for each file, with its digest.
        let identity = try ResultIdentity.text(of: dataset.path).split(separator: "\n")
        guard let expected = reference else {
          reference = identity
          continue
        }
        files += expected.count
        bytes += dataset.bytes
        differing += zip(expected, identity).count { $0 != $1 } + Int((expected.count - identity.count).magnitude)
      }
    }
    let threads = engines.map { "\($0.threads)" }.joined(separator: ", ")
    return SelfCheckVerdict(
      promise,
      [
        .count(differing, of: files, "files differ"),
        .note("\(ReadableNumber.text(Double(bytes) * 1e-6, decimals: 1)) MB; threads \(threads)"),
      ])
  }

  private func plan(microdataAt: Set<Int>) -> ExperimentPlan {
    var baseline = scenario
    baseline.name += " without programmes"
    baseline.programmes = []
    return ExperimentPlan(
      scenarios: [baseline, scenario], replications: replications, observeEvery: 4, microdataAt: microdataAt,
      detail: .groups)
  }
}
