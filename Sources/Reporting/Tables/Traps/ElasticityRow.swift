internal import Experiments
internal import Households

/// A row of `elasticities.csv`: by how much the time until a durable exit changes when a move becomes likelier.
struct ElasticityRow: FindingsTable {
  let scenario: String
  let dimension: String
  let from: String
  let to: String
  let probability: Double
  let elasticity: Double
  /// The change when a door is opened by a tenth; undefined for joint moves.
  let change: Estimate

  static let table = Table(
    "elasticities",
    """
    Moves, and by how much the mean time until a durable exit changes when they become likelier, the rest of their row \
    being scaled down in proportion. A door is a move by one level in one dimension, from whatever levels in the \
    others; joint moves are those between two joint states. Nothing is told where households may lose all ways out: a \
    move then changes who makes an exit, and the mean time of those who do is of others.
    """,
    key: ["scenario", "dimension", "from", "to"],
    [
      .scenario(\Self.scenario),
      .column("dimension", \.dimension, "economic, social or political for doors; joint for joint moves."),
      .column("from", \.from, "Level or joint state that is left."),
      .column("to", \.to, "Level or joint state that is entered."),
      .share(
        "probability", of: "households there", \.probability,
        "Chance of the move in a quarter; for doors the mean over the run."),
      .supported(
        "elasticity", \.elasticity, unit: "percent per percent",
        "Percent by which the mean time changes for each percent by which the move becomes likelier; exact derivative."),
      .share(
        "change_if_a_tenth_likelier", of: "the mean time", \.change.mean,
        "Change when the door is opened by a tenth, solved again; empty for joint moves."),
      .share(
        "standard_error", of: "the mean time", \.change.standardError, "Error of the change over replications."),
      .share("low", of: "the mean time", \.change.low, "Lower end of the 95% interval of the change."),
      .share("high", of: "the mean time", \.change.high, "Upper end of the 95% interval of the change."),
    ])

  static func write(_ study: TrapStudy, to rows: RowWriter<Self>) throws(OutputError) {
    for (index, scenario) in study.scenarios.enumerated() {
      for effect in scenario.doors {
        let (door, names) = (effect.door, effect.door.dimension.levelNames)
        try rows.add(
          ElasticityRow(
            scenario: scenario.scenarioName, dimension: door.dimension.name, from: names[door.from],
            to: names[door.to], probability: effect.probability, elasticity: effect.elasticity,
            change: study.estimate(.opening(door), scenario: index)))
      }
      for move in scenario.jointMoves {
        try rows.add(
          ElasticityRow(
            scenario: scenario.scenarioName, dimension: TransitionEstimate.jointDimension, from: move.from.name,
            to: move.to.name, probability: move.probability, elasticity: move.elasticity, change: .undefined))
      }
    }
  }
}
