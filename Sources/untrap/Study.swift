internal import ArgumentParser
internal import Experiments
internal import Households
internal import Reporting
internal import Scenarios

/// What `run`, `compare` and `stocktake` compute, be it from a call or from the record of an earlier one.
struct Study {
  let command: String
  let scenarios: ScenarioSet
  let survey: SurveySource
  let households: [SurveyHousehold]
  let observeEvery: Int
  let microdataAt: [Int]
  let precision: Precision?

  /// Whether scenarios are compared.
  var isComparison: Bool { scenarios.scenarios.count > 1 }

  /// What an experiment makes of it.
  var plan: ExperimentPlan {
    ExperimentPlan(
      scenarios: scenarios.scenarios, replications: scenarios.baseline.replications, precision: precision,
      observeEvery: observeEvery, microdataAt: Set(microdataAt))
  }
}

extension Study {
  /// Reads what a call names; problems are printed.
  init(
    command: String, files: [String], scenarioOptions: ScenarioOptions, runOptions: RunOptions,
    precision: Precision? = nil, console: Console
  ) throws {
    scenarios = try ScenarioSet(files: files, overrides: scenarioOptions.overrides, console: console)
    let problem = Self.problem(
      with: precision, microdataAt: runOptions.microdata?.quarters ?? [], quarters: scenarios.baseline.quarters)
    if let problem {
      console.fail(problem)
      throw ExitCode.validationFailure
    }
    try scenarios.requireOneReading(console)
    self.command = command
    survey = SurveySource(path: scenarioOptions.survey)
    households = try survey.households(console: console)
    try scenarios.checkRows(of: households, console: console)
    observeEvery = runOptions.every
    microdataAt = runOptions.microdata?.quarters ?? []
    self.precision = precision
  }

  /// What a run cannot do, or not in its time; nil where it can do all.
  private static func problem(with precision: Precision?, microdataAt: [Int], quarters: Int) -> String? {
    if let beyond = microdataAt.first(where: { $0 > quarters }) {
      return "--microdata \(beyond): the run ends at quarter \(quarters)"
    }
    guard let precision, !Model.measures.contains(where: { $0.name == precision.measure }) else { return nil }
    return "--precision \(precision.measure): there is no such measure"
  }

  /// Reads what a record holds, with other replications and another place of the survey if the call gives them; problems
  /// are printed.
  init(_ record: StoredRecord, replications: Int? = nil, survey: String?, console: Console) throws {
    guard Presentation(command: record.command) != nil else {
      console.fail(
        "these are results of untrap \(record.command); only those of run, compare and stocktake can be extended")
      throw ExitCode.failure
    }
    var overrides = record.overrides.map(ScenarioOverride.init)
    if let replications { overrides = ScenarioOptions.replacing(replications: replications, in: overrides) }
    scenarios = try ScenarioSet(record: record, overrides: overrides, console: console)
    self.survey = try SurveySource(record: record, path: survey, console: console)
    households = try self.survey.households(console: console)
    try scenarios.checkRows(of: households, console: console)
    command = record.command
    observeEvery = record.observeEvery
    microdataAt = record.microdataAt
    precision = replications == nil ? record.precision : nil
    let problem = Self.problem(with: precision, microdataAt: microdataAt, quarters: scenarios.baseline.quarters)
    if let problem {
      console.fail("the record is of a run that cannot be: \(problem)")
      throw ExitCode.failure
    }
  }
}

/// What is printed at the end of a study.
enum Presentation {
  case headlines, stocktake

  /// As the command has it; nil for commands that are no studies.
  init?(command: String) {
    switch command {
    case "run", "compare": self = .headlines
    case "stocktake": self = .stocktake
    default: return nil
    }
  }
}
