internal import Households
internal import Scenarios

/// What each process does, with its numbers, and how results are judged.
struct SubmodelsSection {
  let loaded: LoadedScenario
  let switchedOff: SwitchedOff
  let tables: ValueTable

  var markdown: String {
    let processes = Model.processes.map { process in
      Markdown.blocks([
        "#### " + Words.capitalised(process.name),
        process.rules + absence(of: process) + switchedOff.sentence(on: process),
        tables.markdown(parameters: process.parameterGroups.flatMap(loaded.parameters)),
        process.name == ProgrammesSection.process
          ? ProgrammesSection(loaded: loaded, tables: tables).markdown : "",
      ])
    }
    return Markdown.blocks(["### Submodels"] + processes + [measures])
  }

  private func absence(of process: ProcessDescription) -> String {
    Model.processes(of: loaded.scenario).contains(process)
      ? "" : " It takes no part in this scenario, so that its numbers have no effect."
  }

  private var measures: String {
    Markdown.blocks([
      "#### Measures of many deprivations",
      """
      A household is deprived when the indicators in which it is make up a share of all weights from a cut-off on \
      (Alkire and Foster 2011, doi:10.1016/j.jpubeco.2010.11.006).
      """,
      tables.markdown(parameters: loaded.parameters(of: "deprivation")),
      "#### Costs and effects",
      "Costs and effects are discounted and compared after the runs; nothing in a run depends on these numbers.",
      tables.markdown(parameters: loaded.parameters(of: "evaluation")),
    ])
  }
}
