internal import ExactMath
internal import Households
internal import Statistics

/// Takes the runs of an experiment in their order: passes them on, sums them up and judges whether there are enough.
///
/// One thread at a time may use it.
final class ReplicationTally: @unchecked Sendable {
  private let plan: ExperimentPlan
  private let sink: any ResultSink
  private var accumulator: SummaryAccumulator
  private var rule: SequentialRule?
  /// Where the measure that has to be precise is among the values of an observation.
  private let judged: Int
  private var judgedValues: [Double] = []
  /// Replications that are complete.
  private(set) var replications = 0

  init(_ plan: ExperimentPlan, groupLevels: [GroupLevel], measures: [Measure], sink: any ResultSink) {
    self.plan = plan
    self.sink = sink
    accumulator = SummaryAccumulator(
      scenarioNames: plan.scenarios.map(\.name), programmeNames: plan.programmeNames, groupLevels: groupLevels,
      measures: measures, parameters: plan.scenarios.map(\.parameters), detail: plan.detail)
    guard let precision = plan.precision else {
      judged = 0
      return
    }
    guard let judged = groupLevels.place(of: precision.measure, among: measures) else {
      preconditionFailure("there is no measure \(precision.measure) to be precise about")
    }
    self.judged = judged
    let range = measures[judged % measures.count].range.values(households: plan.scenarios[0].population.realHouseholds)
    rule = SequentialRule(
      precision, range: plan.isComparison ? .anyNumber : range, estimands: max(1, plan.scenarios.count - 1))
  }

  /// Replications at most.
  var limit: Int { plan.precision?.maximum ?? plan.replications }

  /// Replications in all, as far as can be told.
  var expected: Int { rule?.expected ?? plan.replications }

  /// Whether no replication is to follow.
  var isFinished: Bool { rule?.isFinished ?? (replications >= plan.replications) }

  /// Passes on a household of the run that goes on.
  func take(_ household: HouseholdRecord, of run: RunIdentity) throws { try sink.take(household, of: run) }

  /// Passes on a run and counts it; after the last of a replication that replication counts.
  func take(_ result: RunResult, of run: RunIdentity) throws {
    try sink.take(result, of: run)
    accumulator.add(result, of: run)
    if rule != nil { judgedValues.append(result.observations.last?.values[judged] ?? .nan) }
    guard run.scenario == plan.scenarios.count - 1 else { return }
    let differences = judgedValues.dropFirst().map { RoundingTolerance.difference($0, judgedValues[0]) }
    rule?.add(plan.isComparison ? differences : judgedValues)
    judgedValues = []
    try sink.finish(replication: run.replication) {
      var archive = StateArchive()
      try pass(through: &archive)
      return archive.bytes
    }
    replications = run.replication
  }

  /// Goes on from what so many replications added up to.
  /// - Throws: `StateArchive.Fault` where it is not that of this experiment.
  func goOn(from sums: [UInt8], of finished: Int) throws(StateArchive.Fault) {
    var archive = StateArchive(reading: sums, limit: finished)
    try pass(through: &archive)
    try archive.require(
      archive.isAtEnd && accumulator.replications == finished && accumulator.quarters == plan.observedQuarters
        && rule?.replications ?? finished == finished)
    replications = finished
  }

  private func pass(through archive: inout StateArchive) throws(StateArchive.Fault) {
    try accumulator.pass(through: &archive)
    if rule == nil, archive.isReading, !archive.isAtEnd {
      // A precision decided about them; whoever asks for a number of replications has no use for that.
      let precision = Precision(measure: "", halfWidth: 1, pilot: 2, maximum: 1)
      var other = SequentialRule(precision, estimands: max(1, plan.scenarios.count - 1))
      try other.pass(through: &archive)
    }
    try rule?.pass(through: &archive)
  }

  /// What all runs so far give.
  func summary() -> ExperimentSummary { accumulator.summary(precision: rule?.outcome) }
}
