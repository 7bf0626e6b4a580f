internal import Scenarios

/// How much of a scenario is assumed, and where the rest comes from.
struct EvidenceSection {
  let loaded: LoadedScenario
  let references: References

  var markdown: String {
    Markdown.blocks([
      "## Assumed values", assumed,
      references.list.isEmpty ? "" : "## References",
      Markdown.numbered(references.list.map { Markdown.line($0).escaped }),
    ])
  }

  private var assumed: String {
    let count = loaded.resolved.filter(\.isAssumed).count
    let total = Words.counted(loaded.resolved.count, "value", "values")
    guard count > 0 else { return "None of the \(total) above is assumed." }
    return "\(Figures.number(Double(count))) of the \(total) above \(count == 1 ? "is" : "are") assumed, not measured; "
      + "the tables mark them."
  }
}
