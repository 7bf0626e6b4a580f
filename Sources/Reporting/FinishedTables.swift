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
  let hasProgrammes: Bool
  let hasCounterfactuals: Bool
  let groupLevels: [GroupLevel]
  /// What each run must have.
  let shape: RunShape
  /// What the tables hold, by their files: what is summed up was read from these bytes and no others.
  let contents: [FileDigest]

  func replay(_ take: (RunResult, RunIdentity) throws -> Void) throws {
    let outcomes = try RunRows(OutcomesTable.schema, directory: directory)
    let costs = try RunRows(CostsTable.schema, directory: directory)
    let course = try RunRows(CourseTable.schema, directory: directory)
    let transitions = try RunRows(TransitionsTable.schema, directory: directory)
    let dynamics = try DynamicsRows(directory: directory, groupLevels: groupLevels)
    let stocktake = hasProgrammes ? try RunRows(StocktakeTable.schema, directory: directory) : nil
    let reach = hasProgrammes ? try RunRows(ReachTable.schema, directory: directory) : nil
    let counterfactuals = hasCounterfactuals ? try RunRows(CounterfactualsTable.schema, directory: directory) : nil
    for replication in stride(from: 1, through: count, by: 1) {
      for (index, name) in scenarioNames.enumerated() {
        let run = RunIdentity(scenario: index, scenarioName: name, replication: replication)
        var result = RunResult(
          observations: try OutcomesTable.observations(of: run, from: outcomes),
          transitions: try TransitionsTable.transitions(of: run, from: transitions),
          costs: try CostsTable.costs(of: run, from: costs), course: try CourseTable.entries(of: run, from: course))
        result.dynamics = try dynamics.dynamics(of: run)
        if let stocktake { result.stocktake = try StocktakeTable.entries(of: run, from: stocktake) }
        if let reach { result.reach = try ReachTable.entries(of: run, from: reach) }
        if let counterfactuals { result.attribution = try counterfactuals.numbers("value", of: run) }
        if let fault = shape.fault(of: result, scenario: index) {
          throw OutputError.cannotRead(
            path: directory, reason: "replication \(replication) of \(name) has not \(fault)")
        }
        try take(result, run)
      }
    }
    let tables =
      [outcomes, costs, course, transitions, stocktake, reach, counterfactuals].compactMap(\.self) + dynamics.tables
    for rows in tables { try rows.end(contents.first { $0.name == rows.fileName }) }
  }
}
