internal import Experiments
internal import Households

/// Reads back what tables tell of the dynamics of runs.
struct DynamicsRows {
  private let spells: RunRows
  private let panel: RunRows
  private let moves: RunRows
  private let quantiles: RunRows
  private let groupLevels: [GroupLevel]

  init(directory: String, groupLevels: [GroupLevel]) throws(OutputError) {
    spells = try RunRows(SpellsTable.schema, directory: directory)
    panel = try RunRows(PanelTable.schema, directory: directory)
    moves = try RunRows(YearlyTransitionsTable.schema, directory: directory)
    quantiles = try RunRows(QuantilesTable.schema, directory: directory)
    self.groupLevels = groupLevels
  }

  /// All tables that are read.
  var tables: [RunRows] { [spells, panel, moves, quantiles] }

  /// The dynamics of the next run; nil where its households were not followed.
  func dynamics(of run: RunIdentity) throws(OutputError) -> HouseholdDynamics? {
    let quantiles = try QuantilesTable.quantiles(of: run, from: quantiles)
    guard !quantiles.isEmpty else { return nil }
    return HouseholdDynamics(
      spells: try SpellsTable.spells(of: run, groupLevels: groupLevels, from: spells),
      panel: try panel.numbers("value", of: run), yearlyMoves: try moves.counts("count", of: run),
      quantiles: quantiles)
  }
}

extension RunRows {
  /// A column of the rows of the next run; NaN where cells are empty.
  func numbers(_ name: String, of run: RunIdentity) throws(OutputError) -> [Double] {
    let column = try column(name)
    var numbers: [Double] = []
    try forEach(of: run) { row throws(OutputError) in numbers.append(try row.number(column)) }
    return numbers
  }

  /// A column of the rows of the next run that counts something.
  func counts(_ name: String, of run: RunIdentity) throws(OutputError) -> [Double] {
    let column = try column(name)
    var counts: [Double] = []
    try forEach(of: run) { row throws(OutputError) in counts.append(try row.count(column)) }
    return counts
  }
}
