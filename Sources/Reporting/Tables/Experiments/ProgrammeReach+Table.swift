internal import Experiments
package import Households

/// A row of `reach.csv`: how far a programme has come with the households of its area.
extension ProgrammeReach: PartTable {
  static let needs = Dataset.Parts.programmes
  package static let table = Table(
    ofRuns: "reach",
    """
    How far each programme that has something for households has come with them by the end of each run: where it stops \
    tells why a programme serves few or nobody.
    """,
    key: ["programme"],
    [
      .column("programme", \RunRow<Self>.entry.programme, "The programme."),
      .households(
        "eligible", \.entry.eligible,
        "Real households on its list when that was longest, or all whose turn came, where these are more."),
      .households(
        "barred", \.entry.barred,
        "Of these, those whose turn came and that could not be registered; they are not among those that follow."),
      .households(
        "offered", \.entry.offered,
        "Real households whose turn came, while there were places, and that could be registered."),
      .households("willing", \.entry.willing, "Of these, those that took up any of the package."),
      .households(
        "afforded", \.entry.afforded, "Of these, those for which there was money: they are enrolled."),
      .households("served", \.entry.served, "Of these, those that received anything."),
    ])

  static var part: KeyPath<RunResult, [Self]> { \.reach }
}

extension Columns {
  /// A count of real households.
  fileprivate static func households(_ name: String, _ path: KeyPath<Row, Double>, _ summary: String) -> Columns {
    .column(name, path, unit: "households", isCount: true, summary)
  }
}
