internal import ArgumentParser
internal import Households
internal import Scenarios

extension ScenarioSet {
  /// Checks that a survey has the rows that the places of all scenarios name; problems are printed, each once.
  func checkRows(of survey: [SurveyHousehold], console: Console) throws {
    let strata = SurveySource.strata(of: survey)
    var problems: [Diagnostic] = []
    for scenario in loaded {
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
