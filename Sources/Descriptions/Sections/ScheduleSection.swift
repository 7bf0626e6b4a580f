internal import Households

/// The processes of a quarter in the order in which the engine runs them.
struct ScheduleSection {
  let scenario: Scenario
  let switchedOff: SwitchedOff

  var markdown: String {
    Markdown.blocks([
      "### Process overview and scheduling", "Every quarter, in this order:",
      Markdown.numbered(
        Model.processes(of: scenario).map { process in
          "**\(Words.capitalised(process.name))**: \(process.summary)" + switchedOff.sentence(on: process)
        }),
      absent,
      """
      Processes see what those before them have left in the same quarter. Institutions and programmes see the whole \
      population at once; the others change each settlement by itself.
      """,
    ])
  }

  private var absent: String {
    let present = Model.processes(of: scenario)
    let names = Model.processes.filter { !present.contains($0) }.map(\.name)
    guard !names.isEmpty else { return "" }
    let reason = scenario.programmes.isEmpty ? "it has no programmes" : "none of its programmes mobilises households"
    return "\(Words.capitalised(Words.listed(names))) take no part in this scenario: \(reason)."
  }
}
