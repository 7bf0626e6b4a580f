internal import ArgumentParser
internal import Designs
internal import Experiments
internal import Households
internal import Reporting
internal import Scenarios

/// What `sweep` and `sensitivity` compute.
struct SweepStudy: Workload {
  let basis: Basis
  private let design: LoadedDesign

  /// What is reported where a design does not say.
  private static let standardMeasures =
    HeadlineMeasure.allCases.map(\.rawValue) + [Measure.programmeCost.name, Measure.discountedCost.name]

  /// Reads what a call names; problems are printed.
  init(_ purpose: DesignPurpose, file: String, scenarioOptions: ScenarioOptions, console: Console) throws {
    design = try console.reporting {
      try DesignLoader.load(
        path: file, overrides: scenarioOptions.overrides, purpose: purpose, measures: Self.standardMeasures)
    }
    basis = try Basis(
      purpose.rawValue, ScenarioSet(design, console: console), SurveySource(path: scenarioOptions.survey), console)
  }

  /// Reads what a record holds; problems are printed.
  init(_ reading: RecordReading, _ simulation: SimulationRecord, _ record: DesignRecord) throws {
    design = try reading.console.reporting {
      try DesignLoader.load(
        path: record.file, kept: (reading.source(record.file).text, reading.sources(simulation)),
        overrides: simulation.appliedOverrides, measures: Self.standardMeasures)
    }
    basis = try reading.basis(ScenarioSet(design, console: reading.console))
  }

  // MARK: - What is recorded

  var simulation: SimulationRecord {
    var simulation = basis.simulation
    // A scale that follows from what varies differs from point to point.
    simulation.consumptionScale = ScaleRecord(basis.baseline.population.consumptionScale)
    return simulation
  }

  func kind(_ simulation: SimulationRecord) -> RunRecord.Kind {
    .sweep(
      simulation,
      DesignRecord(
        file: basis.scenarios.designName ?? "", design: design.design, points: design.points.count,
        bases: design.bases.map(\.rawValue), units: design.units))
  }

  // MARK: - What is run

  /// What a sweep makes of it.
  private var plan: SweepPlan {
    let known = Model.measures + [.programmeCost, .discountedCost]
    return SweepPlan(
      points: design.points.count, scenarioNames: design.scenarios.map(\.scenario.name),
      replications: basis.baseline.replications,
      measures: design.design.measures.compactMap { name in known.first { $0.name == name } },
      households: realHouseholds, willingnessToPay: basis.baseline.parameters.evaluation.willingnessToPay)
  }

  /// Real households of every scenario at every point; nil where they differ, or may since a variable changes a place.
  private var realHouseholds: Double? {
    let numbers = design.scenarios.map(\.scenario.population.realHouseholds)
    let isFixed = !design.design.variables.contains { $0.path.hasPrefix("population.") }
    return isFixed && numbers.allSatisfy { $0 == numbers[0] } ? numbers[0] : nil
  }

  func dryRun(threads: Int, _ destination: Destination) throws -> String {
    try DryRun(
      basis: basis, threads: threads, replications: basis.baseline.replications,
      observeEvery: basis.baseline.quarters, designPoints: design.points.count, destination: destination
    ).report()
  }

  func run(in directory: ResultDirectory, by work: Work) throws -> Findings {
    let plan = plan
    let models = PointModels(design: design, survey: basis.households, blockSize: work.options.blockSize)
    try models.check()
    let writer = try SweepWriter(directory: directory, plan: plan, points: design.points, units: design.units)
    let pointsNow = plan.points - writer.committed
    let progress = ProgressDisplay(console: work.console)
    defer { progress.clear() }
    try plan.sweep(
      threads: work.options.threads, after: writer.committed, into: writer.take, progress: progress.update
    ) { point, threads in try models.point(point, threads: threads) }
    guard writer.outcomes.pointsLeftOut.count < plan.points else {
      directory.discard()
      throw work.console.refusal("no point of the design can be run; \(models.refusal(of: 0) ?? "")", .badInput)
    }
    let results = SweepResults(
      design: design.design, points: design.points, outcomes: writer.outcomes, seed: basis.baseline.seed)
    // An earlier execution may have met it: it is asked for again, so that the record does not depend on that.
    let refusal = writer.outcomes.pointsLeftOut.first.flatMap(models.refusal)
    return Findings(
      simulation: simulation, runs: pointsNow * plan.scenarioNames.count * plan.replications,
      warnings: try writer.reachWarnings()
        + SweepWarnings.list(results, assumed: assumedVariables, refusal: refusal),
      text: { isColored in
        design.design.method.isSensitivityAnalysis
          ? SensitivityReport(results, isColored: isColored).text : SweepReport(results, isColored: isColored).text
      },
      write: { record, execution throws(OutputError) in
        try writer.finish(results, record: record, execution: execution)
      })
  }

  /// Names of the variables that are drawn from a wide prior.
  private var assumedVariables: [String] {
    zip(design.design.variables, design.bases).filter { $1 == .assumption }.map(\.0.name)
  }
}
