internal import Experiments
internal import Households
internal import Notation
internal import Reporting

/// The dimensions of dependency with their levels, and which scenarios pictures of them show.
enum DependencyDimensions {
  /// Their names in the output files.
  static let names = Dimension.allCases.map(\.name)

  /// Those of the levels that occur, the worst first.
  static func ordered(_ occurring: [String]) -> [String] {
    (Dimension.allCases.flatMap(\.levelNames).filter(occurring.contains) + occurring).firstAppearances
  }

  /// The scenarios that have a picture for each dimension, since more would be too many to read: the baseline, and of
  /// the others that with the most households out of dependency at the end.
  static func pictured(_ results: ResultSet) throws -> [String] {
    guard results.scenarios.count > 2 else { return results.scenarios }
    let ends = try results.rows(
      of: SummaryRow.self, .only(\.group, "all"), .only(\.measure, "out_of_dependency"),
      .only(\.quarter, results.quarters))
    let means = results.scenarios.dropFirst().map { scenario in
      (scenario, mean: ends.first { $0.scenario == scenario }?.estimate.mean ?? .nan)
    }
    let highest = means.map(\.mean).filter(\.isFinite).max()
    let other = means.first { $0.mean == highest }?.0 ?? results.scenarios[1]
    return [results.scenarios[0], other]
  }

  /// A sentence about scenarios that have no picture; empty where all have one.
  static func omission(_ results: ResultSet) -> String {
    results.scenarios.count > 2
      ? " Shown are the baseline and, of the others, the scenario with the highest mean share of households out of "
        + "dependency at the end." : ""
  }

  /// The title of a panel: the dimension, and the scenario where there are several.
  static func title(_ dimension: String, _ scenario: String, _ results: ResultSet) -> String {
    dimension + (results.scenarios.count > 1 ? ": \(scenario)" : "")
  }
}
