package import Households
internal import Notation

/// What a call would do, for the terminal.
package enum PlanReport {
  /// The plan: a row for each scenario, the baseline first, then totals, the place of the results and what to expect.
  ///
  /// A plain call has one design point; the probe is what time was measured with, bytes are those of the peak.
  package static func text(
    of scenarios: [Scenario], households: Int, replications: Int, isAtMost: Bool = false, designPoints: Int,
    threads: Int, destination: String, obstacle: OutputError?, time: String, probeHouseholds: Int, bytes: Double
  ) -> String {
    var table = AlignedTable(.words("scenario"), .numbers("programmes", "households", "quarters", "runs"))
    let runsOfScenario = designPoints * replications
    table.rows = scenarios.map { scenario in
      [scenario.name]
        + [scenario.programmes.count, households, scenario.quarters, runsOfScenario].map(ReadableNumber.text)
    }
    let householdQuarters = scenarios.reduce(0) { $0 + households * $1.quarters * runsOfScenario }
    let limit = isAtMost ? "at most " : ""
    let points = designPoints == 1 ? "" : "\(ReadableNumber.text(designPoints)) design points x "
    return """
      \(Heading.text("Plan", isColored: false))\(table.text)
      Runs: \(limit)\(ReadableNumber.text(scenarios.count * runsOfScenario)) \
      (\(points)\(ReadableNumber.text(replications)) replications x \(scenarios.count) scenarios), \
      \(ReadableNumber.text(householdQuarters)) household-quarters, threads: \(threads)
      Results: \(place(destination, obstacle))
      Expected time: \(limit)about \(time), as measured with \(ReadableNumber.text(probeHouseholds)) households
      Expected memory: about \(ReadableNumber.text((bytes * 1e-6).rounded(), decimals: 0)) MB
      Nothing was run or written.

      """
  }

  /// Where results would go, and what is in the way.
  package static func place(_ destination: String, _ obstacle: OutputError?) -> String {
    VisibleText.shown("\(destination) (\(obstacle.map { "in the way: \($0)" } ?? "nothing is in the way"))")
  }
}
