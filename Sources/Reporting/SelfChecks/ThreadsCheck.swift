package import Experiments
package import Households
internal import Notation

extension SelfCheck {
  /// The number of threads does not change a byte of the results.
  ///
  /// A scenario is compared with itself without programmes by each of some engines, which differ in their threads
  /// alone, and written as always: once with a record of every household, where threads share out the households of a
  /// run, and once without, where they share out runs. The check throws `OutputError`.
  package static func threads<Engine: Simulator>(
    engines: [(threads: Int, engine: Engine)], scenario: Scenario, replications: Int,
    record: @escaping (Engine) -> RunRecord
  ) -> SelfCheck {
    SelfCheck("the number of threads changes no byte") {
      var (differing, files, bytes) = (0, 0, 0)
      for microdataAt in [[0, scenario.quarters], []] as [Set<Int>] {
        var reference: [Substring]?
        for (_, engine) in engines {
          let dataset = try ScratchDataset(
            engine: engine, plan: plan(scenario, replications, microdataAt), record: record(engine))
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
      return [
        .count(differing, of: files, "files differ"),
        .note("\(ReadableNumber.text(Double(bytes) * 1e-6, decimals: 1)) MB; threads \(threads)"),
      ]
    }
  }

  private static func plan(_ scenario: Scenario, _ replications: Int, _ microdataAt: Set<Int>) -> ExperimentPlan {
    var baseline = scenario
    baseline.name += " without programmes"
    baseline.programmes = []
    return ExperimentPlan(
      scenarios: [baseline, scenario], replications: replications, observeEvery: 4, microdataAt: microdataAt,
      detail: .groups)
  }
}
