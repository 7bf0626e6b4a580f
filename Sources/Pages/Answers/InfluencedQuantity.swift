internal import Charts

/// A measure of a scenario, or its difference from the baseline, with the variables that move it.
struct InfluencedQuantity {
  /// The variables, in the order of the design.
  let variables: [String]
  /// The rows of those that move it beyond doubt, the strongest first.
  let sure: [DataTable.Row]
  /// The quantity in words.
  let name: String

  /// The columns that name a quantity.
  private static let columns = ["scenario", "measure", "of"]

  /// The quantities of a table, in its order.
  /// - Parameters:
  ///   - rows: the rows of the table.
  ///   - influence: how influence is measured.
  ///   - uncertainty: the rows of `uncertainty.csv`.
  ///   - replications: those of each point.
  /// - Returns: the quantities, each with its variables.
  static func all(
    of rows: [DataTable.Row], _ influence: Influence, uncertainty: [DataTable.Row], replications: Int
  ) -> [InfluencedQuantity] {
    func key(_ row: DataTable.Row) -> [String] { columns.map { row[$0] } }
    var keys: [[String]] = []
    for row in rows where !keys.contains(key(row)) { keys.append(key(row)) }
    return keys.map { wanted in
      let ofChance = influence.ofChance(uncertainty.first { key($0) == wanted }, replications: replications)
      return InfluencedQuantity(rows.filter { key($0) == wanted }, influence, ofChance: ofChance)
    }
  }

  private init(_ rows: [DataTable.Row], _ influence: Influence, ofChance: Double) {
    variables = rows.map { $0["variable"] }
    sure = rows.filter { influence.isSure($0, ofChance: ofChance) }
      .sorted { $0.number(influence.value).magnitude > $1.number(influence.value).magnitude }
    let measure = Wording.words(rows[0]["measure"])
    let scenario = Wording.name(rows[0]["scenario"])
    name =
      rows[0]["of"] == "difference"
      ? "the difference that \(scenario) makes to \(measure)" : "\(measure) in \(scenario)"
  }

  /// The variables that move it most, so many at most; there is one.
  func clause(most: Int, _ influence: Influence) -> String {
    let strongest = sure.prefix(most).map { "\(Wording.name($0["variable"])) (\(influence.text($0)))" }
    return "what moves \(name) most is \(strongest.joined(separator: ", then "))"
  }
}
