internal import Scenarios

/// What the model and the scenario are for.
struct PurposeSection {
  let loaded: LoadedScenario

  var markdown: String {
    Markdown.blocks([
      "## Overview", "### Purpose and patterns",
      """
      Poverty is treated as dependence: a household is poor to the degree that it depends on others for its income, \
      its standing and its rights. The model answers which package of interventions, for whom, in which order, gets \
      how many households durably out of dependency, at what cost, with what certainty, and what remains when \
      programmes end.
      """,
      loaded.resolved.first { $0.path == "description" }.map { "This scenario: " + Markdown.line($0.value).escaped }
        ?? "",
      """
      Patterns to be reproduced are official headcounts at the start and their persistence, inequality as surveyed, who is \
      always and who is never poor in Pakistani panels, and assets that fade after a one-off transfer more slowly than consumption.
      """,
    ])
  }
}
