internal import Experiments
internal import Households

/// `elasticities.csv`: by how much the time until a durable exit changes when a move becomes likelier.
enum ElasticitiesTable {
  static let schema = TableSchema(
    name: "elasticities",
    summary: """
      Moves, and by how much the mean time until a durable exit changes when they become likelier, the rest of their row \
      being scaled down in proportion. A door is a move by one level in one dimension, from whatever levels in the \
      others; joint moves are those between two joint states. Nothing is told where households may lose all ways out: a \
      move then changes who makes an exit, and the mean time of those who do is of others.
      """,
    columns: [
      .scenario, TableColumn("dimension", .string, "economic, social or political for doors; joint for joint moves."),
      TableColumn("from", .string, "Level or joint state that is left."),
      TableColumn("to", .string, "Level or joint state that is entered."),
      .share(
        "probability", of: "households there", "Chance of the move in a quarter; for doors the mean over the run."),
      TableColumn(
        "elasticity", .number, unit: "percent per percent", mayBeEmpty: true,
        "Percent by which the mean time changes for each percent by which the move becomes likelier; exact derivative."),
      .share(
        "change_if_a_tenth_likelier", of: "the mean time",
        "Change when the door is opened by a tenth, solved again; empty for joint moves."),
      .share("standard_error", of: "the mean time", "Error of the change over replications."),
      .share("low", of: "the mean time", "Lower end of the 95% interval of the change."),
      .share("high", of: "the mean time", "Upper end of the 95% interval of the change."),
    ],
    primaryKey: ["scenario", "dimension", "from", "to"])

  static func write(_ study: TrapStudy, to table: TableFile) throws(OutputError) {
    for (index, scenario) in study.scenarios.enumerated() {
      for effect in scenario.doors {
        let (door, names) = (effect.door, effect.door.dimension.levelNames)
        try table.addRow { row in
          row.append(scenario.scenarioName)
          row.append(door.dimension.name)
          row.append(names[door.from])
          row.append(names[door.to])
          row.append(supported: effect.probability)
          row.append(supported: effect.elasticity)
          row.append(supported: study.estimate(.opening(door), scenario: index))
        }
      }
      for move in scenario.jointMoves {
        try table.addRow { row in
          row.append(scenario.scenarioName)
          row.append("joint")
          row.append(move.from.name)
          row.append(move.to.name)
          row.append(supported: move.probability)
          row.append(supported: move.elasticity)
          for _ in 0..<4 { row.append(Double.nan) }
        }
      }
    }
  }
}
