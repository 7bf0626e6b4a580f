internal import ArgumentParser
internal import Households
internal import Scenarios

extension ScenarioSet {
  /// Checks that a survey has the rows that the places of all scenarios name; problems are printed.
  func checkRows(of survey: [SurveyHousehold], console: Console) throws {
    try Self.checkRows(of: survey, for: loaded, console: console)
  }

  /// Checks that a survey has the rows that the places of scenarios name; problems are printed, each once.
  static func checkRows(of survey: [SurveyHousehold], for scenarios: [LoadedScenario], console: Console) throws {
    let strata = SurveySource.strata(of: survey)
    var problems: [Diagnostic] = []
    for scenario in scenarios {
      do throws(ScenarioError) {
        try scenario.check(against: strata)
      } catch {
        problems += error.diagnostics.filter { !problems.contains($0) }
      }
    }
    guard !problems.isEmpty else { return }
    console.diagnose(ScenarioError.rendered(problems, color: console.colorsErrors))
    throw ExitCode.badInput
  }
}
