internal import ArgumentParser
internal import Experiments

/// A call of `run`, `compare` or `stocktake`.
struct NewStudy {
  let command: String
  let files: [String]
  let scenarioOptions: ScenarioOptions
  let runOptions: RunOptions
  var precision: Precision?
  var makesReport = false

  func run() throws {
    try NewWork(
      options: runOptions.output, destination: runOptions.output.destination(of: files, survey: scenarioOptions.survey),
      makesReport: makesReport
    ).run { console in
      let scenarios = try ScenarioSet(files: files, overrides: scenarioOptions.overrides, console: console)
      let study = Study(
        basis: try Basis(command, scenarios, SurveySource(path: scenarioOptions.survey), console),
        observeEvery: runOptions.every, microdataAt: Set(runOptions.microdata?.quarters ?? []),
        detail: runOptions.detail, precision: precision)
      if let problem = study.problem { throw console.refusal(problem, .validationFailure) }
      return study
    }
  }
}
