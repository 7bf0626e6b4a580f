internal import Experiments
internal import Households

extension OutcomesTable {
  /// The observations of a run, as they were written.
  static func observations(of run: RunIdentity, from rows: RunRows) throws(OutputError) -> [Observation] {
    let (quarterColumn, groupColumn, valueColumn) =
      (try rows.column("quarter"), try rows.column("group"), try rows.column("value"))
    let programmeGroup = Array(TableColumn.programmeGroup.utf8)
    var observations: [Observation] = []
    var quarter: Int?
    var values: [Double] = []
    var programmeValues: [Double] = []
    func endQuarter() {
      guard let quarter else { return }
      observations.append(Observation(quarter: quarter, values: values, programmeValues: programmeValues))
      values.removeAll(keepingCapacity: true)
      programmeValues.removeAll(keepingCapacity: true)
    }
    try rows.forEach(of: run) { row throws(OutputError) in
      let next = try row.whole(quarterColumn)
      if next != quarter { endQuarter() }
      quarter = next
      if row.holds(programmeGroup, in: groupColumn) {
        programmeValues.append(try row.number(valueColumn))
      } else {
        values.append(try row.number(valueColumn))
      }
    }
    endQuarter()
    guard !observations.isEmpty else {
      throw rows.failure("replication \(run.replication) of \(run.scenarioName) should begin here")
    }
    return observations
  }
}
