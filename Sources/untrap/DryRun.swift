internal import Experiments
internal import Foundation
internal import Households
internal import Reporting

/// What a call would do and what it would take, without doing it.
///
/// The time is measured: the model is made, then the same scenarios are run over their whole length with fewer
/// households and as many replications as there are threads, results written as always but to a temporary directory. Two
/// sizes tell what a run takes by itself and what each household adds.
struct DryRun {
  let basis: Basis
  let threads: Int
  let replications: Int
  let observeEvery: Int
  var microdataAt: Set<Int> = []
  var detail = Detail.population
  /// Whether there may be fewer replications.
  var isAtMost = false
  /// Points of a design; 1 for a plain call.
  var designPoints = 1
  /// Scenarios that are run besides those that were read.
  var besides: [Scenario] = []
  let destination: Destination

  /// Households of the probes: most of the smaller one's time is what a run takes by itself.
  private static let probeSizes = [500, 2000]
  private static let tries = 2
  /// Bytes of a household beside its two populations, the settled one and the one that runs: what observers sort and
  /// group by, and what each programme notes, its list of households included.
  private static let observerBytes = 18
  private static let programmeBytes = 32

  /// Measures and describes.
  /// - Returns: the plan.
  /// - Throws: `ModelError` where the scenarios cannot be run, `OutputError` where nothing temporary can be written.
  func report() throws -> String {
    let stopwatch = Stopwatch()
    let model = try basis.model(of: all, options: ModelOptions(threads: threads))
    let modelSeconds = stopwatch.seconds
    let households = basis.baseline.population.households
    let sizes = households > Self.probeSizes[1] ? Self.probeSizes : [households]
    let probes = try sizes.map { size in try probe(size, scale: model.consumptionScale) }
    let (last, largest) = (probes[probes.count - 1], sizes[sizes.count - 1])
    var round = last.seconds
    if probes.count > 1 {
      let slope = max(0, last.seconds - probes[0].seconds) / Double(sizes[1] - sizes[0])
      round += slope * Double(households - largest)
    }
    let rounds = Double(designPoints * replications) / Double(replicationsAtOnce)
    let seconds = Double(designPoints) * modelSeconds + last.closingSeconds + rounds * round
    return PlanReport.text(
      of: all, households: households, replications: replications, isAtMost: isAtMost, designPoints: designPoints,
      threads: threads, destination: destination.path, obstacle: destination.obstacle,
      time: Elapsed.text(seconds: seconds), probeHouseholds: largest,
      bytes: peakBytes + Double((households - largest) * replicationsAtOnce * bytesOfHousehold(last.bytesPerHousehold)))
  }

  private var all: [Scenario] { besides + basis.scenarios.scenarios }

  /// Replications that run at the same time.
  private var replicationsAtOnce: Int { microdataAt.isEmpty ? min(threads, designPoints * replications) : 1 }

  private struct Probe {
    let seconds: Double
    let closingSeconds: Double
    /// Bytes of state of a household.
    let bytesPerHousehold: Int
  }

  /// Runs the scenarios with fewer households: the shortest time of a few tries, since other programs only add to it.
  private func probe(_ households: Int, scale: [SettlementType: Double]) throws -> Probe {
    let reduced = all.map { scenario in
      var scenario = scenario
      scenario.population.simulatedHouseholds = households
      scenario.population.consumptionScale = scale
      return scenario
    }
    let model = try Model(baseline: reduced[0], survey: basis.households, options: ModelOptions(threads: threads))
    let plan = ExperimentPlan(
      scenarios: reduced, replications: replicationsAtOnce, observeEvery: observeEvery, microdataAt: microdataAt,
      detail: detail)
    var best: Probe?
    for _ in 0..<Self.tries {
      let stopwatch = Stopwatch()
      let dataset = try ScratchDataset(engine: model, plan: plan, record: Self.record) { $0.bytesPerHousehold }
      let seconds = stopwatch.seconds - dataset.closingSeconds
      guard seconds < best?.seconds ?? .infinity else { continue }
      best = Probe(seconds: seconds, closingSeconds: dataset.closingSeconds, bytesPerHousehold: dataset.settledSize)
    }
    guard let best else { preconditionFailure("a probe is made at least once") }
    return best
  }

  private func bytesOfHousehold(_ bytesOfState: Int) -> Int {
    let programmes = all.map(\.programmes.count).max() ?? 0
    return 2 * bytesOfState + Self.observerBytes + Self.programmeBytes * programmes
  }

  /// The most memory that the process has used so far, bytes.
  private var peakBytes: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    // Linux counts in units of 1,024 bytes.
    return Double(usage.ru_maxrss) * 1024
  }

  /// Nothing is recorded of probes.
  private static let record = RunRecord(
    command: "run",
    kind: .study(
      SimulationRecord(
        scenarios: [], seed: 0, replications: 0, households: 0, quarters: 0, processes: [], observeEvery: 1, survey: "")
    ))
}
