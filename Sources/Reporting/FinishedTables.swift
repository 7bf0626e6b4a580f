internal import Experiments
internal import Households

/// The replications that the tables of a result hold, read back one run at a time.
///
/// Numbers are written in the shortest form that reads back as the same number, so that what is summed up from here is
/// summed up to the same bits.
struct FinishedTables: FinishedReplications {
  let directory: String
  let count: Int
  let scenarioNames: [String]
  let hasStocktake: Bool
  let hasCounterfactuals: Bool

  func replay(_ take: (RunResult, RunIdentity) throws -> Void) throws {
    let outcomes = try RunRows(OutcomesTable.schema, directory: directory)
    let costs = try RunRows(CostsTable.schema, directory: directory)
    let stocktake = hasStocktake ? try RunRows(StocktakeTable.schema, directory: directory) : nil
    let counterfactuals = hasCounterfactuals ? try RunRows(CounterfactualsTable.schema, directory: directory) : nil
    for replication in stride(from: 1, through: count, by: 1) {
      for (index, name) in scenarioNames.enumerated() {
        let run = RunIdentity(scenario: index, scenarioName: name, replication: replication)
        var result = RunResult(
          observations: try OutcomesTable.observations(of: run, from: outcomes), transitions: [],
          costs: try CostsTable.costs(of: run, from: costs))
        if let stocktake { result.stocktake = try StocktakeTable.entries(of: run, from: stocktake) }
        if let counterfactuals { result.attribution = try Self.values(of: run, from: counterfactuals) }
        try take(result, run)
      }
    }
  }

  private static func values(of run: RunIdentity, from rows: RunRows) throws(OutputError) -> [Double] {
    let column = try rows.column("value")
    var values: [Double] = []
    try rows.forEach(of: run) { row throws(OutputError) in values.append(try row.number(column)) }
    return values
  }
}
