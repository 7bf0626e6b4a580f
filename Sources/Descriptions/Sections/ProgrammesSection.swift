internal import Households
internal import Scenarios

/// Partners and programmes in words, with their values.
struct ProgrammesSection {
  /// The process to which they belong.
  static let process = "programmes"
  /// Values of the top of a scenario that are told here.
  static let ownPaths = ["coordination"]

  let loaded: LoadedScenario
  let tables: ValueTable

  var markdown: String {
    let names = PathNames(loaded.scenario.programmes.map(\.name), below: "programmes")
    let values = Dictionary(grouping: loaded.resolved) { names.find($0.path)?.name }
    let blocks =
      partners
      + loaded.scenario.programmes.flatMap { programme in
        [
          "##### \(programme.name.escaped)", ProgrammeText(programme, of: loaded).markdown,
          tables.markdown(values[programme.name] ?? []),
        ]
      }
    return Markdown.blocks(blocks)
  }

  private var partners: [String] {
    let values = loaded.resolved.filter { Self.ownPaths.contains($0.path) || $0.path.hasPrefix("partners.") }
    let none = loaded.scenario.programmes.isEmpty ? ["This scenario has no programmes."] : []
    guard none.isEmpty || !values.isEmpty || !loaded.scenario.partners.isEmpty else { return none }
    let listed = loaded.scenario.partners.map { PartnerText(partner: $0, evidence: Evidence(loaded)).sentence }
    return none + ["##### Partners and coordination", coordination, Markdown.list(listed), tables.markdown(values)]
  }

  private var coordination: String {
    switch loaded.scenario.coordination {
    case nil where loaded.scenario.programmes.isEmpty: ""
    case nil: "Each programme works down one list of its whole area, whatever others do."
    case .some(.none):
      "Partners do not coordinate: each picks union councils by its own reach, and a household may be served twice."
    case .registry:
      "Partners share a register, which stops a second enrolment of a household for the same kind of intervention; "
        + "each "
        + "picks union councils by its own reach."
    case .joint:
      "Partners plan together: they share a register, and divide their places among union councils by unmet need."
    }
  }
}
