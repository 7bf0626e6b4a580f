internal import Experiments
internal import Households

/// What the tables of an experiment are about, known before anything is run.
struct Dataset: Sendable {
  /// The order of groups in `Observation.values`.
  let groupLevels: [GroupLevel]
  /// The order of measures in `Observation.values`.
  let measures: [Measure]
  /// The programmes of each scenario, in its order.
  let programmeNames: [[String]]
  let parts: Parts

  /// What not every experiment has.
  struct Parts: OptionSet, Sendable {
    let rawValue: Int
    static let comparison = Parts(rawValue: 1)
    static let programmes = Parts(rawValue: 2)
    static let households = Parts(rawValue: 4)
    static let decomposition = Parts(rawValue: 8)
    static let groups = Parts(rawValue: 16)
  }
}

extension Dataset.Parts {
  init(comparison: Bool, programmes: Bool, microdata: Bool, detail: Detail) {
    self = []
    if detail == .groups { insert(.groups) }
    if comparison { insert(.comparison) }
    if programmes { insert(.programmes) }
    if microdata { insert(.households) }
  }

  /// The tables that get rows with each replication.
  var growing: [any RunTable.Type] { tables.compactMap { $0 as? any RunTable.Type } }

  /// The tables that sum up.
  var summaries: [any FindingsTable<ExperimentSummary>.Type] {
    tables.compactMap { $0 as? any FindingsTable<ExperimentSummary>.Type }
  }

  private var tables: [any ExperimentTable.Type] {
    TableCatalogue.experiment.filter { isSuperset(of: $0.needs) }
  }
}
